"""Prose in Markdown, under a head."""

from typing import Literal

from amparo_resources.schema.base import Document, Said


class Guidance(Document, frozen=True, kw_only=True):
    """Prose in Markdown under this head.

    Attributes:
        card: its first list is also printed as cards, eight to a sheet.
    """

    kind: Literal["guidance"]
    summary: Said
    card: bool = False
