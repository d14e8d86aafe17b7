"""Waits that grow with wrong passphrases, and that a restart does not shorten."""

from pathlib import Path

import pytest

from amparo.vault.errors import TooSoon
from amparo.vault.tries import FIRST_WAIT_S, FREE, LONGEST_WAIT_S, Tries
from tests.vault.conftest import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tries.json"


def fail(path: Path, clock: Clock, times: int) -> Tries:
    """So many wrong ones, each after its wait."""
    tries = Tries(path, clock)
    for _time in range(times):
        clock.move(seconds=tries.wait_s())
        tries.begin()
    return tries


def test_the_first_wrong_ones_cost_no_wait(path: Path, clock: Clock) -> None:
    assert fail(path, clock, FREE - 1).wait_s() == 0


def test_waits_double_and_end_at_a_quarter_of_an_hour(path: Path, clock: Clock) -> None:
    waits = [fail(path, clock, 1).wait_s() for _time in range(FREE + 10)]
    assert waits[FREE - 1 :][:4] == [FIRST_WAIT_S, 10, 20, 40]
    assert waits[-1] == LONGEST_WAIT_S == max(waits)


def test_too_soon_says_how_long_and_does_not_count(path: Path, clock: Clock) -> None:
    tries = fail(path, clock, FREE)
    with pytest.raises(TooSoon, match="5 seconds") as told:
        tries.begin()
    assert told.value.wait_s == FIRST_WAIT_S
    clock.move(seconds=FIRST_WAIT_S)
    tries.begin()


def test_a_restart_does_not_shorten_the_wait(path: Path, clock: Clock) -> None:
    fail(path, clock, FREE + 3)
    assert Tries(path, clock).wait_s() == FIRST_WAIT_S * 8


def test_a_clock_that_was_moved_neither_frees_nor_locks_for_ever(path: Path, clock: Clock) -> None:
    tries = fail(path, clock, FREE + 1)
    clock.move(days=-3650)
    assert tries.wait_s() == 10
    clock.move(days=7300)
    assert tries.wait_s() == 0


def test_the_right_one_forgets_the_wrong_ones_and_tells_their_number(path: Path, clock: Clock) -> None:
    tries = fail(path, clock, FREE)
    clock.move(seconds=FIRST_WAIT_S)
    tries.begin()
    assert tries.succeed() == FREE
    assert Tries(path, clock).wait_s() == 0
    assert not path.exists()


@pytest.mark.parametrize("junk", [b"", b"[]", b"\xff"])
def test_a_file_that_cannot_be_read_costs_a_wait(path: Path, clock: Clock, junk: bytes) -> None:
    path.write_bytes(junk)
    assert Tries(path, clock).wait_s() == FIRST_WAIT_S


def test_a_file_that_says_nonsense_stops_nobody(path: Path, clock: Clock) -> None:
    path.write_bytes(b'{"failed": "many"}')
    assert Tries(path, clock).wait_s() == 0
