"""A receiver's key, on paper or in a message: read by a machine as a line, compared by people as letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amparo.core.dates import long_date
from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.core.spoken import spoken
from amparo.exchange.sealing import check_recipient

_BEGINS = "AMPARO-KEY:1:"


class BadCard(AppError):
    """The line is no key card, or a letter of it is wrong."""

    def __init__(self) -> None:
        super().__init__(
            _("This is no key card, or a letter of it is wrong."),
            _("Copy the whole line, from AMPARO-KEY to its end, and compare it with the card."),
        )


class Expired(AppError):
    """The key may not be used any more."""

    def __init__(self, card: KeyCard) -> None:
        super().__init__(
            _("The key of {name} was good until {date}.").format(
                name=card.name, date=long_date(card.valid_until)
            ),
            _("Ask the receiver for a new key card. Nothing was sealed."),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCard:
    """Whom a key belongs to, and until when.

    Attributes:
        name: body and unit of the receiver.
        public: to which referrals are sealed.
        signer: the key by which its answers are signed, in hexadecimal.
        valid_until: the last good day.
    """

    name: str
    public: str
    signer: str
    valid_until: date

    @property
    def spoken(self) -> str:
        """The letters to compare with the receiver, by voice: over name, keys and date."""
        return spoken(self._body)

    @property
    def line(self) -> str:
        """The card as a line; also what its QR code says."""
        return f"{_BEGINS}{self._body}:{self.spoken}"

    @property
    def _body(self) -> str:
        return ":".join((_quoted(self.name), self.public, self.signer, self.valid_until.isoformat()))

    def check(self, today: date) -> None:
        """See whether it may be sealed to.

        Raises: Expired.
        """
        if today > self.valid_until:
            raise Expired(self)


def card_of(line: str) -> KeyCard:
    """The card of a line, as it was copied or typed.

    Raises: BadCard.
    """
    said = line.strip()
    if not said.upper().startswith(_BEGINS):
        raise BadCard
    try:
        name, public, signer, until, letters = said[len(_BEGINS) :].split(":")
        made = KeyCard(
            name=_unquoted(name),
            public=check_recipient(public),
            signer=bytes.fromhex(signer).hex(),
            valid_until=date.fromisoformat(until),
        )
    except (ValueError, AppError) as error:
        raise BadCard from error
    if len(made.signer) != 64 or made.spoken != letters.strip().upper() or not made.name.strip():
        raise BadCard
    return made


def _quoted(name: str) -> str:
    """In ASCII: cameras do not agree on what other letters are."""
    return "".join(letter if _is_plain(letter) else _escaped(letter) for letter in " ".join(name.split()))


def _is_plain(letter: str) -> bool:
    return letter.isascii() and letter.isprintable() and letter not in "%:"


def _escaped(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def _unquoted(name: str) -> str:
    head, *rest = name.split("%")
    parts = [bytes.fromhex(part[:2]) + part[2:].encode() for part in rest]
    return (head.encode() + b"".join(parts)).decode()
