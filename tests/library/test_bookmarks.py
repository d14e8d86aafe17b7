import subprocess
import sys
from pathlib import Path

import pytest

from amparo.core.model import PageId
from amparo.library.bookmarks import Bookmarks, NotKept
from tests.programs import environment

ONE, TWO, THREE = (PageId(f"plan/activity/{number}") for number in (1, 2, 3))
ADD = """
import sys
from pathlib import Path
from amparo.library.bookmarks import Bookmarks

bookmarks = Bookmarks(Path(sys.argv[1]))
sys.stdin.read()
for number in range(40):
    bookmarks.add(f"{sys.argv[2]}/{number}")
    if number % 2:
        bookmarks.remove(f"{sys.argv[2]}/{number}")
"""


@pytest.fixture
def path(home: Path) -> Path:
    return home / "bookmarks.json"


def test_none_are_there_at_first(path: Path) -> None:
    assert Bookmarks(path).pages() == ()
    assert not path.exists()


def test_the_latest_is_first_and_none_is_there_twice(path: Path) -> None:
    bookmarks = Bookmarks(path)
    for page in (ONE, TWO, THREE, ONE):
        bookmarks.add(page)
    assert Bookmarks(path).pages() == (ONE, THREE, TWO)


def test_a_mark_is_taken_away(path: Path) -> None:
    bookmarks = Bookmarks(path)
    bookmarks.add(ONE)
    bookmarks.add(TWO)
    bookmarks.remove(ONE)
    bookmarks.remove(THREE)
    assert Bookmarks(path).pages() == (TWO,)


def test_a_second_instance_adds_to_the_same(path: Path) -> None:
    first, second = Bookmarks(path), Bookmarks(path)
    first.add(ONE)
    second.add(TWO)
    first.add(THREE)
    assert first.pages() == second.pages() == (THREE, TWO, ONE)


def test_instances_that_mark_at_once_lose_nothing(path: Path) -> None:
    names = ("one", "two")
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(path), name], env=environment(), stdin=subprocess.PIPE
        )
        for name in names
    ]
    for program in programs:
        program.communicate(b"", timeout=60)
        assert program.returncode == 0
    assert set(Bookmarks(path).pages()) == {
        f"{name}/{number}" for name in names for number in range(0, 40, 2)
    }


def test_what_cannot_be_read_is_set_aside_and_marking_goes_on(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"pages": ["plan/act')
    bookmarks = Bookmarks(path)
    assert bookmarks.pages() == ()
    assert path.with_name("bookmarks.json.unreadable").read_bytes() == b'{"pages": ["plan/act'
    bookmarks.add(ONE)
    assert bookmarks.pages() == (ONE,)


@pytest.mark.parametrize(
    "junk", ['{"pages": 5}', '{"pages": null}', "{}", '{"pages": {"a": 1}}', '{"pages": [[], 5, null]}']
)
def test_a_record_of_something_else_has_no_marks(path: Path, junk: str) -> None:
    path.parent.mkdir()
    path.write_text(junk, encoding="ascii")
    bookmarks = Bookmarks(path)
    assert bookmarks.pages() == ()
    bookmarks.add(ONE)
    assert bookmarks.pages() == (ONE,)


def test_what_cannot_be_kept_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"a file")
    bookmarks = Bookmarks(tmp_path / "home" / "bookmarks.json")
    assert bookmarks.pages() == ()
    for change in (bookmarks.add, bookmarks.remove):
        with pytest.raises(NotKept) as caught:
            change(ONE)
        assert str(tmp_path / "home") in caught.value.what
        assert caught.value.to_do
