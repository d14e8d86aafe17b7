"""What the receiving desk does in the vault's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.filled import Values
from amparo.core.i18n import _
from amparo.core.model import PageId
from amparo.exchange.envelope import LARGEST_BYTES
from amparo.exchange.keycard import KeyCard
from amparo.exchange.receipt import Answer, receipt
from amparo.exchange.record import read
from amparo.exchange.referral import open_referral
from amparo.exchange.reply import Reply, seal_reply
from amparo.ui.refer.sealing import own_identity, signing_key
from amparo.ui.refer.words import sender_words

if TYPE_CHECKING:
    from amparo.vault.records import Received
    from amparo.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A received referral as the desk shows it.

    Attributes:
        sender: whose key signed it, in words.
        code: the receipt code of the answer; empty before there is one.
        is_known: whether it came in before.
    """

    record_id: str
    case_code: str
    form: PageId
    filled: Values
    sealed_at: datetime
    sender: str
    code: str
    is_known: bool = False


def card_line(name: str, until: date, vault: Vault) -> tuple[str, str]:
    """The desk's own key card as a line, and its letters."""
    card = KeyCard(
        name=name,
        public=own_identity(vault, "desk").public,
        signer=signing_key(vault).public,
        valid_until=until,
    )
    return card.line, card.spoken


def open_file(path: Path, review_on: date, vault: Vault) -> Shown:
    """Open a sealed referral and take it in; one that came in before is recognised.

    Raises: AppError.
    """
    from amparo.vault.records import Received

    opened = open_referral(_read(path), own_identity(vault, "desk").secret)
    record = opened.record
    is_known = any(one.record_id == record.id for one in vault.post.received())
    kept = vault.post.receive(
        Received(
            record_id=record.id,
            case_code=record.case,
            sender=opened.sender,
            record=opened.raw.decode(),
            review_on=review_on,
            changed_at=datetime.now(UTC),
        )
    )
    return _shown(kept, vault, is_known=is_known)


def shown_of(record_id: str, vault: Vault) -> Shown:
    """What came in before.

    Raises: AppError, where it was destroyed.
    """
    return _shown(_received(record_id, vault), vault)


def answer(record_id: str, key: str, reason: str, vault: Vault) -> Shown:
    """Note an answer.

    Raises: AppError, where a refusal has no reason.
    """
    if key in (Answer.REFUSED, Answer.ASKED_BACK) and not reason:
        what = _("Say why, or what is missing.")
        raise AppError(what, _("Write it in the line over the buttons, without names."))
    vault.post.answer(record_id, key, reason)
    return shown_of(record_id, vault)


def save_reply(record_id: str, path: Path, vault: Vault) -> None:
    """Write the answer as a file that only the sender opens.

    Raises: AppError.
    """
    kept = _received(record_id, vault)
    reply = Reply(record_id=record_id, answer=Answer(kept.state), reason=kept.reason)
    reply_to = read(kept.record.encode()).reply_to
    try:
        replace_file(path, seal_reply(reply, key=signing_key(vault), reply_to=reply_to))
    except OSError as error:
        raise AppError(_("The answer could not be saved there."), _("Choose another place.")) from error


def _shown(kept: Received, vault: Vault, *, is_known: bool = False) -> Shown:
    record = read(kept.record.encode())
    return Shown(
        record_id=kept.record_id,
        case_code=kept.case_code,
        form=PageId(record.form),
        filled=record.filled,
        sealed_at=record.sealed_at,
        sender=sender_words(kept.sender, vault.post.cards()),
        code=receipt(kept.record_id, Answer(kept.state)) if kept.state else "",
        is_known=is_known,
    )


def _received(record_id: str, vault: Vault) -> Received:
    found = next((one for one in vault.post.received() if one.record_id == record_id), None)
    if found is None:
        raise AppError(_("This referral is not here any more."), _("Open its file again, if you have it."))
    return found


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > 2 * LARGEST_BYTES:
            raise AppError(_("This file is too large to be a referral."), _("Choose the sealed file."))
        return path.read_bytes()
    except OSError as error:
        raise AppError(_("The file could not be read."), _("Choose the sealed file.")) from error
