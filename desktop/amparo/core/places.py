"""Where things are: the officer's own files, and the content that was built with the program."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "AMPARO_HOME"
CONTENT_VARIABLE = "AMPARO_CONTENT"
PORTABLE = "portable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of one run.

    Attributes:
        data: everything that the kit writes for this officer; it may not exist yet.
        content: what was built with the program; only ever read.
        chosen_by: why `data` is there: `AMPARO_HOME`, `portable` or `system`.
    """

    data: Path
    content: Path
    chosen_by: str

    @property
    def fonts(self) -> Path:
        """The faces of the screen, unpacked."""
        return self.content / "fonts"

    @property
    def settings(self) -> Path:
        """The officer's choices."""
        return self.data / "settings.json"

    @property
    def bookmarks(self) -> Path:
        """The pages that the officer marked."""
        return self.data / "bookmarks.json"

    @property
    def vaults(self) -> Path:
        """A folder for the vault of each officer, encrypted."""
        return self.data / "vaults"

    @property
    def outbox(self) -> Path:
        """Sealed files that wait to be delivered."""
        return self.data / "outbox"

    @property
    def received(self) -> Path:
        """Editions of the content that came after the program, and what vouches for them."""
        return self.data / "content"

    @property
    def log(self) -> Path:
        """What went wrong, without a word about anybody."""
        return self.data / "amparo.log"


def find_places(program: Path | None = None) -> Places:
    """Choose the folders: `AMPARO_HOME`, else `portable` beside the program, else the system's own place.

    Args:
        program: the folder that the program stands in; found by itself where not given.
    """
    beside = (program or _program_folder()) / PORTABLE
    if named := os.environ.get(HOME_VARIABLE):
        data, chosen_by = Path(named).absolute(), HOME_VARIABLE
    elif beside.is_dir():
        data, chosen_by = beside, PORTABLE
    else:
        data, chosen_by = _system_folder(), "system"
    return Places(data=data, content=_content_folder(), chosen_by=chosen_by)


def _program_folder() -> Path:
    started = Path(sys.argv[0])
    if getattr(sys, "frozen", False) or started.name == "__main__.py":
        return Path(sys.executable).absolute().parent  # as `python -m`: the launcher is beside this Python
    return started.resolve().parent


def _system_folder() -> Path:
    from platformdirs import user_data_path

    try:
        return user_data_path("Amparo", appauthor=False)
    except RuntimeError:  # a user whom the system has no home for; the kit then keeps nothing
        return Path(os.sep) / "nonexistent" / "amparo"


def _content_folder() -> Path:
    if named := os.environ.get(CONTENT_VARIABLE):
        return Path(named).absolute()
    import amparo_resources

    return Path(amparo_resources.__path__[0]) / "built"
