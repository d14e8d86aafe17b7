"""The wrapped key: wrong passphrases, and headers that somebody else wrote."""

import json
import sys
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from amparo.vault.errors import Damaged, WrongPassphrase
from amparo.vault.header import Header, decode, encode, new_key, read, unwrap, wrap
from tests.programs import python
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


def checked(said: bytes) -> bytes:
    """As somebody writes it who knows how the checksum is reckoned."""
    return said + b"\n" + sha256(said).hexdigest().encode() + b"\n"


def changed(header: Header, **news: Any) -> bytes:
    return checked(json.dumps(json.loads(encode(header).splitlines()[0]) | news).encode())


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
        {"wrapped": ""},
        {"wrapped": "AAAAAAAAAAAAAAAA"},
        {"wrapped": "A" * 4000},
        {"mark": ""},
        {"office": 1},
        {"office": "A" * (1 << 20)},
    ],
)
def test_what_this_program_would_not_have_written_is_damaged(header: Header, news: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        decode(changed(header, **news))


@pytest.mark.parametrize(
    "junk", [b"", b"{}", b"[", b"[" * 100_000, b"\xff\xfe", b"\0" * 300, b"null", b'{"a":1}']
)
def test_junk_is_damaged(junk: bytes) -> None:
    for data in (junk, checked(junk)):
        with pytest.raises(Damaged):
            decode(data)


def test_a_flip_anywhere_is_damage_and_no_wrong_passphrase(header: Header) -> None:
    whole = encode(header)
    for at in range(len(whole)):
        for bit in range(8):
            with pytest.raises(Damaged):
                decode(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])


def test_a_cut_or_longer_one_is_damage(header: Header) -> None:
    whole = encode(header)
    for data in (*(whole[:end] for end in range(len(whole))), whole + b"\n", whole * 2):
        with pytest.raises(Damaged):
            decode(data)


def test_a_file_of_any_size_is_refused_at_once(tmp_path: Path) -> None:
    with (tmp_path / "vault.hdr").open("wb") as opened:
        opened.truncate(1 << 40)  # takes no room
    with pytest.raises(Damaged):
        read(tmp_path / "vault.hdr")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited by Linux's own call")
def test_too_little_memory_is_told() -> None:
    ran = python(
        "import resource; from amparo.vault import header; from amparo.vault.errors import NoMemory\n"
        "resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))\n"
        "try: header.wrap(header.new_key(), 'a', cost=header.Cost(memory_kib=1 << 20))\n"
        "except NoMemory as error: print(error.what)"
    )
    assert "memory" in ran.stdout, ran.stderr


def test_the_most_that_a_header_can_ask_for_is_a_gibibyte(header: Header) -> None:
    most = {"memory_kib": 1 << 20, "passes": 16, "lanes": 8}
    assert decode(changed(header, cost=most)).cost.memory_kib == 1 << 20
    for name, value in most.items():
        with pytest.raises(Damaged):
            decode(changed(header, cost=most | {name: value + 1}))


def test_headers_of_one_key_have_one_mark_and_no_other_has_it(key: bytes, header: Header) -> None:
    assert wrap(key, "other", cost=CHEAP).mark == header.mark
    assert wrap(new_key(), PASSPHRASE, cost=CHEAP).mark != header.mark


def test_a_header_with_another_cost_or_salt_gives_no_key(header: Header) -> None:
    for news in ({"cost": {"memory_kib": 72, "passes": 1, "lanes": 1}}, {"salt": "A" * 22 + "=="}):
        with pytest.raises(WrongPassphrase):
            unwrap(decode(changed(header, **news)), PASSPHRASE)
