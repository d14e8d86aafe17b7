"""The inside of a sealed referral: signed, padded, and refused at any change."""

import io
import json
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest

from amparo.exchange import envelope
from amparo.exchange.envelope import BadEnvelope, packed, unpacked
from amparo.exchange.record import Record, new_record_id, read, written
from amparo.exchange.signing import SigningKey, new_signing_key

PDF = b"%PDF-1.7 " + bytes(range(256)) * 40


@pytest.fixture
def key() -> SigningKey:
    return new_signing_key()


@pytest.fixture
def record() -> Record:
    return Record(
        id=new_record_id(),
        case="7K3M-Q0TZ",
        form="form/referral",
        edition="2026.11.1",
        filled={"called-name": "Ñandú", "signs": ("B-P1", "B-P2")},
        sealed_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
        receivers=("Child protection",),
        reply_to="age1",
    )


@pytest.fixture
def packed_one(key: SigningKey, record: Record) -> bytes:
    return packed(record=written(record), pdf=PDF, read_me="Léame", key=key)


def test_what_was_packed_is_unpacked(packed_one: bytes, key: SigningKey, record: Record) -> None:
    opened = unpacked(packed_one)
    assert (opened.pdf, opened.read_me, opened.sender) == (PDF, "Léame", key.public)
    assert read(opened.record) == record


def test_anybody_can_read_it_with_any_zip_program(packed_one: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed_one)) as opened:
        assert opened.testzip() is None
        assert opened.read("referral.pdf") == PDF
        assert opened.namelist()[0] == "READ-ME.txt"
        assert {member.date_time for member in opened.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_sizes_tell_little(key: SigningKey) -> None:
    sizes = {
        len(packed(record=b"{}", pdf=bytes(length), read_me="", key=key)) for length in range(0, 3000, 100)
    }
    assert sizes == {4096}
    assert len(packed(record=b"{}", pdf=bytes(5000), read_me="", key=key)) == 8192


def test_any_changed_byte_of_what_is_signed_is_seen(packed_one: bytes) -> None:
    refused = 0
    for place in range(0, len(packed_one), 97):
        changed = bytearray(packed_one)
        changed[place] ^= 1
        try:
            opened = unpacked(bytes(changed))
        except BadEnvelope:
            refused += 1
        else:
            assert opened == unpacked(packed_one), "only what nobody reads may differ"
    assert refused > 50


def rewritten(data: bytes, compression: int = zipfile.ZIP_STORED, **parts: bytes | None) -> bytes:
    """The zip with some members exchanged, taken out (None) or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", compression) as new:
        named = {name.replace("__", "."): content for name, content in parts.items()}
        for name in (*old.namelist(), *(name for name in named if name not in old.namelist())):
            content = named.get(name, old.read(name) if name in old.namelist() else b"")
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "parts",
    [
        {"referral__pdf": b"another"},
        {"referral__json": b"{}"},
        {"referral__pdf": None},
        {"more": b"x"},
        {"../evil": b"x"},
        {"signature__json": b"[]"},
        {"signature__json": b"{}"},
        {"signature__json": b'{"sender": "00", "signature": "zz"}'},
        {"signature__json": b"[" * 100_000},
        {"signature__json": b"\xff"},
    ],
)
def test_what_is_not_as_it_was_signed_is_refused(packed_one: bytes, parts: dict[str, Any]) -> None:
    with pytest.raises(BadEnvelope):
        unpacked(rewritten(packed_one, **parts))


def test_a_stranger_who_signs_anew_is_another_sender(packed_one: bytes, key: SigningKey) -> None:
    stranger, opened = new_signing_key(), unpacked(packed_one)
    forged = packed(record=opened.record, pdf=b"forged", read_me="", key=stranger)
    assert unpacked(forged).sender == stranger.public != key.public


def test_compressed_members_are_refused(packed_one: bytes) -> None:
    with pytest.raises(BadEnvelope):
        unpacked(rewritten(packed_one, zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize("junk", [b"", b"PK", b"\0" * 4096, b"PK\x05\x06" + bytes(18)])
def test_junk_is_refused(junk: bytes) -> None:
    with pytest.raises(BadEnvelope):
        unpacked(junk)


def test_what_is_too_large_is_refused(packed_one: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "LARGEST_BYTES", 4096)
    with pytest.raises(BadEnvelope):
        unpacked(packed_one)


@pytest.mark.parametrize(
    "news", [{"format": 2}, {"more": 1}, {"id": 7}, {"filled": []}, {"sealed_at": "soon"}]
)
def test_a_record_of_another_shape_is_refused(record: Record, news: dict[str, Any]) -> None:
    with pytest.raises(BadEnvelope):
        read(json.dumps(json.loads(written(record)) | news).encode())
    with pytest.raises(BadEnvelope):
        read(b"[")
