"""The sentences of the program in its other languages: gather, merge, compile, and check that none is stale.

`python3 build/dev.py catalogues` gathers the sentences from the code into `locale/LANG/amparo.po`, where
people translate them, and compiles those; `check` changes nothing and says what is missing.
"""

import argparse
import io
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import amparo
import amparo_resources
from amparo.core import i18n

SOURCES = Path(amparo.__path__[0])
LOCALES = Path(amparo_resources.__path__[0]) / "locale"
LANGUAGES = tuple(lang for lang in i18n.NAMES if lang != i18n.ENGLISH)
_NO_CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
"""The same sentences give the same files."""
_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def gathered() -> Catalog:
    """Every sentence that the program says, with the files that say it."""
    catalogue = Catalog(project="Amparo", charset="utf-8")
    found = extract_from_dir(
        SOURCES, method_map=[("**.py", "python")], keywords=_KEYWORDS, comment_tags=("Translators:",)
    )
    for name, _line, ids, comments, context in sorted(found, key=lambda message: message[:2]):
        # without the line, so that moving code does not make catalogues stale
        catalogue.add(ids, locations=[(Path(name).as_posix(), 0)], auto_comments=comments, context=context)
    return catalogue


def read(lang: str) -> Catalog:
    """The catalogue of a language; an empty one where there is none."""
    path = _path(lang)
    if not path.exists():
        return Catalog(locale=lang, charset="utf-8")
    return read_po(io.BytesIO(path.read_bytes()), locale=lang)


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def update() -> None:
    """Merge what the code says into every catalogue, and compile them."""
    template = gathered()
    for lang in LANGUAGES:
        catalogue = read(lang)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.project, catalogue.version = "Amparo", amparo.__version__
        catalogue.header_comment = f"# {i18n.NAMES[lang]}: the sentences of Amparo."
        catalogue.creation_date = catalogue.revision_date = _NO_CLOCK
        catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
        catalogue.fuzzy = False
        out = io.BytesIO()
        write_po(out, catalogue, width=100, omit_header=False, sort_output=True, include_lineno=False)
        _path(lang).parent.mkdir(parents=True, exist_ok=True)
        _path(lang).write_bytes(out.getvalue())
        _path(lang).with_suffix(".mo").write_bytes(compiled(catalogue))


def faults() -> Iterator[str]:
    """What is stale, missing or broken, a line each."""
    template = {message.id: message for message in gathered() if message.id}
    for lang in LANGUAGES:
        catalogue = read(lang)
        there = {message.id: message for message in catalogue if message.id}
        yield from (f"{lang}: not gathered yet: {_one(id_)}" for id_ in template.keys() - there.keys())
        yield from (f"{lang}: no longer said: {_one(id_)}" for id_ in there.keys() - template.keys())
        for message in there.values():
            yield from (f"{lang}: {fault}: {_one(message.id)}" for fault in _wrong_with(message))
        mo = _path(lang).with_suffix(".mo")
        if not mo.exists() or mo.read_bytes() != compiled(catalogue):
            yield f"{lang}: {mo.name} is not compiled from the catalogue as it stands"


def main(arguments: list[str] | None = None) -> int:
    """Update, or check."""
    parser = argparse.ArgumentParser(description="The program's sentences in its other languages.")
    parser.add_argument("what", choices=("update", "check"), nargs="?", default="update")
    if parser.parse_args(arguments).what == "update":
        update()
        return 0
    found = sorted(faults())
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


def _wrong_with(message: Message) -> Iterator[str]:
    said = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    translated = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    if not all(translated):
        yield "not translated"
    elif message.fuzzy:
        yield "marked as doubtful"
    elif set().union(*map(_fields, said)) != set().union(*map(_fields, translated)):
        yield "other fields in braces"


def _fields(sentence: str) -> set[str]:
    return {name for _text, name, _format, _conversion in string.Formatter().parse(sentence) if name}


def _one(id_: str | tuple[str, ...] | list[str]) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def _path(lang: str) -> Path:
    return LOCALES / lang / "amparo.po"


if __name__ == "__main__":
    sys.exit(main())
