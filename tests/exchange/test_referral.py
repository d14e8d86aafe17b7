"""A referral from the sender's hand to the receiver's, and the answer back."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amparo.core.errors import AppError
from amparo.exchange.envelope import BadEnvelope
from amparo.exchange.keycard import Expired, KeyCard
from amparo.exchange.receipt import Answer
from amparo.exchange.record import Record, new_record_id
from amparo.exchange.referral import file_name, open_referral, seal_referral
from amparo.exchange.reply import Reply, open_reply, seal_reply
from amparo.exchange.sealing import Identity, NotOpened, new_identity, open_with, seal_to
from amparo.exchange.signing import new_signing_key

TODAY = date(2026, 11, 26)
PDF = b"%PDF-1.7 form"


@pytest.fixture
def desk() -> Identity:
    return new_identity()


@pytest.fixture
def card(desk: Identity) -> KeyCard:
    return KeyCard(
        name="Child protection",
        public=desk.public,
        signer=new_signing_key().public,
        valid_until=date(2027, 1, 1),
    )


@pytest.fixture
def record() -> Record:
    return Record(
        id=new_record_id(),
        case="7K3M-Q0TZ",
        form="form/referral",
        edition="2026.11.1",
        filled={"called-name": "Ñandú"},
        sealed_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
        receivers=("Child protection",),
        reply_to=new_identity().public,
    )


def test_the_receiver_opens_it_and_sees_whose_key_signed_it(
    record: Record, card: KeyCard, desk: Identity
) -> None:
    key, second = new_signing_key(), new_identity()
    both = [card, replace(card, public=second.public)]
    sealed = seal_referral(record, PDF, key=key, cards=both, today=TODAY)
    for identity in (desk, second):
        opened = open_referral(sealed, identity.secret)
        assert (opened.record, opened.pdf, opened.sender) == (record, PDF, key.public)
    with pytest.raises(NotOpened):
        open_referral(sealed, new_identity().secret)


def test_an_expired_receiver_is_refused_before_anything_is_sealed(record: Record, card: KeyCard) -> None:
    old = replace(card, valid_until=date(2026, 11, 25))
    with pytest.raises(Expired):
        seal_referral(record, PDF, key=new_signing_key(), cards=[card, old], today=TODAY)


def test_the_outside_tells_nothing(record: Record, card: KeyCard) -> None:
    sealed = seal_referral(record, PDF, key=new_signing_key(), cards=[card], today=TODAY)
    name = file_name(sealed)
    assert len(name) == 68
    for word in ("7K3M", "Ñandú", "Child", "referral", record.id):
        assert word.encode() not in sealed
        assert word not in name
    sizes = {
        len(seal_referral(replace_filled(record, n), PDF, key=new_signing_key(), cards=[card], today=TODAY))
        // 4096
        for n in range(0, 900, 100)
    }
    assert len(sizes) == 1, "a longer story does not show"


def replace_filled(record: Record, length: int) -> Record:
    import msgspec

    return msgspec.structs.replace(record, filled={"wishes": "x" * length})


def test_tampering_anywhere_is_refused(record: Record, card: KeyCard, desk: Identity) -> None:
    sealed = seal_referral(record, PDF, key=new_signing_key(), cards=[card], today=TODAY)
    refused = 0
    for place in range(0, len(sealed), 37):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises((NotOpened, BadEnvelope)):
            open_referral(bytes(changed), desk.secret)
        refused += 1
    for left in range(0, len(sealed), 500):
        with pytest.raises((NotOpened, BadEnvelope)):
            open_referral(sealed[:left], desk.secret)
    with pytest.raises((NotOpened, BadEnvelope)):
        open_referral(sealed + b"x", desk.secret)
    assert refused > 100


def test_what_is_sealed_and_is_no_referral_is_told(desk: Identity) -> None:
    for inside in (b"", b"hello", b"PK\x03\x04"):
        with pytest.raises(BadEnvelope):
            open_referral(seal_to(inside, [desk.public]), desk.secret)


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed on this system")
def test_the_stock_program_opens_it_and_any_zip_program_reads_it(
    record: Record, card: KeyCard, desk: Identity, tmp_path: Path
) -> None:
    key = tmp_path / "key.txt"
    key.write_text(desk.secret + "\n", encoding="utf-8")
    sealed = seal_referral(record, PDF, key=new_signing_key(), cards=[card], today=TODAY)
    opened = subprocess.run(["age", "-d", "-i", str(key)], input=sealed, capture_output=True, check=True)
    with zipfile.ZipFile(io.BytesIO(opened.stdout)) as inside:
        assert inside.read("referral.pdf") == PDF
        assert "presumes" in inside.read("READ-ME.txt").decode()


def test_an_answer_comes_back_signed(record: Record) -> None:
    sender, key = new_identity(), new_signing_key()
    reply = Reply(record_id=record.id, answer=Answer.REFUSED, reason="No place tonight: ñ")
    sealed = seal_reply(reply, key=key, reply_to=sender.public)
    assert open_reply(sealed, sender.secret) == replace(reply, signer=key.public)
    assert b"refused" not in sealed
    inside = open_with(sealed, sender.secret)
    for forged in (inside.replace(b"refused", b"accepted"), b"{}", b"[", b"\xff"):
        with pytest.raises(AppError):
            open_reply(seal_to(forged, [sender.public]), sender.secret)
