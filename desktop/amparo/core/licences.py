"""The terms of the program and of all its parts: one text, and out of it what is said of each part."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo_resources import resource

LICENCES = "licences.txt"
"""Among the resources: the licence of every part, and its notices."""

RULE = "-" * 79
LISTED = "It is made with these parts:"

_PART = re.compile(r"^  (?P<name>.+?) (?P<version>\S*): (?P<licence>.*)$", re.MULTILINE)
_NOTICE = re.compile(rf"^{RULE}\n(?P<names>[^\n]+)\n{RULE}\n\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicensedPart:
    """Something that others made.

    Attributes:
        licence: an SPDX expression, or what its makers call it.
        notices: the texts that go with it, one after the other; empty where it has none of its own.
    """

    name: str
    version: str
    licence: str
    notices: str


def licences() -> str:
    """The licences of the program and of all its parts.

    Raises: AppError, in a checkout, whose parts lie apart with a licence each.
    """
    try:
        return resource(LICENCES).read_text(encoding="utf-8")
    except OSError as error:
        raise AppError(
            _("The licences of the parts are gathered when the program is made, and this is a checkout."),
            _("See LICENSE, and build/locks for the parts; or make the program: python3 build/dev.py freeze"),
        ) from error


def parts_of(text: str) -> tuple[LicensedPart, ...]:
    """The parts that the text of the licences lists."""
    listed = text.partition(f"\n{LISTED}\n")[2].partition("\n\n")[0]
    heads = list(_NOTICE.finditer(text))
    notices: dict[str, str] = defaultdict(str)
    for head, after in zip_longest(heads, heads[1:]):
        for name in head["names"].split(", "):
            notices[name] += text[head.end() : after.start() if after else None]
    return tuple(
        LicensedPart(**line.groupdict(), notices=notices[line["name"]]) for line in _PART.finditer(listed)
    )
