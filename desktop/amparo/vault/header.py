"""The header of a vault: its random key, wrapped under the passphrase and, where wanted, sealed to an office.

The passphrase never encrypts the store itself, so that changing it rewrites some 300 bytes, and that
destroying those bytes destroys the vault.
"""

from __future__ import annotations

import secrets
import unicodedata

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from amparo.vault.errors import Damaged, WrongPassphrase

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_MOST = (1 << 20, 16, 8)
"""A header comes from a disk that others may have touched: it cannot ask for more than 1 GiB."""


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one try at the passphrase costs, by Argon2id.

    Attributes:
        memory_kib: in KiB; 256 MiB and three passes take 0.6 s on a slow laptop of today.
    """

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 2


COST = Cost()
"""Of a new vault."""


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is on disk beside the store.

    Attributes:
        wrapped: the key under the passphrase: nonce and ciphertext.
        office: the key as a file that `age` opens with an office's own key; None for no office.
    """

    format: int = 1
    cost: Cost
    salt: bytes
    wrapped: bytes
    office: bytes | None = None


def new_key() -> bytes:
    """A fresh key for a store."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, passphrase: str, *, cost: Cost = COST, office: bytes | None = None) -> Header:
    """Wrap a key under a passphrase; takes the time that `cost` says."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(_derive(passphrase, salt, cost)).encrypt(nonce, key, _bound(salt, cost))
    return Header(cost=cost, salt=salt, wrapped=nonce + sealed, office=office)


def unwrap(header: Header, passphrase: str) -> bytes:
    """The key of the store.

    Raises: WrongPassphrase.
    """
    nonce, sealed = header.wrapped[:_NONCE_BYTES], header.wrapped[_NONCE_BYTES:]
    cipher = ChaCha20Poly1305(_derive(passphrase, header.salt, header.cost))
    try:
        return cipher.decrypt(nonce, sealed, _bound(header.salt, header.cost))
    except InvalidTag as error:
        raise WrongPassphrase from error


def encode(header: Header) -> bytes:
    """The header as it lies on disk."""
    return msgspec.json.encode(header)


def decode(data: bytes) -> Header:
    """The header of these bytes.

    Raises: Damaged, for anything that this program would not have written.
    """
    try:
        header = msgspec.json.decode(data, type=Header)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged from error
    cost = header.cost
    asked = (cost.memory_kib, cost.passes, cost.lanes)
    is_sound = all(1 <= value <= most for value, most in zip(asked, _MOST, strict=True))
    is_sound = is_sound and cost.memory_kib >= 8 * cost.lanes and len(header.salt) == _SALT_BYTES
    if not is_sound or header.format != 1:
        raise Damaged
    return header


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    said = " ".join(unicodedata.normalize("NFC", passphrase).split())  # as two keyboards may type it
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(said.encode())


def _bound(salt: bytes, cost: Cost) -> bytes:
    return b"amparo vault 1" + msgspec.json.encode((cost, salt))
