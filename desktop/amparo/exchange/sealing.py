"""Sealing to a public key as `age` does: the stock program opens it, and it opens what that program seals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyrage import DecryptError, IdentityError, RecipientError, decrypt, encrypt, x25519

from amparo.core.errors import AppError
from amparo.core.i18n import _

_PUBLIC, _SECRET = "age1", "AGE-SECRET-KEY-"


class BadKey(AppError):
    """A text that is no key."""


class NotOpened(AppError):
    """Sealed to another key, or damaged: `age` does not tell the one from the other for sure."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A pair of keys; `public` may be given to anybody."""

    secret: str
    public: str


def new_identity() -> Identity:
    """A fresh pair."""
    made = x25519.Identity.generate()
    return Identity(str(made), str(made.to_public()))


def identity_from_text(text: str) -> Identity:
    """The pair of a key file, which may have lines of comment.

    Raises: BadKey.
    """
    lines = (line.strip() for line in text.splitlines())
    secret = next((line for line in lines if line.upper().startswith(_SECRET)), "")
    try:
        made = x25519.Identity.from_str(secret)
    except (IdentityError, ValueError) as error:
        what = _("This file holds no secret key.")
        raise BadKey(what, _("Choose the file of the office's key.")) from error
    return Identity(str(made), str(made.to_public()))


def check_recipient(public: str) -> str:
    """A public key, cleaned of spaces.

    Raises: BadKey.
    """
    cleaned = "".join(public.split()).lower()
    try:
        x25519.Recipient.from_str(cleaned)
    except (RecipientError, ValueError) as error:
        what = _("This is not a public key.")
        to_do = _("It begins with age1 and has 62 letters; compare it with the key card.")
        raise BadKey(what, to_do) from error
    return cleaned


def seal_to(data: bytes, recipients: Sequence[str]) -> bytes:
    """Seal to these public keys.

    Raises: BadKey.
    """
    if not recipients:
        raise ValueError("nobody to seal to")
    return bytes(encrypt(data, [x25519.Recipient.from_str(check_recipient(public)) for public in recipients]))


def open_with(sealed: bytes, secret: str) -> bytes:
    """What was sealed to this key.

    Raises: NotOpened.
    """
    try:
        return bytes(decrypt(sealed, [x25519.Identity.from_str(secret)]))
    except DecryptError as error:
        what = _("This was sealed to another key, or it is damaged.")
        raise NotOpened(what, _("Ask whoever sealed it to which key, and compare it with yours.")) from error
