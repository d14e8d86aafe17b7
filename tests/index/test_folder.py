import gc
import pickle
import pickletools
import warnings
from contextlib import closing
from pathlib import Path

import pytest

from amparo_index import SCHEMA, IndexDamaged, IndexOutdated, Searcher, build, digest
from amparo_index.folder import SCHEMA_FILE
from tests.index.corpus import PASSAGES, Kit, entry, keys, make, never_stop


@pytest.fixture
def unpickling(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each file that Whoosh unpickles from."""
    from whoosh.filedb.structfile import StructFile

    reached: list[str] = []
    read_pickle = StructFile.read_pickle

    def noted(file: object) -> object:
        reached.append(str(file))
        return read_pickle(file)

    monkeypatch.setattr(StructFile, "read_pickle", noted)
    return reached


def test_opening_a_whole_index_does_unpickle(tmp_path: Path, unpickling: list[str]) -> None:
    Searcher(tmp_path, expected_digest=make(tmp_path)).close()
    assert unpickling  # else the next tests would show nothing


def test_a_changed_byte_in_any_file_is_seen_before_anything_is_unpickled(
    tmp_path: Path, unpickling: list[str]
) -> None:
    built = make(tmp_path)
    unpickling.clear()
    for path in sorted(tmp_path.iterdir()):
        whole = path.read_bytes()
        for place in {0, len(whole) // 2, len(whole) - 1}:
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            with pytest.raises(IndexDamaged, match="digest"):
                Searcher(tmp_path, expected_digest=built)
        path.write_bytes(whole)
    assert unpickling == []
    Searcher(tmp_path, expected_digest=built).close()


def test_a_newer_table_of_contents_that_runs_code_is_not_opened(
    tmp_path: Path, unpickling: list[str]
) -> None:
    built = make(tmp_path)
    unpickling.clear()
    evil = pickle.dumps(print)
    assert "print" in [argument for _code, argument, _place in pickletools.genops(evil)]
    (tmp_path / "_MAIN_99.toc").write_bytes(evil)
    with pytest.raises(IndexDamaged):
        Searcher(tmp_path, expected_digest=built)
    assert unpickling == []


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_missing_file_is_damage(tmp_path: Path, missing: int) -> None:
    built = make(tmp_path)
    files = sorted(tmp_path.iterdir())
    assert len(files) == 3
    files[missing].unlink()
    with pytest.raises(IndexDamaged):
        Searcher(tmp_path, expected_digest=built)


def test_a_renamed_file_is_damage(tmp_path: Path) -> None:
    built = make(tmp_path)
    (segment,) = tmp_path.glob("*.seg")
    segment.rename(segment.with_name("MAIN_other.seg"))
    with pytest.raises(IndexDamaged, match="digest"):
        Searcher(tmp_path, expected_digest=built)


def test_no_folder_and_no_index_are_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        Searcher(tmp_path / "none", expected_digest="0" * 64)
    with pytest.raises(IndexDamaged):
        Searcher(tmp_path, expected_digest=digest(tmp_path))
    (tmp_path / SCHEMA_FILE).write_text(f"{SCHEMA}\n")
    with pytest.raises(IndexDamaged):
        Searcher(tmp_path, expected_digest=digest(tmp_path))


def test_another_schema_is_outdated_and_not_damaged(tmp_path: Path, unpickling: list[str]) -> None:
    make(tmp_path)
    unpickling.clear()
    (tmp_path / SCHEMA_FILE).write_text(f"{SCHEMA + 1}\n")
    with pytest.raises(IndexOutdated):
        Searcher(tmp_path, expected_digest=digest(tmp_path))
    assert unpickling == []


def test_what_a_system_drops_into_the_folder_does_not_count(tmp_path: Path) -> None:
    built = make(tmp_path)
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    (tmp_path / "Thumbs.db").write_bytes(b"\0")
    (tmp_path / "MAIN_WRITELOCK").write_bytes(b"")
    assert digest(tmp_path) == built
    Searcher(tmp_path, expected_digest=built).close()


def test_a_read_only_folder_opens_and_stays_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    built = make(folder)
    files = sorted(folder.iterdir())
    for path in files:
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        with Searcher(folder, expected_digest=built) as searcher:
            assert keys(searcher.find("water", tick=never_stop)) == ["en/interview"]
        assert sorted(folder.iterdir()) == files
    finally:
        folder.chmod(0o755)


def test_an_empty_index_answers(tmp_path: Path) -> None:
    with Searcher(tmp_path, expected_digest=make(tmp_path, [])) as searcher:
        assert searcher.count == 0
        assert Kit(searcher).keys('vict "water" PER', typing=True, lang="es", kinds=["plan"]) == []


@pytest.mark.parametrize(("close", "warned"), [(True, set()), (False, {ResourceWarning})])
def test_closing_lets_go_of_every_file(tmp_path: Path, close: bool, warned: set[type]) -> None:
    built = make(tmp_path)
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        searcher = Searcher(tmp_path, expected_digest=built)
        searcher.find("water", tick=never_stop)
        if close:
            searcher.close()
        del searcher
        gc.collect()
    assert {warning.category for warning in caught} == warned


def test_closing_twice_is_fine(tmp_path: Path) -> None:
    searcher = Searcher(tmp_path, expected_digest=make(tmp_path))
    searcher.close()
    searcher.close()


def test_building_again_leaves_one_index(tmp_path: Path) -> None:
    make(tmp_path)
    built = make(tmp_path, PASSAGES[:2])
    assert len(list(tmp_path.iterdir())) == 3
    with Searcher(tmp_path, expected_digest=built) as searcher:
        assert searcher.count == 2


def test_the_order_of_entries_changes_no_answer(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one"), make(tmp_path / "other", PASSAGES[::-1])
    with (
        Searcher(tmp_path / "one", expected_digest=one) as first,
        Searcher(tmp_path / "other", expected_digest=other) as second,
    ):
        for query in ("trata", "de personas", "victim niño"):
            assert Kit(first).find(query) == Kit(second).find(query)


def test_two_entries_of_one_key_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'same'"):
        make(tmp_path, [entry("same", "en", "A", "a"), entry("same", "en", "B", "b")])


def test_building_reports_progress(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    build(PASSAGES, tmp_path, lambda done, total: seen.append((done, total)))
    assert seen == [(done, len(PASSAGES)) for done in range(len(PASSAGES) + 1)]


def test_a_stopped_build_leaves_no_index(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        build(PASSAGES, tmp_path, stop)
    assert list(tmp_path.iterdir()) == []


def test_entries_may_come_from_anywhere_once(tmp_path: Path) -> None:
    built = build(iter(PASSAGES), tmp_path, never_stop)
    with Searcher(tmp_path, expected_digest=built) as searcher:
        assert searcher.count == len(PASSAGES)


def test_building_writes_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoosh would put a segment together in one folder of the system's, which two kits would share."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "is not there"))
    (tmp_path / "index").mkdir()
    make(tmp_path / "index")
    assert [path.name for path in tmp_path.iterdir()] == ["index"]
    assert not [path.name for path in (tmp_path / "index").iterdir() if path.is_dir()]


def test_more_than_fits_into_memory_at_once_is_sorted_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from whoosh.writing import PostingPool

    runs: list[object] = []
    new_run = PostingPool._new_run

    def small(pool: PostingPool, *arguments: object, **_options: object) -> None:
        make_pool(pool, *arguments, limitmb=0.001)

    def noted(pool: PostingPool) -> object:
        runs.append(pool)
        return new_run(pool)

    make_pool = PostingPool.__init__
    monkeypatch.setattr(PostingPool, "__init__", small)
    monkeypatch.setattr(PostingPool, "_new_run", noted)
    with closing(Searcher(tmp_path, expected_digest=make(tmp_path))) as searcher:
        assert Kit(searcher).keys("human trafficking")[0] == "en/debt"
    assert runs
