"""What is inside a sealed referral: a plain zip that anybody can read who opened it.

    READ-ME.txt      what this is, and what to do
    referral.pdf     the form
    referral.json    the record, for a program
    signature.json   the sender's key, and the signature over the three
    padding          zeros, so that sizes tell little

Everything is stored, not compressed: what is opened is as large as it says.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.exchange.signing import SigningKey, is_signed, sign

STEP_BYTES = 4096
LARGEST_BYTES = 20 * 1024 * 1024
_SIGNED = ("READ-ME.txt", "referral.pdf", "referral.json")
_NAMES = (*_SIGNED, "signature.json", "padding")
_NO_CLOCK = (2000, 1, 1, 0, 0, 0)
_PURPOSE = b"amparo referral 1"


class BadEnvelope(AppError):
    """What was opened is no referral of this kit, or it was changed after it was signed."""

    def __init__(self, what: str) -> None:
        super().__init__(what, _("Do not act on it. Ask the sender for it again, by another way."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The inside of a sealed referral.

    Attributes:
        record: JSON, to the byte as it was signed.
        pdf: the form.
        read_me: a page for whoever opened it without this program.
        sender: the key that signed it, in hexadecimal.
    """

    record: bytes
    pdf: bytes
    read_me: str
    sender: str


def packed(*, record: bytes, pdf: bytes, read_me: str, key: SigningKey) -> bytes:
    """The zip, signed; its size is a multiple of `STEP_BYTES`."""
    parts = dict(zip(_SIGNED, (read_me.encode(), pdf, record), strict=True))
    signature = {"sender": key.public, "signature": sign(key.secret, _said(parts))}
    parts["signature.json"] = json.dumps(signature).encode()
    size = len(_zipped(parts | {"padding": b""}))
    return _zipped(parts | {"padding": bytes(-size % STEP_BYTES)})


def unpacked(data: bytes) -> Envelope:
    """What the zip holds, if its signature is right; whose key it is must be looked at by the caller.

    Raises: BadEnvelope.
    """
    parts = _parts(data)
    try:
        signature = json.loads(parts["signature.json"])
        sender, signed = str(signature["sender"]), str(signature["signature"])
        read_me = parts["READ-ME.txt"].decode()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadEnvelope(_("This is no referral of this kit.")) from error
    if not is_signed(sender, _said(parts), signed):
        raise BadEnvelope(_("This referral was changed after it was signed."))
    return Envelope(record=parts["referral.json"], pdf=parts["referral.pdf"], read_me=read_me, sender=sender)


def _parts(data: bytes) -> dict[str, bytes]:
    no_referral = _("This is no referral of this kit.")
    if len(data) > LARGEST_BYTES:
        raise BadEnvelope(no_referral)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            members = opened.infolist()
            names = [member.filename for member in members]
            is_plain = all(member.compress_type == zipfile.ZIP_STORED for member in members)
            if sorted(names) != sorted(_NAMES) or not is_plain:
                raise BadEnvelope(no_referral)
            if sum(member.file_size for member in members) > LARGEST_BYTES:
                raise BadEnvelope(no_referral)
            return {member.filename: opened.read(member) for member in members}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadEnvelope(no_referral) from error


def _said(parts: dict[str, bytes]) -> bytes:
    return _PURPOSE + b"".join(sha256(parts[name]).digest() for name in _SIGNED)


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as opened:
        for name in _NAMES:
            opened.writestr(zipfile.ZipInfo(name, _NO_CLOCK), parts[name])
    return made.getvalue()
