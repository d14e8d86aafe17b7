"""Sealed files on their way: kept, told, carried, never lost."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from amparo.core.errors import AppError
from amparo.exchange.outbox import Outbox


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outbox(tmp_path: Path, clock: Clock) -> Outbox:
    return Outbox(tmp_path / "outbox", clock)


def test_what_is_put_waits_under_its_hash(outbox: Outbox, tmp_path: Path) -> None:
    item = outbox.put(b"sealed")
    assert item.digest == sha256(b"sealed").hexdigest()
    assert outbox.put(b"sealed").digest == item.digest
    assert [one.digest for one in outbox.waiting()] == [item.digest]
    assert outbox.sealed(item) == b"sealed"
    names = {path.name for path in (tmp_path / "outbox").iterdir()}
    assert names == {f"{item.digest}.age", "outbox.json", "outbox.json.lock"}


def test_the_least_tried_comes_first_and_each_failure_doubles_the_wait(outbox: Outbox, clock: Clock) -> None:
    first, second = outbox.put(b"1"), outbox.put(b"2")
    outbox.note_try(first.digest)
    assert [item.digest for item in outbox.items()] == [second.digest, first.digest]
    waits = []
    for _time in range(12):
        item = outbox.items()[-1]
        minutes = next(m for m in range(1, 400) if item.is_due(clock.now + timedelta(minutes=m)))
        waits.append(minutes)
        clock.now += timedelta(minutes=minutes)
        outbox.note_try(first.digest)
    assert waits[:4] == [1, 2, 4, 8]
    assert waits[-1] == 360, "never longer than six hours, and never given up"


def test_a_clock_set_back_holds_nothing_up(outbox: Outbox, clock: Clock) -> None:
    outbox.note_try(outbox.put(b"1").digest)
    assert outbox.items()[0].is_due(clock.now - timedelta(days=900))


def test_what_was_refused_waits_for_the_officer(outbox: Outbox, clock: Clock) -> None:
    item = outbox.put(b"1")
    outbox.note_try(item.digest, refused="The inbox does not let this sender in.")
    assert not outbox.items()[0].is_due(clock.now + timedelta(days=30))
    assert outbox.waiting()[0].refused
    outbox.try_again()
    assert outbox.items()[0].is_due(clock.now)


def test_what_was_delivered_is_told_and_its_file_is_gone(outbox: Outbox, tmp_path: Path) -> None:
    item = outbox.put(b"1")
    outbox.note_delivered(item.digest)
    assert outbox.waiting() == ()
    assert outbox.items()[0].delivered_at
    assert not list((tmp_path / "outbox").glob("*.age"))


def test_what_was_taken_back_is_gone(outbox: Outbox) -> None:
    outbox.take_back(outbox.put(b"1").digest)
    assert outbox.items() == ()


def test_a_file_whose_note_was_lost_waits_all_the_same(outbox: Outbox, tmp_path: Path) -> None:
    item = outbox.put(b"1")
    for junk in (b"{", json.dumps({item.digest: {"strange": 1}}).encode(), b"[]"):
        (tmp_path / "outbox" / "outbox.json").write_bytes(junk)
        assert [one.digest for one in outbox.waiting()] == [item.digest]
    outbox.note_try(item.digest)
    assert outbox.items()[0].tries == 1


def test_a_damaged_file_is_told(outbox: Outbox, tmp_path: Path) -> None:
    item = outbox.put(b"1")
    (tmp_path / "outbox" / f"{item.digest}.age").write_bytes(b"2")
    with pytest.raises(AppError, match="gone or damaged"):
        outbox.sealed(item)


def test_a_copy_on_a_stick_is_the_same_and_goes_on_waiting_here(outbox: Outbox, tmp_path: Path) -> None:
    item, stick = outbox.put(b"sealed"), tmp_path / "stick"
    path = outbox.carry(item.digest, stick)
    assert path.read_bytes() == b"sealed"
    assert path.name == f"{item.digest}.age"
    assert len(outbox.waiting()) == 1
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AppError, match="could not be written"):
        outbox.carry(item.digest, tmp_path / "file")
    with pytest.raises(AppError):
        outbox.carry("0" * 64, stick)


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(AppError, match="could not be put"):
        Outbox(tmp_path / "file" / "outbox", clock).put(b"1")
    assert (tmp_path / "file").read_bytes() == b""
