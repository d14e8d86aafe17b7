"""Sealed as `age` seals: both ways with the stock program where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from amparo.exchange.sealing import (
    BadKey,
    NotOpened,
    check_recipient,
    identity_from_text,
    new_identity,
    open_with,
    seal_to,
)

DATA = "Ñandú \0".encode() * 100
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed on this system")


def test_what_is_sealed_is_opened_by_each_receiver_and_by_nobody_else() -> None:
    first, second, stranger = new_identity(), new_identity(), new_identity()
    sealed = seal_to(DATA, [first.public, second.public])
    assert open_with(sealed, first.secret) == open_with(sealed, second.secret) == DATA
    assert DATA not in sealed
    with pytest.raises(NotOpened):
        open_with(sealed, stranger.secret)


def test_a_key_is_read_back_from_its_file_with_comments() -> None:
    made = new_identity()
    assert identity_from_text(f"# created: today\n# public key: {made.public}\n\n{made.secret}\n") == made
    assert check_recipient(f"  {made.public.upper()[:4].lower()}{made.public[4:]} \n") == made.public


@pytest.mark.parametrize(
    "text", ["", "age1", "age1" + "x" * 58, "AGE-SECRET-KEY-1", "ssh-ed25519 AAAA", "\0", "é"]
)
def test_what_is_no_key_is_told(text: str) -> None:
    with pytest.raises(BadKey):
        check_recipient(text)
    with pytest.raises(BadKey):
        identity_from_text(text)
    with pytest.raises(BadKey):
        seal_to(DATA, [text])


def test_nobody_to_seal_to_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="nobody"):
        seal_to(DATA, [])


def test_any_flipped_byte_or_cut_is_refused() -> None:
    made = new_identity()
    sealed = seal_to(DATA, [made.public])
    for place in range(0, len(sealed), 7):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        with pytest.raises(NotOpened):
            open_with(bytes(flipped), made.secret)
    for left in (0, 1, len(sealed) // 2, len(sealed) - 1):
        with pytest.raises(NotOpened):
            open_with(sealed[:left], made.secret)


@needs_age
def test_the_stock_program_opens_it_and_is_opened(tmp_path: Path) -> None:
    made = new_identity()
    key = tmp_path / "key.txt"
    key.write_text(made.secret + "\n", encoding="utf-8")
    sealed = seal_to(DATA, [made.public])
    opened = subprocess.run(["age", "-d", "-i", str(key)], input=sealed, capture_output=True, check=True)
    assert opened.stdout == DATA
    theirs = subprocess.run(["age", "-r", made.public], input=DATA, capture_output=True, check=True)
    assert open_with(theirs.stdout, made.secret) == DATA
