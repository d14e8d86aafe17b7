"""From a pack to what a kit reads."""

import sqlite3
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

import amparo_index
from amparo.core.errors import Cancelled
from amparo.core.model import Edition, PageId
from amparo.library.compile import compile_pack, in_order, read_documents, without_refrains, write_library
from amparo.library.documents import Fault
from amparo.library.draft import Draft, Passage
from amparo.library.manifest import INDEX, LIBRARY, MANIFEST, PACK, Manifest, read_manifest, verify_library
from amparo.library.pack import BadPack, make_pack, read_pack
from amparo.library.search import Search
from amparo.library.tables import VERSION
from amparo_build.content import DOCUMENTS, gather
from amparo_resources.schema import KINDS


def columns(folder: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / LIBRARY)) as db:
        return db.execute(f"SELECT * FROM {table}").fetchall()


def test_a_folder_holds_what_its_manifest_says(content: Path) -> None:
    manifest = read_manifest(content)
    assert sha256((content / PACK).read_bytes()).hexdigest() == manifest.edition.sha256
    assert amparo_index.digest(content / INDEX) == manifest.index_digest
    verify_library(content, manifest)
    assert columns(content, "edition") == [
        (manifest.edition.version, manifest.edition.issued.isoformat(), manifest.edition.sha256)
    ]


def test_the_pack_is_the_documents(content: Path) -> None:
    assert read_pack((content / PACK).read_bytes()) == gather(DOCUMENTS)


class Rebuilt(NamedTuple):
    """What another kit makes of the pack, and what it said meanwhile."""

    folder: Path
    manifest: Manifest
    told: list[tuple[int, int]]


