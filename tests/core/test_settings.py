import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.i18n import NAMES
from amparo.core.model import Audience
from amparo.core.settings import TEXT_SIZES, Paper, Settings, SettingsFile, Theme
from amparo.core.states import STATES

CHOSEN: dict[str, Any] = {
    "role": Audience.LABOUR,
    "state": "PRY",
    "language": "es",
    "theme": Theme.DARK,
    "text_size": 150,
    "paper": Paper.LETTER,
}
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["PER", "es", "a4"]),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
    max_leaves=4,
)


@pytest.fixture
def path(home: Path) -> Path:
    return home / "settings.json"


@pytest.fixture
def no_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk that is full until this is undone."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    return monkeypatch


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_fresh_officer_has_chosen_nothing(path: Path) -> None:
    settings = SettingsFile(path)
    assert settings.current == Settings()
    assert not settings.current.are_chosen
    assert settings.trouble == ""


def test_choices_are_there_at_the_next_start(path: Path) -> None:
    assert SettingsFile(path).change(**CHOSEN) == Settings(**CHOSEN)
    again = SettingsFile(path)
    assert again.current == Settings(**CHOSEN)
    assert again.current.are_chosen
    assert again.trouble == ""


@pytest.mark.parametrize("missing", ["role", "state", "language"])
def test_the_first_start_asks_until_all_three_are_answered(missing: str) -> None:
    assert not Settings(**{name: value for name, value in CHOSEN.items() if name != missing}).are_chosen


def test_a_choice_can_be_taken_back(path: Path) -> None:
    SettingsFile(path).change(**CHOSEN)
    SettingsFile(path).change(role=None, state="")
    assert SettingsFile(path).current == Settings(**CHOSEN | {"role": None, "state": ""})


def test_another_instances_other_choices_stay(path: Path) -> None:
    one, two = SettingsFile(path), SettingsFile(path)
    one.change(role=Audience.POLICE, theme=Theme.DARK)
    two.change(state="BRA", theme=Theme.LIGHT)
    one.change(paper=Paper.LETTER)
    assert SettingsFile(path).current == Settings(
        role=Audience.POLICE, state="BRA", theme=Theme.LIGHT, paper=Paper.LETTER
    )


def test_a_newer_programs_choices_stay(path: Path) -> None:
    write(path, '{"vault_minutes": 5, "theme": "dark"}')
    SettingsFile(path).change(theme=Theme.LIGHT)
    assert json.loads(path.read_bytes()) == {"vault_minutes": 5, "theme": "light"}


def test_unreadable_settings_are_set_aside_and_told(path: Path) -> None:
    write(path, '{"role": "bor')
    settings = SettingsFile(path)
    assert settings.current == Settings()
    assert "set aside" in settings.trouble
    assert "choose once more" in settings.trouble
    assert path.with_name("settings.json.unreadable").read_text(encoding="utf-8") == '{"role": "bor'


def test_settings_that_are_a_folder_are_told_and_hold_in_memory(path: Path) -> None:
    path.mkdir(parents=True)
    settings = SettingsFile(path)
    assert "could not be opened" in settings.trouble
    assert settings.change(state="PER").state == "PER"
    assert str(path.parent) in settings.trouble


def test_a_home_that_cannot_be_made_is_told_and_choices_hold_in_memory(tmp_path: Path) -> None:
    write(tmp_path / "file", "mine")
    settings = SettingsFile(tmp_path / "file" / "home" / "settings.json")
    settings.change(**CHOSEN)
    assert settings.current == Settings(**CHOSEN)
    assert str(tmp_path / "file" / "home") in settings.trouble
    assert "until you close" in settings.trouble


@pytest.mark.usefixtures("no_disk")
def test_a_full_disk_leaves_what_was_kept(path: Path) -> None:
    write(path, '{"state": "PER"}')
    settings = SettingsFile(path)
    settings.change(state="BRA")
    assert settings.current.state == "BRA"
    assert settings.trouble
    assert path.read_text(encoding="utf-8") == '{"state": "PER"}'


def test_what_a_full_disk_refused_is_kept_with_the_next_choice(
    path: Path, no_disk: pytest.MonkeyPatch
) -> None:
    settings = SettingsFile(path)
    settings.change(role=Audience.HEALTH, state="BRA")
    no_disk.undo()
    settings.change(theme=Theme.DARK)
    assert settings.trouble == ""
    assert SettingsFile(path).current == Settings(role=Audience.HEALTH, state="BRA", theme=Theme.DARK)


def test_one_wrong_choice_does_not_cost_the_others(path: Path) -> None:
    write(
        path,
        '{"role": "labour", "state": "ATLANTIS", "language": 5, "theme": [], "text_size": 1, "paper": "a4"}',
    )
    settings = SettingsFile(path)
    assert settings.current == Settings(role=Audience.LABOUR, paper=Paper.A4)
    assert settings.trouble == ""


@given(record=st.dictionaries(st.sampled_from([*CHOSEN, "other"]), ODD))
def test_whatever_the_record_says_the_settings_are_choices_of_the_kit(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, Any]
) -> None:
    path = tmp_path_factory.getbasetemp() / "odd-settings.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    settings = SettingsFile(path).current
    assert settings.role is None or isinstance(settings.role, Audience)
    assert settings.state in {"", *STATES}
    assert settings.language in {"", *NAMES}
    assert isinstance(settings.theme, Theme)
    assert type(settings.text_size) is int
    assert settings.text_size in TEXT_SIZES
    assert isinstance(settings.paper, Paper)
