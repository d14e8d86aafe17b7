"""When the content is built anew, and where."""

import os
from pathlib import Path

import pytest

from checkout import places
from checkout.built_content import content_folder, content_inputs, is_current


def test_the_content_is_stale_when_bytes_or_names_change(tmp_path: Path) -> None:
    document = tmp_path / "resources" / "amparo_resources" / "content" / "plan" / "plan.en.yaml"
    document.parent.mkdir(parents=True)
    seen = {content_inputs(tmp_path)}
    document.write_bytes(b"a")
    seen.add(content_inputs(tmp_path))
    document.write_bytes(b"b")
    seen.add(content_inputs(tmp_path))
    document = document.rename(document.with_name("plan.es.yaml"))
    seen.add(content_inputs(tmp_path))
    assert len(seen) == 4
    (tmp_path / "README.md").write_bytes(b"not of the content")
    (document.parent / "__pycache__").mkdir()
    (document.parent / "__pycache__" / "x.pyc").write_bytes(b"neither")
    assert content_inputs(tmp_path) in seen


def test_content_beside_a_read_only_checkout_is_handed_to_the_kit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "ROOT", tmp_path / "kit")
    assert is_current(tmp_path, "x") is False
    monkeypatch.setattr(places, "is_writable", lambda _: False)
    monkeypatch.setenv("AMPARO_CONTENT", "")  # so that what is set below is undone
    monkeypatch.delenv("AMPARO_CONTENT")
    built = content_folder(tmp_path / "venv", "x")
    assert built.parent == tmp_path
    assert os.environ["AMPARO_CONTENT"] == str(built)
