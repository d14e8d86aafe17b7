"""The licences text that goes with the program: who made each part, and under what terms."""

from collections.abc import Iterable

from amparo.core.licences import LISTED, RULE
from amparo_build.freeze.contents import Part


def licences_text(ours: str, version: str, parts: Iterable[Part]) -> str:
    """One text: Amparo's own licence, a list of the parts, and then each notice once."""
    parts = tuple(parts)
    listed = [f"  {part.name} {part.version}: {part.licence}" for part in parts]
    bearers: dict[str, list[str]] = {}
    for part in parts:
        for notice in part.notices:
            bearers.setdefault(notice, []).append(part.name)
    sections = [f"{RULE}\n{', '.join(names)}\n{RULE}\n\n{notice}" for notice, names in bearers.items()]
    head = f"Amparo {version}\n\n{ours.strip()}\n\n{RULE}\n\n{LISTED}\n"
    return "\n".join([head, *listed, "", *sections])
