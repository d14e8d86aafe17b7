import platform
import shutil
from pathlib import Path

import pytest

from amparo.core.places import CONTENT_VARIABLE, HOME_VARIABLE
from amparo.core.settings import SettingsFile
from amparo_build.bench import frozen, machine, programs
from amparo_build.bench.__main__ import main
from amparo_build.bench.figures import Row
from amparo_build.bench.screen import colours
from amparo_build.bench.starts import Starts, rows


def test_nothing_of_whoever_measures_reaches_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME")
    for name in names:
        monkeypatch.setenv(name, "1")
    given = programs.surroundings(tmp_path, ":7")
    assert given["DISPLAY"] == ":7"
    assert not {"PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME"} & set(
        given
    )
    assert all(str(tmp_path) in given[name] for name in ("HOME", "XDG_RUNTIME_DIR", "PYTHONPYCACHEPREFIX"))


def test_a_peer_reaches_its_own_helpers_and_nobody_else(tmp_path: Path) -> None:
    given = programs.surroundings(tmp_path, ":7")
    assert given["http_proxy"] == given["https_proxy"] == "http://127.0.0.1:9"
    assert "127.0.0.1" in given["no_proxy"].split(",")


def test_the_kit_is_set_up(tmp_path: Path) -> None:
    kit = programs.set_up({"A": "b"}, tmp_path / "home", tmp_path / "content")
    assert kit == {
        "A": "b",
        HOME_VARIABLE: str(tmp_path / "home"),
        CONTENT_VARIABLE: str(tmp_path / "content"),
    }
    assert SettingsFile(tmp_path / "home" / "settings.json").current.are_chosen


def test_peers_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", {"zeal": "/usr/bin/zeal"}.get)
    installed, missing = programs.peers()
    assert installed["Zeal"].command == ("/usr/bin/zeal",)
    assert missing == ("Kiwix",)


def test_a_peer_that_is_missing_has_a_row_that_says_so() -> None:
    starts = Starts(search_ms=[100.0])
    for name in ("the kit", "bare window", "Zeal"):
        starts.window_ms[name].append(200.0)
        starts.memory_mb[name].append((50.0, False))
    found = {row.what: row for row in rows(starts, ["Kiwix"])}
    assert found["first window, beside Kiwix"].verdict == "not measured: not installed"
    assert found["first window, beside bare window"].verdict == "holds"
    assert found["memory at rest (PSS), beside Zeal"] == Row(
        what="memory at rest (PSS), beside Zeal",
        ours="50.0 MB (50.0-50.0)",
        beside="Zeal: 50.0 MB (50.0-50.0)",
        ratio="1.00 x",
    )


def test_the_machine_is_told_without_its_name(tmp_path: Path) -> None:
    said = machine.describe()
    assert "cores" in said
    assert "Python 3." in said
    assert platform.node() not in said.split()
    assert str(Path.home()) not in said


def test_help_and_wrong_arguments_measure_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, code in ((["--help"], 0), (["--repetitions", "0"], 2)):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == code
    assert "usage: bench" in capsys.readouterr().out


def test_without_a_frozen_program_it_says_how_to_make_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(frozen, "FOLDER", tmp_path / "none")
    assert main(["--frozen"]) == 1
    assert "dev.py freeze" in capsys.readouterr().err


def test_folders_are_held_against_each_other(tmp_path: Path) -> None:
    for name, size in (("kit", 1_400_000), ("bare", 1_000_000)):
        (tmp_path / name / "inside").mkdir(parents=True)
        (tmp_path / name / name).write_bytes(bytes(400_000))
        (tmp_path / name / "inside" / "more").write_bytes(bytes(size - 400_000))
    kit, bare = (
        programs.Program(name=name, command=(str(tmp_path / name / name),)) for name in ("kit", "bare")
    )
    assert (frozen.size_row(kit, bare).ratio, frozen.size_row(kit, bare).verdict) == ("1.40 x", "holds")
    assert frozen.size_row(bare, bare).ratio == "1.00 x"


def test_a_ground_of_one_colour_is_no_page() -> None:
    assert len(colours(b"\1\2\3\0" * 5)) == 1
    assert len(colours(b"\1\2\3\0" * 5 + b"\1\2\4\0")) == 2
