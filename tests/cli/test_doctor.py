"""The doctor finds what is wrong and says it in words."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import amparo_index
from amparo import __version__
from amparo.cli import doctor
from amparo.library.manifest import read_manifest
from tests.cli.conftest import Amparo
from tests.cli.damage import INDEX_DAMAGE, LIBRARY_DAMAGE

KEYS = ["program", "versions", "content", "index", "fonts", "places", "updates", "wrong"]


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Set the clock on the doctor's wall."""

    def set_to(day: date) -> None:
        class Day(date):
            @classmethod
            def today(cls) -> "Day":
                return cls(day.year, day.month, day.day)

        monkeypatch.setattr(doctor, "date", Day)

    return set_to


@pytest.fixture(autouse=True)
def _on_the_day_of_issue(today: Callable[[date], None], content: Path) -> None:
    today(read_manifest(content).edition.issued)


def test_all_is_well(amparo: Amparo, content: Path, home: Path) -> None:
    code, out, err = amparo("doctor", "--json")
    report, manifest = json.loads(out), read_manifest(content)
    assert (code, err, report["wrong"]) == (0, "", [])
    assert list(report) == KEYS
    assert report["versions"]["amparo"] == __version__
    assert report["content"] == {
        "version": manifest.edition.version,
        "issued": manifest.edition.issued.isoformat(),
        "sha256": manifest.edition.sha256,
        "received": "no",
    }
    assert report["updates"] == {"source": "none"}
    assert report["index"]["state"] == "sound"
    assert int(report["index"]["passages"]) > 70
    assert report["index"]["schema"] == str(amparo_index.SCHEMA)
    assert report["fonts"]["missing letters"] == "none"
    assert report["places"] == {
        "data": str(home),
        "chosen by": "AMPARO_HOME",
        "can be written": "yes",
        "content": str(content),
    }


def test_a_person_reads_the_same(amparo: Amparo, home: Path) -> None:
    code, out, _ = amparo("doctor")
    assert code == 0
    assert out.endswith("Nothing is wrong.\n")
    assert f"data: {home}" in out
    assert "sha256: " in out


def test_it_changes_nothing(amparo: Amparo, home: Path) -> None:
    amparo("doctor")
    assert not home.exists()


def wrong(amparo: Amparo) -> str:
    """The one thing that is wrong, told to a person and to a program alike."""
    code, out, err = amparo("doctor", "--json")
    assert (code, err) == (1, "")
    (said,) = json.loads(out)["wrong"]
    assert amparo("doctor").out.endswith(f"{said}\n")
    return str(said)


@pytest.mark.parametrize("damage", LIBRARY_DAMAGE)
def test_damaged_content_is_found(amparo: Amparo, copy: Path, damage: Callable[[Path], None]) -> None:
    damage(copy)
    assert "content of this kit is damaged or incomplete" in wrong(amparo)


@pytest.mark.parametrize("damage", INDEX_DAMAGE)
def test_a_damaged_index_is_found(amparo: Amparo, copy: Path, damage: Callable[[Path], None]) -> None:
    damage(copy)
    assert "search index is damaged; reading and printing still work" in wrong(amparo)


def test_a_home_that_is_no_folder_is_found(
    amparo: Amparo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("AMPARO_HOME", str(tmp_path / "file" / "home"))
    code, out, _ = amparo("doctor", "--json")
    report = json.loads(out)
    assert code == 1
    assert report["places"]["can be written"] == "no"
    assert any(str(tmp_path / "file" / "home") in said for said in report["wrong"])


def test_a_home_that_the_system_keeps_for_itself_is_found(
    amparo: Amparo, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("no such folder here")
    monkeypatch.setenv("AMPARO_HOME", "/proc/self/amparo")
    assert "Nothing can be kept in /proc/self/amparo" in wrong(amparo)


def test_unreadable_settings_are_found(amparo: Amparo, home: Path) -> None:
    home.mkdir()
    (home / "settings.json").write_bytes(b"{")
    code, out, _ = amparo("doctor", "--json")
    assert code == 1
    assert any("settings could not be read" in said for said in json.loads(out)["wrong"])


def test_a_clock_before_the_day_of_issue_is_found(
    amparo: Amparo, content: Path, today: Callable[[date], None]
) -> None:
    issued = read_manifest(content).edition.issued
    today(date.fromordinal(issued.toordinal() - 1))
    said = wrong(amparo)
    assert "clock" in said
    assert str(issued.year) in said
    today(date(1980, 1, 1))
    assert "Set the clock" in wrong(amparo)


def test_a_clock_years_ahead_is_no_proof_of_anything(amparo: Amparo, today: Callable[[date], None]) -> None:
    today(date(2060, 1, 1))
    assert amparo("doctor").code == 0


def test_several_things_are_all_told(amparo: Amparo, copy: Path, today: Callable[[date], None]) -> None:
    INDEX_DAMAGE[0](copy)
    today(date(1980, 1, 1))
    code, out, _ = amparo("doctor", "--json")
    assert code == 1
    assert len(json.loads(out)["wrong"]) == 2
