import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from amparo.core.model import Edition
from amparo.library.manifest import LIBRARY, MANIFEST, ContentDamaged, Manifest, read_manifest, verify_library

MADE = Manifest(
    edition=Edition(version="2026.11.1", issued=date(2026, 11, 23), sha256="0" * 64),
    library_sha256=sha256(b"library").hexdigest(),
    index_digest="1" * 64,
)
SAID: dict[str, Any] = json.loads(MADE.to_json())
JUNK = {
    "nothing": "",
    "half": MADE.to_json()[:40],
    "a list": "[]",
    "null": "null",
    "a number": "5",
    "deep": "[" * 100_000,
    "no edition": json.dumps({name: value for name, value in SAID.items() if name != "edition"}),
    "an edition of words": json.dumps(SAID | {"edition": "2026.11.1"}),
    "no day": json.dumps(SAID | {"edition": SAID["edition"] | {"issued": "soon"}}),
    "a day as a number": json.dumps(SAID | {"edition": SAID["edition"] | {"issued": 5}}),
    "a key too many": json.dumps(SAID | {"index": "x"}),
    "a key too few": json.dumps({"edition": SAID["edition"]}),
}


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(MADE.to_json(), encoding="utf-8")
    assert read_manifest(tmp_path) == MADE


def test_a_folder_without_one_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(ContentDamaged) as caught:
        read_manifest(tmp_path)
    assert "damaged or incomplete" in caught.value.what
    assert "Copy the kit again" in caught.value.to_do
    with pytest.raises(ContentDamaged):
        read_manifest(tmp_path / "nowhere")


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_junk_is_damaged(tmp_path: Path, junk: str) -> None:
    (tmp_path / MANIFEST).write_text(junk, encoding="utf-8")
    with pytest.raises(ContentDamaged):
        read_manifest(tmp_path)


def test_bytes_that_are_no_text_are_damaged(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentDamaged):
        read_manifest(tmp_path)


def test_the_library_has_to_be_the_one_that_was_built(tmp_path: Path) -> None:
    (tmp_path / LIBRARY).write_bytes(b"library")
    verify_library(tmp_path, MADE)
    (tmp_path / LIBRARY).write_bytes(b"librarz")
    with pytest.raises(ContentDamaged):
        verify_library(tmp_path, MADE)
    (tmp_path / LIBRARY).unlink()
    with pytest.raises(ContentDamaged):
        verify_library(tmp_path, MADE)
