"""Key files: Ed25519 in PEM, wrapped by a passphrase in the format of `age`, which opens them too."""

from __future__ import annotations

from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

SUFFIX = ".key.age"


class BadKey(ValueError):
    """The file is no key, or the passphrase is another."""


def new_signer() -> CryptoSigner:
    """A fresh key."""
    return CryptoSigner(Ed25519PrivateKey.generate())


def write_key(path: Path, signer: CryptoSigner, passphrase: str) -> None:
    """Write a key, wrapped; a key that is there is never written over.

    Raises: OSError.
    """
    private = signer._private_key  # its own `private_bytes` gives no more than this, and unencrypted
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with path.open("xb") as opened:
        path.chmod(0o600)
        opened.write(pyrage.passphrase.encrypt(pem, passphrase))


def read_key(path: Path, passphrase: str) -> CryptoSigner:
    """The key in a file.

    Raises: BadKey.
    """
    try:
        pem = pyrage.passphrase.decrypt(path.read_bytes(), passphrase)
        private = load_pem_private_key(pem, None)
    except (OSError, ValueError, pyrage.DecryptError) as error:
        raise BadKey(f"{path.name}: no key opens with this passphrase.") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise BadKey(f"{path.name}: no Ed25519 key.")
    return CryptoSigner(private)
