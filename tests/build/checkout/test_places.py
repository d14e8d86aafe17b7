"""Where the environment lies, in checkouts of several kinds."""

import os
from pathlib import Path

import pytest

from checkout import places
from checkout.messages import Stop


def test_the_checkout_is_the_folder_that_holds_the_project() -> None:
    assert (places.ROOT / "pyproject.toml").is_file()
    assert all(root.is_dir() for root in (*places.SOURCE_ROOTS, places.LOCKS))


def test_the_environment_lies_in_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "ROOT", tmp_path)
    assert places.choose_folder({}) == tmp_path / ".venv"
    assert places.is_inside(tmp_path / ".venv")
    assert not places.is_inside(tmp_path.parent / "elsewhere")


def test_a_read_only_checkout_uses_the_persons_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "ROOT", tmp_path / "kit")
    monkeypatch.setattr(places, "is_writable", lambda _: False)
    monkeypatch.setattr(places, "private_cache", lambda _: tmp_path / "cache")
    assert places.choose_folder({}).parent == tmp_path / "cache"
    first = places.choose_folder({}).name
    monkeypatch.setattr(places, "ROOT", tmp_path / "other")
    assert places.choose_folder({}).name != first, "two checkouts must not share an environment"


def test_a_folder_that_cannot_hold_it_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "ROOT", tmp_path)
    (tmp_path / ".venv").write_text("", encoding="ascii")
    with pytest.raises(Stop, match="is a file"):
        places.choose_folder({})
    with pytest.raises(Stop, match="No environment works in a path with"):
        places.choose_folder({"AMPARO_VENV": str(tmp_path / f"a{os.pathsep}b")})