@pytest.fixture(scope="module")
def rebuilt(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Rebuilt:
    folder, told = tmp_path_factory.mktemp("rebuilt"), list[tuple[int, int]]()
    pack = (content / PACK).read_bytes()
    manifest = compile_pack(pack, folder, lambda done, total: told.append((done, total)))
    return Rebuilt(folder, manifest, told)


def test_another_kit_builds_the_same_library_from_the_pack(content: Path, rebuilt: Rebuilt) -> None:
    assert rebuilt.manifest.edition == read_manifest(content).edition
    for table in ("page", "passage", "serves", "source", "term", "directory", "shortcut"):
        assert columns(rebuilt.folder, table) == columns(content, table)
    search = Search(rebuilt.folder, rebuilt.manifest)
    with Search(content, read_manifest(content)) as ours, search as theirs:
        assert ours.ask("peacekeeping").hits == theirs.ask("peacekeeping").hits != ()


def test_the_library_says_of_which_version_it_is(content: Path) -> None:
    with closing(sqlite3.connect(content / LIBRARY)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_source_that_a_page_names_is_in_the_library(content: Path) -> None:
    with closing(sqlite3.connect(content / LIBRARY)) as db:
        lost = db.execute(
            "SELECT page.id, value FROM page, json_each(page.sources)"
            " WHERE value NOT IN (SELECT key FROM source)"
        ).fetchall()
    assert lost == []


def test_passages_and_pages_belong_together(content: Path) -> None:
    with closing(sqlite3.connect(content / LIBRARY)) as db:
        strays = "SELECT key FROM passage WHERE (page, lang) NOT IN (SELECT id, lang FROM page)"
        assert db.execute(strays).fetchall() == []
        assert db.execute("SELECT id FROM page WHERE parent NOT IN (SELECT id FROM page)").fetchall() == []
        unfound = "SELECT id FROM page WHERE id NOT IN (SELECT page FROM passage) AND id <> 'plan'"
        assert db.execute(unfound).fetchall() == [], "a page that no search finds"


def test_what_one_list_says_after_the_other_leads_to_none_of_them() -> None:
    def left(*kinds: str) -> list[int]:
        drafts = tuple(
            Draft(
                id=PageId(f"{kind}/{place}"), kind=kind, lang="en", title="", text="", as_of=date(2026, 1, 1),
                status="draft", blocks=(),
                passages=(Passage(title="", text="Never in public."), Passage(title="", text=f"{place}")),
            )
            for place, kind in enumerate(kinds)
        )  # fmt: skip
        return [len(draft.passages) for draft in without_refrains(drafts)]

    assert left("checklist", "checklist", "checklist", "guidance") == [2, 2, 2, 2]
    assert left("checklist", "checklist", "checklist", "checklist", "guidance") == [1, 1, 1, 1, 2]
    assert left(*["directory"] * 5) == [2] * 5


def test_no_sentence_leads_to_more_than_three_checklists(content: Path) -> None:
    with closing(sqlite3.connect(content / LIBRARY)) as db:
        on_lists = "FROM passage WHERE page LIKE 'checklist/%' GROUP BY text"
        assert db.execute(f"SELECT text {on_lists} HAVING count(*) > 3").fetchall() == []
        assert db.execute(f"SELECT text {on_lists} HAVING count(*) = 3").fetchall() != []


@pytest.mark.parametrize(
    "pack",
    [b"junk", make_pack({}), make_pack({"sources/s.yaml": b"kind: sources\nsources: []\n"})],
    ids=["junk", "empty", "no edition"],
)
def test_what_is_no_pack_of_ours_is_refused_and_no_manifest_is_written(tmp_path: Path, pack: bytes) -> None:
    with pytest.raises((BadPack, Fault)):
        compile_pack(pack, tmp_path)
    assert not (tmp_path / MANIFEST).exists()


def test_a_document_that_does_not_hold_is_refused(content: Path, tmp_path: Path) -> None:
    documents = read_pack((content / PACK).read_bytes()) | {"checklist/x.en.yaml": b"kind: checklist\n"}
    with pytest.raises(Fault, match=r"checklist/x\.en\.yaml, line 1"):
        compile_pack(make_pack(documents), tmp_path)
    assert not (tmp_path / MANIFEST).exists()


def test_it_can_be_stopped_and_then_says_nothing_is_whole(content: Path, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        compile_pack((content / PACK).read_bytes(), tmp_path, stop)
    assert not (tmp_path / MANIFEST).exists()


def test_it_says_how_far_it_is(rebuilt: Rebuilt) -> None:
    told = rebuilt.told
    assert len(told) > 1
    assert told == [(done, len(told) - 1) for done in range(len(told))]


def draft(page: str, title: str, *shortcuts: str, state: str = "") -> Draft:
    kind = page.partition("/")[0]
    return Draft(
        id=PageId(page), kind=kind, lang="en", title=title, text="", as_of=date(2026, 11, 2),
        status="draft", blocks=(), passages=(Passage(title=title, text="", state=state),),
        shortcuts=shortcuts,
    )  # fmt: skip


def test_states_are_listed_by_name_and_organisations_after_them() -> None:
    given = [
        draft("directory/iom", "IOM"),
        draft("directory/zwb", "Ruritania", state="ZWB"),
        draft("directory/abc", "Zenda", state="ABC"),
        draft("checklist/z", "Z"),
        draft("checklist/a", "A"),
    ]
    assert [one.title for one in in_order(given)] == ["Z", "A", "Ruritania", "Zenda", "IOM"]


def test_a_shortcut_to_two_pages_leads_to_neither(tmp_path: Path) -> None:
    edition = Edition(version="2026.11.1", issued=date(2026, 11, 2), sha256="0" * 64)
    drafts = (draft("directory/a", "A", "tel:1", "tel:2"), draft("directory/b", "B", "tel:2", "tel:3"))
    write_library(tmp_path / LIBRARY, edition, (), drafts)
    assert columns(tmp_path, "shortcut") == [("tel:1", "directory/a"), ("tel:3", "directory/b")]


def test_documents_are_read_in_an_order_of_their_own_the_plan_first() -> None:
    files = gather(DOCUMENTS)
    names = [written.file for written in read_documents(dict(reversed(files.items())))]
    kinds = list(KINDS)
    assert names[0] == "plan/work-plan.en.yaml"
    assert names == sorted(
        files.keys() - {"edition.yaml"}, key=lambda name: (kinds.index(name.partition("/")[0]), name)
    )
