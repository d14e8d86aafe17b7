"""The fingerprint at the foot of every sheet: it finds document and version, and tells nothing else.

40 bits of BLAKE2b in Crockford's base 32, two groups of four, and Crockford's check character, such as
`7K3M-Q0TZ-4`. Letters that a tired eye takes for digits are read as those.
"""

import re
from hashlib import blake2b

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
    said = f"{document}\0{version}\0{serial}".encode()
    number = int.from_bytes(blake2b(said, digest_size=5, salt=salt).digest(), "big")
    letters = "".join(_DIGITS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}-{_CHECKS[number % 37]}"


def read_fingerprint(typed: str) -> str | None:
    """A fingerprint as typed by a person, in its canonical form; None where it cannot be one.

    The check character catches one wrong letter, or two exchanged.
    """
    cleaned = typed.strip().upper()
    head = cleaned[:-1].translate(_LOOKALIKES)
    found = _SHAPE.fullmatch(head + cleaned[-1:].replace("O", "0").replace("I", "1").replace("L", "1"))
    if found is None:
        return None
    number = 0
    for letter in found[1] + found[2]:
        number = number << 5 | _DIGITS.index(letter)
    return "-".join(found.groups()) if _CHECKS[number % 37] == found[3] else None
