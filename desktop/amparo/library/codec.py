"""Blocks, and entries of the directory, as JSON, as the library keeps them."""

from typing import Any

import msgspec

from amparo.core import blocks
from amparo.core.blocks import Block
from amparo.core.cards import RightsCard
from amparo.core.contacts import Entry
from amparo.core.scenes import Scene

_NAMES: dict[str, type[Block]] = {
    "heading": blocks.Heading,
    "paragraph": blocks.Paragraph,
    "verbatim": blocks.Verbatim,
    "footnote": blocks.Footnote,
    "items": blocks.Items,
    "table": blocks.Table,
    "note": blocks.Note,
    "signs": blocks.Signs,
    "weights": blocks.Weights,
    "fields": blocks.Fields,
    "lines": blocks.Lines,
    "scene": Scene,
    "card": blocks.Card,
    "rights": RightsCard,
    "numbers": blocks.Numbers,
    "contact": blocks.Contact,
    "calls": blocks.Calls,
    "matrix": blocks.Matrix,
    "scan": blocks.Scan,
}
_NAME_OF = {kind: name for name, kind in _NAMES.items()}


def encode_blocks(document: tuple[Block, ...]) -> str:
    """The blocks as a JSON array of [name, fields] pairs."""
    return msgspec.json.encode([(_NAME_OF[type(block)], block) for block in document]).decode()


def decode_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `encode_blocks`.

    Raises: ValueError, where the text is not of it.
    """
    try:
        pairs: list[tuple[str, Any]] = msgspec.json.decode(text, type=list[tuple[str, Any]])
        return tuple(_decode(name, fields) for name, fields in pairs)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def encode_entry(entry: Entry) -> str:
    """An entry of the directory as JSON."""
    return msgspec.json.encode(entry).decode()


def decode_entry(text: str) -> Entry:
    """The entry of `encode_entry`.

    Raises: ValueError, where the text is not of it.
    """
    try:
        return msgspec.json.decode(text, type=Entry)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def _decode(name: str, fields: Any) -> Block:
    if name not in _NAMES:
        raise msgspec.ValidationError(f"no block is called {name!r}")
    return msgspec.convert(fields, type=_NAMES[name])
