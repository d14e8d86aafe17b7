"""The wrapped key: wrong passphrases, and headers that somebody else wrote."""

import json
import unicodedata
from typing import Any

import pytest

from amparo.vault.errors import Damaged, WrongPassphrase
from amparo.vault.header import Header, decode, encode, new_key, unwrap, wrap
from tests.vault.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def key() -> bytes:
    return new_key()


@pytest.fixture
def header(key: bytes) -> Header:
    return wrap(key, PASSPHRASE, cost=CHEAP)


def test_the_passphrase_gives_the_key_back(key: bytes, header: Header) -> None:
    assert unwrap(decode(encode(header)), PASSPHRASE) == key


@pytest.mark.parametrize("wrong", ["", "mesa nube trece lobo", PASSPHRASE.upper(), PASSPHRASE + "."])
def test_another_does_not(header: Header, wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        unwrap(header, wrong)


def test_two_keyboards_may_type_it_differently(key: bytes) -> None:
    header = wrap(key, "ñandú café añil  lluvia pão", cost=CHEAP)
    assert unwrap(header, unicodedata.normalize("NFD", " ñandú café añil lluvia pão ")) == key


def test_two_wraps_have_nothing_in_common(key: bytes, header: Header) -> None:
    other = wrap(key, PASSPHRASE, cost=CHEAP)
    assert other.salt != header.salt
    assert other.wrapped != header.wrapped
    assert key not in encode(header)


def changed(header: Header, **news: Any) -> bytes:
    return json.dumps(json.loads(encode(header)) | news).encode()


@pytest.mark.parametrize(
    "news",
    [
        {"cost": {"memory_kib": 1 << 30, "passes": 3, "lanes": 2}},
        {"cost": {"memory_kib": 262144, "passes": 1 << 20, "lanes": 2}},
        {"cost": {"memory_kib": 262144, "passes": 3, "lanes": 200}},
        {"cost": {"memory_kib": 1, "passes": 3, "lanes": 2}},
        {"cost": {"memory_kib": 0, "passes": 0, "lanes": 0}},
        {"cost": {"memory_kib": -1, "passes": 3, "lanes": 2}},
        {"salt": ""},
        {"salt": "AAAA"},
        {"format": 2},
        {"more": 1},
        {"wrapped": 7},
    ],
)
def test_what_this_program_would_not_have_written_is_damaged(header: Header, news: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        decode(changed(header, **news))


@pytest.mark.parametrize(
    "junk", [b"", b"{}", b"[", b"[" * 100_000, b"\xff\xfe", b"\0" * 300, b"null", b'{"a":1}']
)
def test_junk_is_damaged(junk: bytes) -> None:
    with pytest.raises(Damaged):
        decode(junk)


def test_a_header_with_another_cost_or_salt_gives_no_key(header: Header) -> None:
    for news in ({"cost": {"memory_kib": 72, "passes": 1, "lanes": 1}}, {"salt": "A" * 22 + "=="}):
        with pytest.raises(WrongPassphrase):
            unwrap(decode(changed(header, **news)), PASSPHRASE)
