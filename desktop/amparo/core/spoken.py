"""The fingerprint of a key or of a source: letters that two people compare by voice or by eye."""

from hashlib import blake2b

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 80


def spoken(said: str, person: bytes = b"amparo key") -> str:
    """Four groups of four letters, such as `7K3M-…`: nobody makes something else with the same.

    Args:
        said: what is compared; neither case nor white space around it counts.
        person: which sort of thing it is, so that one sort never passes for another; at most 16 bytes.
    """
    digest = blake2b(said.strip().lower().encode(), digest_size=_BITS // 8, person=person)
    number = int.from_bytes(digest.digest(), "big")
    letters = "".join(_DIGITS[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
