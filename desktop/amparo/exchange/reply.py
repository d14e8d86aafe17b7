"""A receiver's answer as a file: signed, and sealed to the sender."""

from __future__ import annotations

import json
from dataclasses import dataclass

from amparo.core.i18n import _
from amparo.exchange.envelope import BadEnvelope
from amparo.exchange.receipt import Answer
from amparo.exchange.sealing import open_with, seal_to
from amparo.exchange.signing import SigningKey, is_signed, sign

_PURPOSE = b"amparo reply 1"
_STEP_BYTES = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer.

    Attributes:
        record_id: of the referral.
        signer: the key of whoever answered, in hexadecimal; set when it was opened.
    """

    record_id: str
    answer: Answer
    reason: str = ""
    signer: str = ""


def seal_reply(reply: Reply, *, key: SigningKey, reply_to: str) -> bytes:
    """Sign an answer and seal it to the sender.

    Raises: BadKey.
    """
    said = json.dumps([reply.record_id, reply.answer.value, reply.reason], ensure_ascii=False)
    whole = {"said": said, "signer": key.public, "signature": sign(key.secret, _PURPOSE + said.encode())}
    data = json.dumps(whole, ensure_ascii=False).encode()
    return seal_to(data + b" " * (-len(data) % _STEP_BYTES), [reply_to])


def open_reply(sealed: bytes, secret: str) -> Reply:
    """The answer in a sealed file.

    Raises: NotOpened, BadEnvelope.
    """
    data = open_with(sealed, secret)
    try:
        whole = json.loads(data)
        said, signer, signature = (str(whole[name]) for name in ("said", "signer", "signature"))
        record_id, answer, reason = json.loads(said)
        reply = Reply(record_id=str(record_id), answer=Answer(answer), reason=str(reason), signer=signer)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadEnvelope(_("This is no answer to a referral.")) from error
    if not is_signed(signer, _PURPOSE + said.encode(), signature):
        raise BadEnvelope(_("This answer was changed after it was signed."))
    return reply
