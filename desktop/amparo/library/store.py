"""The library, read: pages by id, lists of pages, and what serves what."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from amparo.core.errors import AppError
from amparo.core.i18n import ENGLISH, _
from amparo.core.model import Audience, Edition, EditorialNote, Kind, Page, PageHead, PageId, Source
from amparo.core.states import page_of_state
from amparo.library import tables
from amparo.library.manifest import LIBRARY, damaged

if TYPE_CHECKING:  # loaded with the first entry of the directory
    from amparo.core.contacts import Entry

_HEAD = "id, kind, lang, title, subject, parent, audience"
_IN_BEST_LANG = """it.lang = (
    SELECT lang FROM page WHERE id = it.id ORDER BY lang = :lang DESC, lang = 'en' DESC, lang LIMIT 1
)"""


_BEST_ENTRY = """it.lang = (
    SELECT lang FROM directory WHERE page = it.page ORDER BY lang = :lang DESC, lang = 'en' DESC LIMIT 1
)"""


class NoSuchPage(AppError):
    """The library has no page of that id."""


def no_such_page(page: str) -> NoSuchPage:
    """What is told of a name that no page has."""
    return NoSuchPage(
        _("This kit has no page called {page}.").format(page=_whole(page)),
        _("Search for it, or look through the list of pages."),
    )


P = ParamSpec("P")
R = TypeVar("R")


def _told(read: Callable[P, R]) -> Callable[P, R]:
    """A read that meets what no library of ours holds tells an officer so; a stick loses blocks anywhere."""

    @wraps(read)
    def read_or_tell(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return read(*args, **kwargs)
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise damaged() from error

    return read_or_tell


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPassage:
    """A passage as search needs it, with what it inherits from its page."""

    page: PageId
    kind: Kind
    lang: str
    title: str
    context: str
    text: str
    source: Source
    as_of: date


class Store:
    """Reads one library; every read is short. It belongs to the thread that made it."""

    def __init__(self, folder: Path) -> None:
        """Open the library in a folder of built content.

        Raises: ContentDamaged, where it is not there, not a library, or of another version of the program.
        """
        # immutable: nothing is written beside it, so a read-only medium will do
        address = f"{(folder / LIBRARY).absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(address, uri=True)
        except sqlite3.Error as error:
            raise damaged() from error
        try:
            self._db.row_factory = sqlite3.Row
            self.edition = self._edition()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    @_told
    def page(self, page: str, lang: str = ENGLISH) -> Page:
        """A page in this language, else in English, else in the one there is.

        Raises: NoSuchPage.
        """
        query = f"SELECT * FROM page AS it WHERE id = :page AND {_IN_BEST_LANG}"
        row = self._one(query, page=page, lang=lang)
        if row is None:
            raise no_such_page(page)
        return self._page(row, lang)

    @_told
    def heads(
        self, lang: str = ENGLISH, *, kind: Kind | None = None, parent: str | None = None
    ) -> tuple[PageHead, ...]:
        """The pages in their order, each in the best language there is; of a kind, under a page, or all."""
        rows = self._all(
            f"SELECT {_HEAD} FROM page AS it WHERE (:kind IS NULL OR kind = :kind)"
            f" AND (:parent IS NULL OR parent = :parent) AND {_IN_BEST_LANG} ORDER BY place",
            kind=kind,
            parent=parent,
            lang=lang,
        )
        return tuple(map(_head, rows))

    @_told
    def languages(self, page: str) -> tuple[str, ...]:
        """The languages that a page is there in."""
        return tuple(
            row[0] for row in self._all("SELECT lang FROM page WHERE id = :page ORDER BY lang", page=page)
        )

    @_told
    def pages_for(self, audience: Audience, lang: str = ENGLISH) -> tuple[PageHead, ...]:
        """The pages that concern this work, in their order."""
        return tuple(head for head in self.heads(lang) if audience in head.audience)

    @_told
    def passages(self, keys: Iterable[str]) -> dict[str, StoredPassage]:
        """Passages by key, each with what a hit tells of its page."""
        rows = self._all(
            "SELECT passage.key, page, passage.lang, passage.title, passage.text,"
            " it.kind, it.context, it.as_of, it.sources ->> 0 AS source"
            " FROM json_each(:keys) JOIN passage ON passage.key = value"
            " JOIN page AS it ON it.id = page AND it.lang = passage.lang",
            keys=json.dumps(list(keys)),
        )
        sources = {source.key: source for source in self._sources([row["source"] for row in rows])}
        return {
            row["key"]: StoredPassage(
                page=PageId(row["page"]),
                kind=Kind(row["kind"]),
                lang=row["lang"],
                title=row["title"],
                context=row["context"],
                text=row["text"],
                source=sources[row["source"]],
                as_of=date.fromisoformat(row["as_of"]),
            )
            for row in rows
        }

    def confirmed_messages(self, state: str) -> tuple[str, ...]:
        """Ids of the messages of the rights card that a state (ISO 3166 alpha-3) has confirmed."""
        try:
            return self.entry(page_of_state(state)).confirmed_messages
        except NoSuchPage:
            return ()

    @_told
    def terms(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The thesaurus: for each concept its (language, term) pairs."""
        concepts: dict[str, tuple[tuple[str, str], ...]] = {}
        for concept, lang, term in self._all("SELECT concept, lang, term FROM term"):
            concepts[concept] = (*concepts.get(concept, ()), (lang, term))
        return concepts

    @_told
    def shortcuts(self) -> dict[str, str]:
        """The pages that names and telephone numbers lead to, by these as `jumps` folds them."""
        return dict(self._all("SELECT key, page FROM shortcut"))

    @_told
    def entry(self, page: str, lang: str = ENGLISH) -> Entry:
        """Whom to call in a state or organisation, such as `directory/bol`.

        Raises: NoSuchPage.
        """
        query = f"SELECT entry FROM directory AS it WHERE page = :page AND {_BEST_ENTRY}"
        row = self._one(query, page=page, lang=lang)
        if row is None:
            raise no_such_page(page)
        return _entry(row, lang)

    @_told
    def entries(self, lang: str = ENGLISH) -> tuple[Entry, ...]:
        """All entries of the directory: states by their name, then organisations."""
        rows = self._all(f"SELECT entry FROM directory AS it WHERE {_BEST_ENTRY} ORDER BY place", lang=lang)
        return tuple(_entry(row, lang) for row in rows)

    def is_sound(self) -> bool:
        """Whether SQLite finds the file consistent."""
        try:
            return tuple(self._one("PRAGMA quick_check") or ()) == ("ok",)
        except sqlite3.Error:
            return False

    @_told
    def _edition(self) -> Edition:
        (version,) = self._one("PRAGMA user_version")
        if version != tables.VERSION:
            raise damaged()
        row = self._one("SELECT version, issued, sha256 FROM edition")
        return Edition(version=row[0], issued=date.fromisoformat(row[1]), sha256=row[2])

    def _page(self, row: sqlite3.Row, lang: str) -> Page:
        from amparo.library.codec import decode_blocks  # msgspec: 25 ms, not before the first page is read

        lists = {name: json.loads(row[name]) for name in tables.LISTS}
        served_by = self._all(
            f"SELECT DISTINCT {_HEAD} FROM serves JOIN page AS it ON it.id = serves.page"
            f" WHERE serves.item = :item AND {_IN_BEST_LANG} ORDER BY place",
            item=row["id"],
            lang=lang,
        )
        head = _head(row)
        return Page(
            id=head.id,
            kind=head.kind,
            lang=head.lang,
            title=head.title,
            subject=head.subject,
            parent=head.parent,
            context=row["context"],
            text=row["text"],
            footnote=row["footnote"] or None,
            notes=tuple(_note(note) for note in json.loads(row["notes"])),
            instruments=tuple(lists["instruments"]),
            expects=tuple(map(Kind, lists["expects"])),
            audience=head.audience,
            serves=tuple(map(PageId, lists["serves"])),
            served_by=tuple(map(_head, served_by)),
            read_on=self._heads_of(lists["read_on"], lang),
            sources=self._sources(lists["sources"]),
            as_of=date.fromisoformat(row["as_of"]),
            status=row["status"],
            blocks=decode_blocks(row["blocks"]),
        )

    def _heads_of(self, pages: list[str], lang: str) -> tuple[PageHead, ...]:
        """The heads of these pages, in this order."""
        rows = self._all(
            f"SELECT {_HEAD} FROM (SELECT key AS rank, value AS wanted FROM json_each(:pages))"
            f" JOIN page AS it ON it.id = wanted WHERE {_IN_BEST_LANG} ORDER BY rank",
            pages=json.dumps(pages),
            lang=lang,
        )
        return tuple(map(_head, rows))

    def _sources(self, keys: list[str]) -> tuple[Source, ...]:
        columns = ", ".join(f"source.{name}" for name in tables.SOURCE)
        rows = self._all(
            f"SELECT {columns} FROM source JOIN json_each(:keys) AS wanted ON wanted.value = source.key"
            " ORDER BY wanted.key",
            keys=json.dumps(keys),
        )
        return tuple(Source(**dict(row)) for row in rows)

    def _one(self, sql: str, **values: str | None) -> Any:
        with closing(self._db.execute(sql, {name: _whole(value) for name, value in values.items()})) as found:
            return found.fetchone()

    def _all(self, sql: str, **values: str | None) -> list[Any]:
        with closing(self._db.execute(sql, {name: _whole(value) for name, value in values.items()})) as found:
            return found.fetchall()


def _head(row: sqlite3.Row) -> PageHead:
    return PageHead(
        id=PageId(row["id"]),
        kind=Kind(row["kind"]),
        lang=row["lang"],
        title=row["title"],
        subject=row["subject"],
        parent=row["parent"] and PageId(row["parent"]),
        audience=tuple(map(Audience, json.loads(row["audience"]))),
    )


def _entry(row: sqlite3.Row, lang: str) -> Entry:
    from amparo.library.codec import decode_entry  # msgspec: as in `_page`

    return decode_entry(row["entry"]).named_in(lang)


def _note(said: dict[str, Any]) -> EditorialNote:
    return EditorialNote(text=said["text"], sources=tuple(said["sources"]))


def _whole(text: str | None) -> str | None:
    """Any text as SQLite takes it: half a character, as a terminal may hand over, becomes a question mark."""
    return text and text.encode(errors="replace").decode()
