"""The licences text that goes with the program: who made each part, and under what terms."""

from collections.abc import Iterable

from amparo_build.freeze.contents import Part

_RULE = "-" * 79


def licences_text(ours: str, version: str, parts: Iterable[Part]) -> str:
    """One text: Amparo's own licence, a list of the parts, and then each notice once."""
    parts = tuple(parts)
    listed = [f"  {part.name} {part.version}: {part.licence}" for part in parts]
    bearers: dict[str, list[str]] = {}
    for part in parts:
        for notice in part.notices:
            bearers.setdefault(notice, []).append(part.name)
    sections = [f"{_RULE}\n{', '.join(names)}\n{_RULE}\n\n{notice}" for notice, names in bearers.items()]
    head = f"Amparo {version}\n\n{ours.strip()}\n\n{_RULE}\n\nIt is made with these parts:\n"
    return "\n".join([head, *listed, "", *sections])
