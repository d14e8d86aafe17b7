"""Who sent it: `age` hides a file from others and says nothing of its sender, so the inside is signed."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A pair of keys, in hexadecimal; `public` may be given to anybody."""

    secret: str
    public: str


def new_signing_key() -> SigningKey:
    """A fresh pair."""
    made = Ed25519PrivateKey.generate()
    return SigningKey(made.private_bytes_raw().hex(), made.public_key().public_bytes_raw().hex())


def sign(secret: str, data: bytes) -> str:
    """The signature of some bytes, in hexadecimal."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)).sign(data).hex()


def is_signed(public: str, data: bytes, signature: str) -> bool:
    """Whether the owner of this key signed exactly these bytes; any text may be given."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), data)
    except (ValueError, InvalidSignature):
        return False
    return True
