"""What sealing does in the vault's thread: keys, pages, the sealed file, a note of it; all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import _
from amparo.core.progress import no_tick
from amparo.core.settings import Paper
from amparo.exchange.keycard import KeyCard
from amparo.exchange.outbox import Outbox
from amparo.exchange.record import Record, new_record_id
from amparo.exchange.referral import file_name, seal_referral
from amparo.exchange.sealing import new_identity
from amparo.exchange.signing import SigningKey, new_signing_key
from amparo.paper.printout import Printout
from amparo.ui.preview.layout import lay_out

if TYPE_CHECKING:
    from amparo.vault.records import Card, OwnKey, Referral
    from amparo.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is sealed, and to whom.

    Attributes:
        folder: where the sealed file goes, such as a stick; None for the outbox.
        edition: the version of the content.
    """

    referral: Referral
    printout: Printout
    paper: Paper
    cards: tuple[Card, ...]
    folder: Path | None
    outbox: Outbox
    edition: str
    today: date


def seal(order: Order, vault: Vault) -> str:
    """Seal a referral, write it, read it back, and note it; the name of the file.

    Raises: AppError; nothing is saved or noted as sealed then.
    """
    record = Record(
        id=new_record_id(),
        case=order.referral.case_code,
        form="form/referral",
        edition=order.edition,
        filled=order.referral.filled,
        sealed_at=datetime.now(UTC).replace(microsecond=0),
        receivers=tuple(card.name for card in order.cards),
        reply_to=own_identity(vault, "reply").public,
    )
    pdf = lay_out(order.printout, order.paper, no_tick).pdf
    sealed = seal_referral(
        record, pdf, key=signing_key(vault), cards=[key_card(card) for card in order.cards], today=order.today
    )
    if order.folder is None:
        order.outbox.put(sealed)
    else:
        _write(order.folder / file_name(sealed), sealed)
    vault.post.add_sealing(
        record_id=record.id,
        referral_id=order.referral.id,
        receiver=", ".join(record.receivers),
        digest=file_name(sealed).removesuffix(".age"),
    )
    return file_name(sealed)


def signing_key(vault: Vault) -> SigningKey:
    """The key by which this vault signs; made when it is first needed."""

    def make() -> tuple[str, str]:
        made = new_signing_key()
        return made.secret, made.public

    kept = vault.post.key("signing", make)
    return SigningKey(kept.secret, kept.public)


def own_identity(vault: Vault, name: str) -> OwnKey:
    """A key to which others seal: `desk` for referrals, `reply` for answers."""

    def make() -> tuple[str, str]:
        made = new_identity()
        return made.secret, made.public

    return vault.post.key(name, make)


def key_card(card: Card) -> KeyCard:
    """A card of the vault as sealing knows it."""
    return KeyCard(name=card.name, public=card.public, signer=card.signer, valid_until=card.valid_until)


def _write(path: Path, sealed: bytes) -> None:
    try:
        replace_file(path, sealed)
        is_whole = path.read_bytes() == sealed
    except OSError as error:
        what = _("The sealed file could not be written in {folder}.").format(folder=path.parent)
        raise AppError(what, _("Choose another place, and seal again.")) from error
    if not is_whole:
        path.unlink(missing_ok=True)
        what = _("The sealed file is not what was written: the stick may be damaged.")
        raise AppError(what, _("Choose another place, and seal again."))
