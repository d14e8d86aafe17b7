"""The log: what went wrong and where in the program, without a word that anybody typed or read."""

import logging
import traceback
from pathlib import Path
from types import TracebackType

LARGEST_BYTES = 256 * 1024
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _Formatter(logging.Formatter):
    """Gives the kind of an exception and its places; its message may quote what was typed."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler's formatter leaves its own text here, message and all
        return super().format(record)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's own name
        return f"{ei[0].__name__ if ei[0] else ''}\n{places(ei[2])}"


def places(trace: TracebackType | None) -> str:
    """Where in the program a trace went, a line a call: file, line and function, no values."""
    frames = traceback.extract_tb(trace)
    return "\n".join(f"  {'/'.join(Path(f.filename).parts[-3:])}:{f.lineno} {f.name}" for f in frames)


def log_to(path: Path) -> None:
    """Keep warnings and worse in a file of bounded size; nowhere, where it cannot be written."""
    root = logging.getLogger("amparo")
    root.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST_BYTES:
            path.unlink()
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        path.open("ab").close()
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
