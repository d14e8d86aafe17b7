"""A referral on its way: sealed to its receivers, and opened by one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from amparo.core.i18n import _
from amparo.exchange.envelope import packed, unpacked
from amparo.exchange.keycard import KeyCard
from amparo.exchange.record import Record, read, written
from amparo.exchange.sealing import open_with, seal_to
from amparo.exchange.signing import SigningKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a receiver sees of a referral.

    Attributes:
        raw: the record, to the byte as it was signed.
        sender: the key that signed it, in hexadecimal; whose it is, the receiver must know.
    """

    record: Record
    raw: bytes
    pdf: bytes
    sender: str


def seal_referral(
    record: Record, pdf: bytes, *, key: SigningKey, cards: Sequence[KeyCard], today: date
) -> bytes:
    """Sign and seal a referral, all in memory: what fails leaves nothing behind.

    Raises: Expired, BadKey; nothing is sealed then.
    """
    for card in cards:
        card.check(today)
    inside = packed(record=written(record), pdf=pdf, read_me=read_me(), key=key)
    return seal_to(inside, [card.public for card in cards])


def open_referral(sealed: bytes, secret: str) -> Opened:
    """Open a sealed referral with one's own key, and check its signature.

    Raises: NotOpened, BadEnvelope.
    """
    inside = unpacked(open_with(sealed, secret))
    return Opened(record=read(inside.record), raw=inside.record, pdf=inside.pdf, sender=inside.sender)


def file_name(sealed: bytes) -> str:
    """The name of a sealed file: it tells nothing, and whoever receives it can compare it."""
    return f"{sha256(sealed).hexdigest()}.age"


def read_me() -> str:
    """The page for whoever opened the file without this program."""
    return "\n\n".join(
        (
            _("This is a referral of a person who may be a victim of trafficking."),
            _("referral.pdf is the form. Read it where nobody looks on, and keep it where only you open it."),
            _("It is no finding: the front line presumes, and the competent body decides."),
            _("Answer the sender soon, by the contact on the form: accepted, refused, or what is missing."),
            _("Destroy it on the date that the form names, or when you no longer need it."),
        )
    )
