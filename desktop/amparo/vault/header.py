"""The header of a vault: its random key, wrapped under the passphrase and, where wanted, sealed to an office.

The passphrase never encrypts the store itself, so that changing it rewrites some 300 bytes, and that
destroying those bytes destroys the vault. On disk a checksum follows in a second line, so that damage is told
apart from a wrong passphrase; whoever changes a header on purpose can reckon it anew, and gains nothing.
"""

from __future__ import annotations

import secrets
import unicodedata
from hashlib import blake2s, sha256
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from amparo.vault.errors import Damaged, NoMemory, WrongPassphrase

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_WRAPPED_BYTES = _NONCE_BYTES + KEY_BYTES + 16
_MARK_BYTES = 8
_MOST_BYTES = 16 * 1024
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
        mark: the same for headers of the same key; it tells nothing of the key.
        office: the key as a file that `age` opens with an office's own key; None for no office.
    """

    format: int = 1
    cost: Cost
    salt: bytes
    wrapped: bytes
    mark: bytes
    office: bytes | None = None


def new_key() -> bytes:
    """A fresh key for a store."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, passphrase: str, *, cost: Cost = COST, office: bytes | None = None) -> Header:
    """Wrap a key under a passphrase; takes the time that `cost` says.

    Raises: NoMemory.
    """
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    sealed = ChaCha20Poly1305(_derive(passphrase, salt, cost)).encrypt(nonce, key, _bound(salt, cost))
    mark = blake2s(key, digest_size=_MARK_BYTES, person=b"amparo").digest()
    return Header(cost=cost, salt=salt, wrapped=nonce + sealed, mark=mark, office=office)


def unwrap(header: Header, passphrase: str) -> bytes:
    """The key of the store.

    Raises: WrongPassphrase, NoMemory.
    """
    nonce, sealed = header.wrapped[:_NONCE_BYTES], header.wrapped[_NONCE_BYTES:]
    cipher = ChaCha20Poly1305(_derive(passphrase, header.salt, header.cost))
    try:
        return cipher.decrypt(nonce, sealed, _bound(header.salt, header.cost))
    except InvalidTag as error:
        raise WrongPassphrase from error


def encode(header: Header) -> bytes:
    """The header as it lies on disk."""
    said = msgspec.json.encode(header)
    return said + _checksum(said)


def read(path: Path) -> Header:
    """The header in a file.

    Raises: Damaged, OSError.
    """
    with path.open("rb") as opened:
        return decode(opened.read(_MOST_BYTES + 1))


def decode(data: bytes) -> Header:
    """The header of these bytes.

    Raises: Damaged, for anything that this program would not have written.
    """
    said = data.split(b"\n", 1)[0]
    if len(data) > _MOST_BYTES or data != said + _checksum(said):
        raise Damaged
    try:
        header = msgspec.json.decode(said, type=Header)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged from error
    cost = header.cost
    asked = (cost.memory_kib, cost.passes, cost.lanes)
    is_sound = all(1 <= value <= most for value, most in zip(asked, _MOST, strict=True))
    is_sound = is_sound and cost.memory_kib >= 8 * cost.lanes and header.format == 1
    lengths = (len(header.salt), len(header.wrapped), len(header.mark))
    if not is_sound or lengths != (_SALT_BYTES, _WRAPPED_BYTES, _MARK_BYTES):
        raise Damaged
    return header


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    said = " ".join(unicodedata.normalize("NFC", passphrase).split())  # as two keyboards may type it
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    try:
        return kdf.derive(said.encode(errors="surrogatepass"))
    except MemoryError as error:
        raise NoMemory from error


def _checksum(said: bytes) -> bytes:
    return b"\n" + sha256(said).hexdigest().encode() + b"\n"


def _bound(salt: bytes, cost: Cost) -> bytes:
    return b"amparo vault 1" + msgspec.json.encode((cost, salt))
