"""Waits that grow with wrong passphrases, and that a restart does not shorten."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    clock.move(seconds=4)
    assert tries.wait_s() == 6, "it goes by the clock as it is now"
    clock.move(seconds=6)
    assert tries.wait_s() == 0
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


@pytest.mark.parametrize(
    "said",
    [
        {"failed": "many", "last": "2026-11-26T08:00:00+00:00"},
        {"failed": 5, "last": "2026-11-26T08:00:00"},
        {"failed": float("inf"), "last": "2026-11-26T08:00:00+00:00"},
        {"failed": 5},
        {"last": 3},
        {"other": 1},
    ],
)
def test_a_file_that_says_nonsense_costs_one_wait(path: Path, clock: Clock, said: dict[str, object]) -> None:
    path.write_text(json.dumps(said))
    assert Tries(path, clock).wait_s() == FIRST_WAIT_S
    clock.move(seconds=FIRST_WAIT_S)
    assert Tries(path, clock).wait_s() == 0


@pytest.mark.parametrize("last", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
@pytest.mark.parametrize("failed", [-5, 0, FREE, 10**300])
def test_any_number_and_time_ends_after_the_longest_wait(
    path: Path, clock: Clock, failed: int, last: str
) -> None:
    path.write_text(json.dumps({"failed": failed, "last": last}))
    assert Tries(path, clock).wait_s() <= LONGEST_WAIT_S
    clock.move(seconds=LONGEST_WAIT_S)
    assert Tries(path, clock).wait_s() == 0


def test_a_file_that_was_removed_starts_anew(path: Path, clock: Clock) -> None:
    fail(path, clock, FREE + 5)
    path.unlink()
    assert Tries(path, clock).wait_s() == 0


@given(st.lists(st.tuples(st.booleans(), st.integers(-(10**9), 10**9)), max_size=20))
def test_however_the_clock_is_moved_nobody_waits_longer_than_told(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, int]]
) -> None:
    clock, path = Clock(), tmp_path_factory.mktemp("tries") / "tries.json"
    for is_try, moved in steps:
        with contextlib.suppress(TooSoon):
            if is_try:
                Tries(path, clock).begin()
        with contextlib.suppress(OverflowError):
            clock.move(seconds=moved)
    told = Tries(path, clock).wait_s()
    assert 0 <= told <= LONGEST_WAIT_S
    clock.move(seconds=told)
    assert Tries(path, clock).wait_s() == 0
