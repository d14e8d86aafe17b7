"""Which edition of the content this is."""

from datetime import date
from typing import Annotated

import msgspec

from amparo_resources.schema.base import Part


class Edition(Part, frozen=True, kw_only=True):
    """Which edition of the content this is: `content/edition.yaml`."""

    version: Annotated[str, msgspec.Meta(pattern=r"^\d{4}\.\d{1,2}\.\d+$")]
    issued: date
