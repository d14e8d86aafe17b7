"""From a pack to a library and an index; every kit builds what it receives by this, never at its start."""

import errno
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlite_utils

import amparo_index
from amparo.core.model import Edition, Kind
from amparo.core.progress import Tick, no_tick
from amparo.library import tables
from amparo.library.codec import encode_blocks, encode_entry
from amparo.library.documents import EDITION, Written, read_document, read_edition
from amparo.library.draft import Draft, Passage
from amparo.library.entries import entries_of
from amparo.library.manifest import INDEX, LIBRARY, MANIFEST, PACK, Manifest
from amparo.library.pack import BadPack, read_pack
from amparo.library.pages import PAGES, coverage
from amparo_resources import schema

_MOST_LISTS = 3
"""Checklists that may be found by one sentence."""


def compile_pack(pack: bytes, folder: Path, tick: Tick = no_tick) -> Manifest:
    """Make a folder that a kit can read from: pack, library, index and manifest, this last.

    Args:
        folder: empty, and not in use; whoever calls puts it in its place when it is whole.

    Raises:
        BadPack, Fault: the pack is not one of ours, or a document in it does not hold.
        OSError: it could not be written.
    """
    files = read_pack(pack)
    if EDITION not in files:
        raise BadPack("the pack does not say which edition it is")
    said = read_edition(files[EDITION])
    edition = Edition(version=said.version, issued=said.issued, sha256=sha256(pack).hexdigest())
    documents = read_documents(files)
    drafts = in_order(draft for written in documents for draft in draft_pages(written))
    drafts = without_refrains(in_order((*drafts, coverage.page(drafts, edition.issued))))
    (folder / PACK).write_bytes(pack)
    write_library(folder / LIBRARY, edition, documents, drafts)
    (folder / INDEX).mkdir()
    digest = amparo_index.build(_entries(drafts), folder / INDEX, tick)
    library_sha256 = sha256((folder / LIBRARY).read_bytes()).hexdigest()
    manifest = Manifest(edition=edition, library_sha256=library_sha256, index_digest=digest)
    (folder / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
    return manifest


def read_documents(files: Mapping[str, bytes]) -> tuple[Written, ...]:
    """Every document but the edition, each checked by itself: by kind, the plan first, and by name.

    Raises: Fault, for the first that does not hold.
    """
    read = (read_document(name, files[name]) for name in sorted(files) if name != EDITION)
    order = {kind: place for place, kind in enumerate(schema.KINDS)}
    return tuple(sorted(read, key=lambda written: order[written.kind]))


def draft_pages(written: Written) -> tuple[Draft, ...]:
    """The pages of a document; none for one that is a table of its own."""
    return PAGES[written.kind](written) if written.kind in PAGES else ()


def in_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The pages as lists show them: as given, but states by their name, and organisations after them."""
    kinds = {kind: place for place, kind in enumerate(schema.KINDS)}

    def place(draft: Draft) -> tuple[int, bool, str]:
        if draft.kind != Kind.DIRECTORY:
            return kinds[draft.kind], False, ""
        return kinds[draft.kind], not any(passage.state for passage in draft.passages), draft.title

    return tuple(sorted(drafts, key=place))


def without_refrains(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The pages without the passages that one checklist has like the other, which would fill the results."""
    lists = [draft for draft in drafts if draft.kind == Kind.CHECKLIST]
    said = Counter(passage.text for draft in lists for passage in draft.passages)

    def kept(draft: Draft) -> tuple[Passage, ...]:
        return tuple(passage for passage in draft.passages if said[passage.text] <= _MOST_LISTS)

    return tuple(
        replace(draft, passages=kept(draft)) if draft.kind == Kind.CHECKLIST else draft for draft in drafts
    )


def passage_key(page: str, lang: str, place: int) -> str:
    """How index and library name the same passage."""
    return f"{page}#{lang}#{place}"


def write_library(
    path: Path, edition: Edition, documents: Iterable[Written], drafts: tuple[Draft, ...]
) -> None:
    """Write the library of these documents into a new SQLite file.

    Raises: OSError.
    """
    db = sqlite_utils.Database(path)
    try:
        db.conn.executescript(tables.SCHEMA)
        with db.atomic():
            _fill(db, edition, documents, drafts)
    except sqlite3.OperationalError as error:  # SQLite has words of its own for a full disk
        raise OSError(errno.ENOSPC if "full" in str(error) else errno.EIO, str(error)) from error
    finally:
        db.conn.close()


def _fill(
    db: sqlite_utils.Database, edition: Edition, documents: Iterable[Written], drafts: tuple[Draft, ...]
) -> None:
    db.table("edition").insert(_columns(asdict(edition)))
    for written in documents:
        match written.document:
            case schema.Sources(sources=sources):
                db.table("source").insert_all({f: getattr(s, f) for f in tables.SOURCE} for s in sources)
            case schema.Thesaurus(concepts=concepts):
                db.table("term").insert_all(_terms(concepts))
            case schema.Directory():
                db.table("directory").insert_all(_entry_rows(written, drafts))
    db.table("page").insert_all(_page_row(n, draft) for n, draft in enumerate(drafts))
    db.table("passage").insert_all(row for draft in drafts for row in _passage_rows(draft))
    db.table("shortcut").insert_all(_shortcuts(drafts))
    db.table("serves").insert_all(
        {"page": draft.id, "item": item}
        for draft in drafts
        if draft.parent is None  # a part of a document serves what the document serves
        for item in draft.serves
    )


def _page_row(place: int, draft: Draft) -> dict[str, Any]:
    row = {name: getattr(draft, name) for name in tables.PLAIN} | {
        name: json.dumps(getattr(draft, name), ensure_ascii=False) for name in tables.LISTS
    }
    notes = json.dumps([asdict(note) for note in draft.notes], ensure_ascii=False)
    return _columns(row | {"place": place, "notes": notes, "blocks": encode_blocks(draft.blocks)})


def _passage_rows(draft: Draft) -> Iterable[dict[str, Any]]:
    for place, passage in enumerate(draft.passages):
        key = passage_key(draft.id, draft.lang, place)
        yield {"key": key, "page": draft.id, "lang": draft.lang, "title": passage.title, "text": passage.text}


def _entry_rows(written: Written, drafts: tuple[Draft, ...]) -> Iterable[dict[str, Any]]:
    places = {draft.id: place for place, draft in enumerate(drafts)}
    for lang, entry in entries_of(written).items():
        yield {"page": entry.page, "lang": lang, "place": places[entry.page], "entry": encode_entry(entry)}


def _shortcuts(drafts: tuple[Draft, ...]) -> Iterable[dict[str, str]]:
    """Each leads to one page; what would lead to several leads nowhere."""
    pages: dict[str, set[str]] = {}
    for draft in drafts:
        for key in draft.shortcuts:
            pages.setdefault(key, set()).add(draft.id)
    yield from ({"key": key, "page": found.pop()} for key, found in pages.items() if len(found) == 1)


def _terms(concepts: tuple[schema.Concept, ...]) -> Iterable[dict[str, str]]:
    for concept in concepts:
        for lang, terms in concept.terms.items():
            yield from ({"concept": concept.id, "lang": lang, "term": term} for term in terms)


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}


def _entries(drafts: tuple[Draft, ...]) -> list[amparo_index.Entry]:
    return [
        amparo_index.Entry(
            key=passage_key(draft.id, draft.lang, place),
            lang=draft.lang,
            title=passage.title,
            text=passage.text,
            kind=draft.kind,
            tags=passage.tags,
            state=passage.state,
        )
        for draft in drafts
        for place, passage in enumerate(draft.passages)
    ]
