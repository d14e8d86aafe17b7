"""The answer of a receiver, by code or by file; in the vault's thread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.ui.refer.words import ANSWERS, sender_words

if TYPE_CHECKING:
    from amparo.exchange.receipt import Answer
    from amparo.vault.vault import Vault


def take_code(referral_id: str, typed: str, vault: Vault) -> str:
    """Note the answer that a receipt code tells; what to say of it.

    Raises: AppError, for a code of another referral, or none.
    """
    from amparo.exchange.receipt import answer_of, is_code

    if not is_code(typed):
        what = _("This is no receipt code, or a letter of it is wrong.")
        raise AppError(what, _("Ask the receiver to read it once more."))
    for sealing in vault.post.sealings_of(referral_id):
        if answer := answer_of(typed, sealing.record_id):
            _note(referral_id, answer, vault)
            return _("The receiver's answer: {answer}.").format(answer=_(ANSWERS[answer]))
    what = _("This code belongs to another referral.")
    raise AppError(what, _("Ask the receiver for the case code, and open that case."))


def take_reply(referral_id: str, path: Path, vault: Vault) -> str:
    """Note the answer in a sealed file; what to say of it, and of who signed it.

    Raises: AppError.
    """
    from amparo.exchange.reply import open_reply
    from amparo.ui.refer.sealing import own_identity

    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise AppError(_("The file could not be read."), _("Choose the file of the answer.")) from error
    reply = open_reply(sealed, own_identity(vault, "reply").secret)
    if reply.record_id not in {one.record_id for one in vault.post.sealings_of(referral_id)}:
        what = _("This answer belongs to another referral.")
        raise AppError(what, _("Open that referral, and the answer there."))
    _note(referral_id, reply.answer, vault)
    said = _("The receiver's answer: {answer}.").format(answer=_(ANSWERS[reply.answer]))
    signed = sender_words(reply.signer, vault.post.cards())
    return " ".join(filter(None, (said, reply.reason, signed)))


def _note(referral_id: str, answer: Answer, vault: Vault) -> None:
    from amparo.vault.records import ReferralState

    states = {
        "accepted": ReferralState.ACCEPTED,
        "refused": ReferralState.REFUSED,
        "done": ReferralState.DONE,
    }
    referral = vault.referrals.get(referral_id)
    if referral is not None:
        vault.referrals.save(replace(referral, state=states.get(answer.value, ReferralState.DELIVERED)))
