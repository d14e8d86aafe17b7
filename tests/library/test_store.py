import gc
import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.errors import AppError
from amparo.core.model import Audience, Kind
from amparo.library.manifest import LIBRARY, ContentDamaged
from amparo.library.store import NoSuchPage, Store
from amparo.library.tables import VERSION
from amparo_build.content import DOCUMENTS, build, gather
from tests.library.examples import CHECKLIST, EXAMPLES, PAGES

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux counts open files")


@pytest.fixture
def store(content: Path) -> Iterator[Store]:
    with Store(content) as opened:
        yield opened


@pytest.fixture
def enriched_store(enriched: Path) -> Iterator[Store]:
    with Store(enriched) as opened:
        yield opened


@pytest.fixture
def copy(content: Path, tmp_path: Path) -> Path:
    """Content of one's own, to damage."""
    return Path(shutil.copytree(content, tmp_path / "copy"))


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checklist in Spanish and English, a guidance in Portuguese only."""
    folder = tmp_path_factory.mktemp("bilingual") / "built"
    talk = EXAMPLES["guidance/example-talk.en.md"].replace("The first talk", "A primeira conversa")
    documents = gather(DOCUMENTS) | {
        "checklist/booth.en.yaml": CHECKLIST.encode(),
        "checklist/booth.es.yaml": CHECKLIST.replace("At the booth", "En la ventanilla").encode(),
        "guidance/talk.pt.md": talk.encode(),
    }
    build(documents, folder)
    return folder


def open_files() -> list[str]:
    """Files that are open; not what a thread of another test may be letting go of meanwhile."""
    gc.collect()
    paths = (Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd"))  # noqa: PTH208
    there = (str(path.readlink()) for path in paths if path.is_symlink())
    return sorted(name for name in there if name.startswith("/"))


def test_the_edition_is_known(store: Store) -> None:
    assert store.edition.version.count(".") == 2
    assert len(store.edition.sha256) == 64


def test_a_page_is_whole(store: Store) -> None:
    page = store.page("plan/activity/2")
    assert (page.kind, page.lang, page.title, page.parent) == (
        Kind.PLAN,
        "en",
        "Activity 2",
        "plan/prevention",
    )
    assert page.footnote is not None
    assert page.footnote.startswith(" \ufffd.\t")
    assert page.blocks
    assert page.notes
    assert [source.key for source in page.sources][:2] == ["SEED", "OAS-2551"]
    assert page.sources[0].publisher == "OAS Permanent Council"
    assert store.page("plan/activity/1").footnote is None


@pytest.mark.parametrize(
    "page", ["plan/activity/99", "", "PLAN", "plan/", "%", "' OR 1=1 --", "\0", "plan\0", "\udcff", "ñ"]
)
def test_a_page_that_is_not_there_is_said_so_with_what_to_do(store: Store, page: str) -> None:
    with pytest.raises(NoSuchPage) as caught:
        store.page(page)
    assert caught.value.to_do
    assert store.languages(page) == ()


@given(page=st.text(st.characters()), lang=st.text(st.characters()))
def test_any_name_is_a_page_or_none(content: Path, page: str, lang: str) -> None:
    with Store(content) as opened, suppress(NoSuchPage):
        assert opened.page(page, lang).id == page


def test_lists_are_in_order_and_by_kind(enriched_store: Store) -> None:
    everything = enriched_store.heads()
    assert {kind for kind in Kind if enriched_store.heads(kind=kind)} == {head.kind for head in everything}
    for kind in Kind:
        of_kind = enriched_store.heads(kind=kind)
        assert of_kind == tuple(head for head in everything if head.kind is kind)
    assert [head.id for head in enriched_store.heads(parent="plan/mandates")] == [
        f"plan/mandate/{number}" for number in range(1, 11)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_an_item_lists_what_serves_it_and_the_gaps(enriched_store: Store, page: str) -> None:
    item = enriched_store.page("plan/activity/36")
    served = enriched_store.page(page)
    assert page in [head.id for head in item.served_by]
    assert served.serves == ("plan/activity/36",)
    assert set(item.expects) - {head.kind for head in item.served_by} == set(item.gaps) == set()


def test_an_item_that_nothing_serves_has_gaps(store: Store) -> None:
    item = store.page("plan/activity/36")
    serving = {head.kind for head in item.served_by}
    assert set(item.gaps) == {Kind.CHECKLIST, Kind.TRAINING} - serving


def test_a_page_is_given_in_the_readers_language_else_in_english_else_in_what_there_is(
    bilingual: Path,
) -> None:
    with Store(bilingual) as store:
        assert store.page("checklist/booth", "es").title == "En la ventanilla"
        assert store.page("checklist/booth", "fr").lang == "en"
        assert store.page("guidance/talk", "es").lang == "pt"
        assert store.languages("checklist/booth") == ("en", "es")
        assert store.languages("guidance/talk") == ("pt",)


def test_a_list_shows_every_page_once_in_the_best_language(bilingual: Path) -> None:
    with Store(bilingual) as store:
        for lang, title in (("es", "En la ventanilla"), ("en", "At the booth"), ("pt", "At the booth")):
            heads = store.heads(lang)
            assert len({head.id for head in heads}) == len(heads)
            assert [head.title for head in heads if head.id == "checklist/booth"] == [title]
            serving = [head.title for head in store.page("plan/activity/36", lang).served_by]
            assert serving.count(title) == 1
            assert len(serving) == 2 + len(_real_serving(store))


def _real_serving(store: Store) -> list[str]:
    mine = {"checklist/booth", "guidance/talk"}
    return [head.id for head in store.page("plan/activity/36").served_by if head.id not in mine]


def test_pages_for_a_role_are_in_their_order(store: Store) -> None:
    heads = store.pages_for(Audience.PEACEKEEPING)
    assert "plan/activity/13" in [head.id for head in heads]
    assert heads == tuple(head for head in store.heads() if head in heads)
    for audience in Audience:
        for head in store.pages_for(audience):
            assert audience in store.page(head.id).audience


def test_passages_come_with_what_they_inherit(enriched_store: Store) -> None:
    keys = ["checklist/example-booth#en#0", "plan/activity/13#en#0", "nowhere#en#0"]
    found = enriched_store.passages(keys)
    assert set(found) == set(keys[:2])
    assert found[keys[0]].title == "Somebody else holds the passport"
    assert found[keys[0]].source.key == "SEED"
    assert found[keys[1]].context == "Prevention · possible activity for member states"


def test_entries_of_the_directory_come_back_states_first(store: Store) -> None:
    entries = store.entries()
    assert len(entries) == 41
    names = [entry.name for entry in entries]
    assert names[:35] == sorted(names[:35])
    assert [bool(entry.alpha3) for entry in entries] == [True] * 35 + [False] * 6
    assert [entry.page for entry in entries] == [head.id for head in store.heads(kind=Kind.DIRECTORY)]
    bolivia = store.entry("directory/bol")
    assert bolivia in entries
    assert (bolivia.alpha3, bolivia.calling_code, bolivia.emergency[0].dial) == ("BOL", "+591", "911")


def test_an_entry_is_given_in_the_readers_language_else_in_english(store: Store) -> None:
    assert [store.entry("directory/bra", lang).name for lang in ("en", "es", "pt", "fr", "qu")] == [
        "Brazil",
        "Brasil",
        "Brasil",
        "Brésil",
        "Brazil",
    ]
    assert store.entry("directory/bra", "fr").authorities == store.entry("directory/bra").authorities
    assert store.entry("directory/oas", "es").name == "OAS Department of Public Security"
    assert store.entries("qu") == store.entries()


@pytest.mark.parametrize("page", ["directory/xyz", "plan/activity/2", "", "\udcff"])
def test_an_entry_that_is_not_there_is_said_so_with_what_to_do(store: Store, page: str) -> None:
    with pytest.raises(NoSuchPage) as caught:
        store.entry(page)
    assert caught.value.to_do


def test_names_and_numbers_lead_to_pages_that_are_there(store: Store) -> None:
    shortcuts = store.shortcuts()
    assert shortcuts["name:brasil"] == "directory/bra"
    assert set(shortcuts.values()) == {entry.page for entry in store.entries()}


def test_the_thesaurus_is_read(enriched_store: Store) -> None:
    assert set(enriched_store.terms()["passport"]) == {
        ("en", "passport"),
        ("es", "pasaporte"),
        ("fr", "passeport"),
    }


# Bad days


def missing(folder: Path) -> None:
    (folder / LIBRARY).unlink()


def empty(folder: Path) -> None:
    (folder / LIBRARY).write_bytes(b"")


def junk(folder: Path) -> None:
    (folder / LIBRARY).write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)


def halved(folder: Path) -> None:
    data = (folder / LIBRARY).read_bytes()
    (folder / LIBRARY).write_bytes(data[: len(data) // 2])


def is_a_folder(folder: Path) -> None:
    missing(folder)
    (folder / LIBRARY).mkdir()


def of_another_version(folder: Path) -> None:
    with closing(sqlite3.connect(folder / LIBRARY)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")


def without_tables(folder: Path) -> None:
    with closing(sqlite3.connect(folder / LIBRARY)) as db:
        db.execute("DROP TABLE edition")


def without_edition(folder: Path) -> None:
    with closing(sqlite3.connect(folder / LIBRARY)) as db, db:
        db.execute("DELETE FROM edition")


def without_a_day(folder: Path) -> None:
    with closing(sqlite3.connect(folder / LIBRARY)) as db, db:
        db.execute("UPDATE edition SET issued = 'soon'")


DAMAGE = [
    missing,
    empty,
    junk,
    is_a_folder,
    of_another_version,
    without_tables,
    without_edition,
    without_a_day,
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_library_that_is_not_ours_is_damaged(copy: Path, damage: Callable[[Path], None]) -> None:
    damage(copy)
    with pytest.raises(ContentDamaged):
        Store(copy)


@linux
@pytest.mark.parametrize("damage", DAMAGE)
def test_nothing_stays_open_of_a_damaged_library(copy: Path, damage: Callable[[Path], None]) -> None:
    damage(copy)
    before = open_files()
    with pytest.raises(ContentDamaged):
        Store(copy)
    assert open_files() == before


def read_everything(folder: Path) -> None:
    with Store(folder) as store:
        for head in store.heads():
            store.page(head.id)
        store.passages(f"{head.id}#en#0" for head in store.heads())
        store.pages_for(Audience.BORDER)
        store.terms()


def test_whatever_is_damaged_inside_is_told_as_such(copy: Path) -> None:
    """A stick loses blocks anywhere; whatever is met there is an error in words."""
    whole = (copy / LIBRARY).read_bytes()
    places = random.Random(7)  # noqa: S311 - the same places in every run
    told = 0
    for _ in range(30):
        data = bytearray(whole)
        place = places.randrange(100, len(data) - 2048)
        data[place : place + 2048] = b"\xa5" * 2048
        (copy / LIBRARY).write_bytes(data)
        try:
            read_everything(copy)
        except AppError:
            told += 1
    assert told


def test_a_library_cut_in_half_is_told_as_such(copy: Path) -> None:
    halved(copy)
    with pytest.raises(ContentDamaged):
        read_everything(copy)


def test_soundness_is_what_sqlite_says(copy: Path) -> None:
    with Store(copy) as store:
        assert store.is_sound()
    data = bytearray((copy / LIBRARY).read_bytes())
    data[8192:12288] = bytes(4096)
    (copy / LIBRARY).write_bytes(data)
    with Store(copy) as store:
        assert not store.is_sound()


def test_reading_writes_nothing_beside_the_library(copy: Path) -> None:
    before = {path.name: path.read_bytes() for path in copy.iterdir() if path.is_file()}
    read_everything(copy)
    assert {path.name: path.read_bytes() for path in copy.iterdir() if path.is_file()} == before


def test_a_folder_with_any_name_is_opened(content: Path, tmp_path: Path) -> None:
    odd = Path(shutil.copytree(content, tmp_path / "a?b#c %41 ñ;'"))
    read_everything(odd)


@linux
def test_closing_leaves_nothing_open(content: Path) -> None:
    before = open_files()
    read_everything(content)
    assert open_files() == before
