"""What is read over the phone: fingerprints, key cards and receipts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.spoken import spoken
from amparo.exchange.keycard import BadCard, Expired, KeyCard, card_of
from amparo.exchange.receipt import Answer, answer_of, is_code, receipt
from amparo.exchange.record import new_record_id
from amparo.exchange.sealing import new_identity
from amparo.exchange.signing import is_signed, new_signing_key, sign

UNTIL = date(2027, 11, 26)


@pytest.fixture
def card() -> KeyCard:
    return KeyCard(
        name="Protección: niñez 100 % (San José)",
        public=new_identity().public,
        signer=new_signing_key().public,
        valid_until=UNTIL,
    )


def test_a_signature_is_of_one_key_and_one_text() -> None:
    key, other = new_signing_key(), new_signing_key()
    signature = sign(key.secret, b"text")
    assert is_signed(key.public, b"text", signature)
    assert not is_signed(key.public, b"texts", signature)
    assert not is_signed(other.public, b"text", signature)
    for junk in ("", "zz", "00" * 32, "é"):
        assert not is_signed(junk, b"text", signature)
        assert not is_signed(key.public, b"text", junk)


def test_a_fingerprint_has_four_groups_of_four() -> None:
    said = spoken(new_signing_key().public)
    assert [len(group) for group in said.split("-")] == [4, 4, 4, 4]
    assert said != spoken(new_signing_key().public)


def test_a_card_comes_back_from_its_line(card: KeyCard) -> None:
    assert card_of(f"  {card.line}\n") == card
    assert card.spoken in card.line
    assert card.line.isascii(), "cameras do not agree on other letters"
    assert card.line.isascii(), "cameras do not agree on other letters"


def test_any_changed_letter_of_a_card_is_seen(card: KeyCard) -> None:
    line = card.line
    for place, letter in enumerate(line):
        changed = line[:place] + ("x" if letter != "x" else "y") + line[place + 1 :]
        if changed.lower() != line.lower():
            with pytest.raises(BadCard):
                card_of(changed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AMPARO-KEY:1:",
        "AMPARO-KEY:1:a:b:c:d:e",
        "age1",
        "AMPARO-KEY:2:x",
        "AMPARO-KEY:1:%FF:a:b:c:d",
        "AMPARO-KEY:1:%:a:b:c:d",
    ],
)
def test_what_is_no_card_is_told(text: str) -> None:
    with pytest.raises(BadCard):
        card_of(text)


def test_a_card_is_good_until_its_last_day(card: KeyCard) -> None:
    card.check(UNTIL)
    with pytest.raises(Expired, match="26 November 2027"):
        card.check(UNTIL + timedelta(days=1))


@given(st.sampled_from(Answer))
def test_a_receipt_tells_its_answer_to_the_sender_only(answer: Answer) -> None:
    mine, others = new_record_id(), new_record_id()
    code = receipt(mine, answer)
    assert is_code(code)
    assert answer_of(code, mine) is answer
    assert answer_of(code, others) is None
    assert answer_of(f" {code.lower().replace('-', ' ')} ", mine) is answer


def test_a_slip_of_the_tongue_is_seen() -> None:
    code = receipt(new_record_id(), Answer.ACCEPTED)
    for place, letter in enumerate(code):
        if letter != "-":
            changed = code[:place] + ("7" if letter != "7" else "8") + code[place + 1 :]
            assert not is_code(changed)
    assert not is_code("")
    assert not is_code("7K3-MQ0")
