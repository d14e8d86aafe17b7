"""The record of a referral: what a program reads of it, and by what it is recognised."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

import msgspec

from amparo.core.filled import Value
from amparo.core.i18n import _
from amparo.exchange.envelope import BadEnvelope


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A referral as it was sealed.

    Attributes:
        id: random, known to sender and receiver only; receipts and duplicates are told by it.
        case: the sender's code.
        form, edition: the page id of the form, and the version of the content.
        filled: by the ids of its fields.
        receivers: their names, to be compared with one's own.
        reply_to: the public key to which an answer is sealed.
    """

    format: int = 1
    id: str
    case: str
    form: str
    edition: str
    filled: Mapping[str, Value]
    sealed_at: datetime
    receivers: tuple[str, ...]
    reply_to: str


def new_record_id() -> str:
    """A fresh id."""
    return secrets.token_hex(16)


def written(record: Record) -> bytes:
    """The record as it is signed."""
    return msgspec.json.encode(record)


def read(data: bytes) -> Record:
    """The record of these bytes.

    Raises: BadEnvelope.
    """
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadEnvelope(_("The record of this referral cannot be read.")) from error
    if record.format != 1:
        raise BadEnvelope(_("This referral was made by a newer Amparo."))
    return record
