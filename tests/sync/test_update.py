"""Receiving: what is new is installed, what is not changes nothing."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amparo.core.errors import Cancelled
from amparo.library.pack import make_pack
from amparo.sync.carried import FolderCarrier
from amparo.sync.floor import Floor
from amparo.sync.gate import Verdict
from amparo.sync.reasons import NotReceived
from amparo.sync.state import StateFile
from tests.sync.authority import NOW, Authority, Home, edition


def test_the_first_update_of_a_kit_that_has_the_newest_only_vouches_for_it(
    kit: Home, at: dict[int, Path]
) -> None:
    outcome = kit.update(FolderCarrier(at[1]))
    assert not outcome.is_new
    assert outcome.release.verdict is Verdict.FRESH
    assert kit.current.is_bundled
    assert set(kit.state()) == {"trusted.json"}


def test_what_is_new_is_installed_and_the_old_stays(kit: Home, at: dict[int, Path]) -> None:
    for number in (2, 3):
        carrier = FolderCarrier(at[number])
        assert kit.update(carrier).is_new
        assert kit.current.edition.version == f"2026.12.{number}"
        assert carrier.requests == 5
    assert [path.name for path in sorted(kit.folder.glob("v*"))] == ["v4-1", "v4-2"]
    state = StateFile(kit.folder).read()
    assert (state.verdict, state.trouble, state.where) == ("fresh", "", "3")
    assert state.said == ("Changed: Costa Rica.",)


def test_nothing_new_asks_for_two_files_and_changes_nothing(kit: Home, at: dict[int, Path]) -> None:
    kit.update(FolderCarrier(at[2]))
    before = kit.state()
    carrier = FolderCarrier(at[2])
    assert not kit.update(carrier).is_new
    assert carrier.requests == 2
    assert kit.state() == before


def test_a_kit_that_skipped_releases_takes_one_delta(kit: Home, at: dict[int, Path]) -> None:
    carrier = FolderCarrier(at[3])
    kit.update(carrier)
    assert carrier.received < 6000, "a delta, and not the whole"


def test_a_kit_with_content_of_its_own_takes_the_compressed_pack_or_the_plain_one(
    kit: Home, at: dict[int, Path]
) -> None:
    for path in (at[2] / "targets").iterdir():
        if not path.name.endswith((".pack.tar", ".pack.tar.zst")):
            path.unlink()
    compressed = FolderCarrier(at[2])
    kit.update(compressed)
    assert kit.current.edition.version == "2026.12.2"
    for path in (at[3] / "targets").iterdir():
        if not path.name.endswith(".pack.tar"):
            path.unlink()
    plain = FolderCarrier(at[3])
    kit.update(plain)
    assert kit.current.edition.version == "2026.12.3"
    assert plain.received > compressed.received


def test_progress_is_told_and_a_cancelled_update_changes_nothing(kit: Home, at: dict[int, Path]) -> None:
    ticks: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        ticks.append((done, total))
        if len(ticks) == 6:  # while the index is made
            raise Cancelled

    with pytest.raises(Cancelled):
        kit.update(FolderCarrier(at[2]), stop)
    assert kit.state() == {}
    assert kit.current.is_bundled
    assert kit.update(FolderCarrier(at[2])).is_new


def test_what_is_older_and_signed_is_refused(kit: Home, at: dict[int, Path]) -> None:
    kit.update(FolderCarrier(at[3]))
    before = kit.state()
    with pytest.raises(NotReceived, match="older") as refused:
        kit.update(FolderCarrier(at[2]))
    assert "Nothing was changed" in refused.value.to_do
    assert kit.state() == before
    assert "older" in StateFile(kit.folder).read().trouble


def test_without_its_own_lists_the_kit_still_takes_nothing_older(kit: Home, at: dict[int, Path]) -> None:
    kit.update(FolderCarrier(at[3]))
    (kit.folder / "trusted.json").unlink()
    with pytest.raises(NotReceived, match="older"):
        kit.update(FolderCarrier(at[2]))
    for path in kit.folder.rglob("*"):
        if path.is_file():
            path.unlink()
    kit.floor = Floor("2026.12.3", NOW)  # what a vault remembers
    with pytest.raises(NotReceived, match="older"):
        kit.update(FolderCarrier(at[2]))
    assert kit.update(FolderCarrier(at[3])).is_new


# Clocks


@pytest.mark.parametrize("days", [40, 400, 900])
def test_expired_lists_bring_what_is_newer_and_call_it_stale(
    kit: Home, at: dict[int, Path], days: int
) -> None:
    kit.update(FolderCarrier(at[1]))
    kit.now = NOW + timedelta(days=days)
    outcome = kit.update(FolderCarrier(at[2]))
    assert outcome.is_new
    assert outcome.release.verdict is Verdict.STALE
    assert outcome.release.expires == NOW + timedelta(days=30)
    with pytest.raises(NotReceived, match="older"):
        kit.update(FolderCarrier(at[1]))
    assert not kit.update(FolderCarrier(at[2])).is_new


@pytest.mark.parametrize("clock", [datetime(2010, 1, 1, tzinfo=UTC), NOW - timedelta(days=2)])
def test_a_clock_that_is_behind_judges_nothing(kit: Home, at: dict[int, Path], clock: datetime) -> None:
    kit.now = clock
    outcome = kit.update(FolderCarrier(at[2]))
    assert outcome.is_new
    assert outcome.release.verdict is Verdict.UNKNOWN
    with pytest.raises(NotReceived, match="older"):
        kit.update(FolderCarrier(at[1]))


def test_tuf_still_takes_the_day_from_where_the_gate_sets_it(kit: Home, at: dict[int, Path]) -> None:
    from tuf.ngclient import Updater

    (kit.folder / "t").mkdir(parents=True)
    updater = Updater(
        str(kit.folder / "t"),
        "carrier://metadata/",
        fetcher=FolderCarrier(at[1]),
        bootstrap=kit.source.root,
    )
    assert isinstance(updater._trusted_set.reference_time, datetime)


# Disks, and other windows


def test_two_windows_at_once(kit: Home, at: dict[int, Path]) -> None:
    from amparo.core.files import locked

    kit.folder.mkdir(parents=True)
    with locked(kit.folder / "update.lock"), pytest.raises(NotReceived, match="Another window"):
        kit.update(FolderCarrier(at[2]))
    assert kit.update(FolderCarrier(at[2])).is_new


def test_a_pack_that_was_flipped_is_no_base_for_a_delta_and_is_received_anew(
    kit: Home, at: dict[int, Path]
) -> None:
    kit.update(FolderCarrier(at[2]))
    pack = kit.current.folder / "pack.tar"
    pack.write_bytes(pack.read_bytes().replace(b"C", b"D", 1))
    assert kit.update(FolderCarrier(at[2])).is_new
    assert kit.current.pack() is not None


@pytest.mark.parametrize("part", ["library.sqlite", "manifest.json", "pack.tar"])
@pytest.mark.parametrize("spoil", ["zeroed", "flipped", "gone"])
def test_damage_on_the_disk_falls_back_and_heals(
    kit: Home, at: dict[int, Path], part: str, spoil: str
) -> None:
    kit.update(FolderCarrier(at[2]))
    kit.update(FolderCarrier(at[3]))
    path = kit.current.folder / part
    data = path.read_bytes()
    if spoil == "gone":
        path.unlink()
    else:
        path.write_bytes(
            bytes(len(data)) if spoil == "zeroed" else data[:50] + bytes([data[50] ^ 4]) + data[51:]
        )
    current = kit.current
    assert current.edition.version == ("2026.12.3" if part == "pack.tar" else "2026.12.2")
    assert bool(current.trouble) == (part != "pack.tar")
    outcome = kit.update(FolderCarrier(at[3]))
    assert outcome.is_new
    assert kit.current.edition.version == "2026.12.3"
    assert kit.current.pack() is not None
    assert kit.current.trouble == ""


def test_everything_received_is_damaged_and_the_bundled_one_is_shown(kit: Home, at: dict[int, Path]) -> None:
    kit.update(FolderCarrier(at[3]))
    (kit.current.folder / "library.sqlite").write_bytes(b"")
    assert kit.current.is_bundled
    assert "damaged" in kit.current.trouble


def test_a_program_with_newer_content_built_in_shows_that(
    kit: Home, at: dict[int, Path], tmp_path: Path
) -> None:
    kit.update(FolderCarrier(at[2]))
    kit.bundled = tmp_path / "bundled"
    shutil.copytree(kit.current.folder, kit.bundled)
    manifest = kit.current.manifest
    newer = replace(manifest, edition=replace(manifest.edition, version="2027.1.1"))
    (kit.bundled / "manifest.json").write_text(newer.to_json(), encoding="utf-8")
    assert kit.current.is_bundled


def test_a_signed_pack_that_this_program_cannot_read_changes_nothing(
    tmp_path: Path, kit: Home, published: dict[int, Authority], documents: dict[str, bytes]
) -> None:
    authority = published[2].copy(tmp_path / "odd")
    pack = make_pack(documents | edition(4) | {"song/one.yaml": b"x: 1\n"})
    target = authority.repository.write_target(
        "pack.tar", pack, {"version": "2026.12.4", "issued": NOW.isoformat(), "said": []}
    )
    authority.repository.release({"pack.tar": target}, authority.keys["targets"], authority.keys["online"][0])
    with pytest.raises(NotReceived, match="another version of this program"):
        kit.update(FolderCarrier(authority.public))
    assert kit.state() == {}
