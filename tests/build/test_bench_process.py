from amparo_build.bench.process import descendants, parent_of, pss_kb, qt_files, ticks_of
from amparo_build.bench.screen import has_colour
from amparo_build.bench.starts import memory_pair

STAT = "4711 (a) name) (x) S 4700 4711 4711 0 -1 4194560 7 0 0 0 31 11 5 5 20 0 3 0 9 1 2"


def test_a_name_may_hold_brackets_and_spaces() -> None:
    assert parent_of(STAT) == (4711, 4700)
    assert ticks_of(STAT) == 42


def test_a_tree_is_followed_to_its_leaves_and_no_further() -> None:
    parents = {2: 1, 3: 2, 4: 2, 5: 4, 6: 1, 7: 99}
    assert descendants(parents, 2) == {3, 4, 5}
    assert descendants(parents, 7) == set()


def test_processes_that_seem_to_be_each_others_parents_end_the_search() -> None:
    assert descendants({2: 3, 3: 2}, 2) == {2, 3}


def test_the_proportional_size_is_not_one_of_its_parts() -> None:
    assert pss_kb("00400000-7ff ---p 0 0 0 [rollup]\nRss: 900 kB\nPss: 640 kB\nPss_Anon: 120 kB\n") == 640


def test_the_core_of_qt_is_known_by_its_file_and_not_by_its_name() -> None:
    maps = "7f00-7f01 r-xp 00000000 fe:01 12 /opt/my qt/libQt6Core.so.6\n7f02-7f03 rw-p 00000000 00:00 0 \n"
    assert qt_files(maps) == {("fe:01", "12")}
    assert qt_files("7f00-7f01 r-xp 00000000 fe:01 12 /usr/lib/libQt6Gui.so.6\n") == set()


def test_memory_counts_when_nobody_had_part_in_it() -> None:
    seen = {"kit": [(60.0, True), (88.0, False), (90.0, False)], "bare": [(44.0, False)]}
    assert [series.median for series in memory_pair(seen, "kit", "bare").values()] == [89, 44]


def test_what_is_shared_is_so_on_both_sides() -> None:
    seen = {"kit": [(60.0, True), (62.0, True), (88.0, False)], "bare": [(30.0, True)]}
    kit, bare = memory_pair(seen, "kit", "bare").values()
    assert (kit.median, bare.median) == (62, 30)
    assert "shared" in kit.name
    assert "shared" in bare.name


def test_black_is_not_painted_whatever_its_unused_byte() -> None:
    assert not has_colour(b"\0\0\0\xff" * 9)
    assert has_colour(b"\0\0\0\xff" * 8 + b"\0\1\0\xff")
