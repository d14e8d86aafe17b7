"""What this kit is, where its things are, and what is wrong, in words."""

import os
import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

import amparo_index
from amparo import __version__
from amparo.core.dates import long_date
from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.made import examine_program
from amparo.core.model import Edition
from amparo.core.places import Places
from amparo.core.settings import SettingsFile
from amparo.library.manifest import INDEX
from amparo.library.store import Store
from amparo.library.versions import Content, Versions
from amparo.sync.source import KeptSource
from amparo.sync.state import StateFile

PARTS = (
    *("PySide6-Essentials", "whoosh-reloaded", "reportlab", "pymupdf-fonts", "pypdfium2", "sqlite-utils"),
    *("sqlcipher3", "cryptography", "pyrage", "tuf", "securesystemslib", "urllib3", "zstandard"),
)


@dataclass(frozen=True, kw_only=True)
class Report:
    """What was found.

    Attributes:
        wrong: each a sentence or two; empty where all is well.
    """

    program: dict[str, str]
    versions: dict[str, str]
    content: dict[str, str]
    index: dict[str, str]
    fonts: dict[str, str]
    places: dict[str, str]
    updates: dict[str, str]
    wrong: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The report for a person."""
        for name in ("program", "versions", "content", "index", "fonts", "places", "updates"):
            for key, value in getattr(self, name).items():
                yield f"{name:<9} {key}: {value}"
        yield ""
        yield from self.wrong or (_("Nothing is wrong."),)


class _Examination:
    """Gathers what is wrong while it looks."""

    def __init__(self, places: Places, settings: SettingsFile) -> None:
        self.places, self.settings = places, settings
        self.wrong: list[str] = []

    def program(self) -> dict[str, str]:
        made = examine_program()
        if made is None:
            return {"version": __version__, "made": "no: this is a checkout"}
        if made.damaged:
            self.wrong.append(
                _("Files of this program are damaged or missing, such as {file}. Copy the kit again.").format(
                    file=made.damaged[0]
                )
            )
        return {"version": __version__, "commit": made.commit, "sha256": made.sha256}

    def content(self) -> tuple[dict[str, str], Content | None]:
        try:
            found = Versions(self.places.received, self.places.content).current()
            with Store(found.folder) as store:
                edition, sound = store.edition, store.is_sound()
        except AppError as error:
            self.wrong.append(str(error))
            return {"state": "damaged"}, None
        if not sound:
            self.wrong.append(
                _("The library of this kit is damaged. Copy the kit again from where you got it.")
            )
        if found.trouble:
            self.wrong.append(found.trouble)
        self._clock(edition)
        said = {"version": edition.version, "issued": edition.issued.isoformat(), "sha256": edition.sha256}
        return said | {"received": "no" if found.is_bundled else "yes"}, found

    def _clock(self, edition: Edition) -> None:
        if date.today() < edition.issued:  # noqa: DTZ011 - the day on the officer's wall
            self.wrong.append(
                _(
                    "The clock of this computer is before {date}, when its content was issued. Set the clock."
                ).format(date=long_date(edition.issued))
            )

    def index(self, content: Content | None) -> dict[str, str]:
        if content is None:
            return {"state": "not examined"}
        try:
            with amparo_index.Searcher(
                content.folder / INDEX, expected_digest=content.manifest.index_digest
            ) as searcher:
                return {"state": "sound", "passages": str(searcher.count), "schema": str(amparo_index.SCHEMA)}
        except (amparo_index.IndexDamaged, amparo_index.IndexOutdated):
            self.wrong.append(
                _("The search index is damaged; reading and printing still work. Copy the kit again.")
            )
            return {"state": "damaged"}

    def fonts(self) -> dict[str, str]:
        from amparo.paper.fonts import missing_letters

        if missing := missing_letters("Ñandú Çelik-Łukasz Đỗ Guaraní g̃ ỹ"):
            self.wrong.append(
                _("The fonts of this kit lack letters that names have: {letters}.").format(letters=missing)
            )
        return {"face": "Noto Sans", "missing letters": missing or "none"}

    def data(self) -> dict[str, str]:
        places = self.places
        if self.settings.trouble:
            self.wrong.append(self.settings.trouble)
        writable = _can_be_written(places)
        if not writable:
            self.wrong.append(
                _(
                    "Nothing can be kept in {folder}: choices and bookmarks last until the kit is closed."
                ).format(folder=places.data)
            )
        return {
            "data": str(places.data),
            "chosen by": places.chosen_by,
            "can be written": "yes" if writable else "no",
            "content": str(places.content),
        }


def examine(places: Places, settings: SettingsFile) -> Report:
    """Look at everything that can be looked at without changing it."""
    it = _Examination(places, settings)
    content, found = it.content()
    return Report(
        program=it.program(),
        versions={"amparo": __version__, "python": platform.python_version(), **_parts()},
        content=content,
        index=it.index(found),
        fonts=it.fonts(),
        places=it.data(),
        updates=_updates(places),
        wrong=tuple(it.wrong),
    )


def _updates(places: Places) -> dict[str, str]:
    source = KeptSource(places.received, places.content).read()
    if source is None:
        return {"source": "none"}
    state = StateFile(places.received).read()
    tried = state.tried_at.isoformat() if state.tried_at else "never"
    verdict = state.trouble or state.verdict or "unknown"
    said = {"source": source.name, "address": source.url or "none", "letters": source.letters}
    return said | {"last try": tried, "state": verdict}


def _parts() -> dict[str, str]:
    found = {}
    for name in PARTS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # a frozen program may carry the part without its metadata
            continue
    return found


def _can_be_written(places: Places) -> bool:
    """Try it in the folder, or in the nearest that exists: what the permissions say is not always true."""
    folder = places.data
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return os.access(folder, os.W_OK)
    except OSError:
        return False
