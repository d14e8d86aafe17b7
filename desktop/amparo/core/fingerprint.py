"""The fingerprint at the foot of every sheet: it finds document and version, and tells nothing else.

40 bits of BLAKE2b in Crockford's base 32, two groups of four, and Crockford's check character, such as
`7K3M-Q0TZ-4`. Letters that a tired eye takes for digits are read as those.
"""

import re
from hashlib import blake2b

COPIES = 500
"""Copies of one printing at most; to find a sheet again, so many are tried."""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS = _DIGITS + "*~$=U"
_LOOKALIKES = str.maketrans("OIL", "011")
_SHAPE = re.compile(rf"([{_DIGITS}]{{4}})[- ]?([{_DIGITS}]{{4}})[- ]?([{re.escape(_CHECKS)}])")


def fingerprint(document: str, version: str, serial: str = "", salt: bytes = b"") -> str:
    """The fingerprint of one copy of a document.

    Args:
        serial: of the copy, where copies are numbered.
        salt: random, for a case, so that nobody can guess its sheet; at most 16 bytes.
    """
    number = _number_of(document, version, serial, salt)
    letters = "".join(_DIGITS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}-{_CHECKS[number % 37]}"


def serial_of(printed: str, document: str, version: str) -> str | None:
    """The serial of the copy with this fingerprint; empty for a sheet without, None for none of these.

    Args:
        printed: in its canonical form.
    """
    number = _read_number(printed.replace("-", "")[:-1])
    serials = ("", *map(str, range(1, COPIES + 1)))
    return next((serial for serial in serials if _number_of(document, version, serial) == number), None)


def read_fingerprint(typed: str) -> str | None:
    """A fingerprint as typed by a person, in its canonical form; None where it cannot be one.

    The check character catches one wrong letter, or two exchanged.
    """
    cleaned = typed.strip().upper()
    head = cleaned[:-1].translate(_LOOKALIKES)
    found = _SHAPE.fullmatch(head + cleaned[-1:].replace("O", "0").replace("I", "1").replace("L", "1"))
    if found is None:
        return None
    check = _CHECKS[_read_number(found[1] + found[2]) % 37]
    return "-".join(found.groups()) if check == found[3] else None


def _read_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << 5 | _DIGITS.index(letter)
    return number


def _number_of(document: str, version: str, serial: str, salt: bytes = b"") -> int:
    said = f"{document}\0{version}\0{serial}".encode()
    return int.from_bytes(blake2b(said, digest_size=5, salt=salt).digest(), "big")
