"""The signed lists that the kit has accepted, in one file that is replaced whole, with the content only.

TUF works on a copy of them in a folder of the system's for passing files: it needs links, which a stick that
the kit lies on may not have, and a carrier that fails half-way changes nothing here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amparo.core.files import replace_file

FILE = "trusted.json"
_ROLES = ("timestamp", "snapshot", "targets")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """What was accepted; nothing at first.

    Attributes:
        letters: of the source that it was accepted from.
        roots: by version; the publisher's keys, and how they changed.
        lists: by role, `timestamp`, `snapshot` and `targets`.
    """

    letters: str = ""
    roots: Mapping[int, bytes] = field(default_factory=dict)
    lists: Mapping[str, bytes] = field(default_factory=dict)

    def unfold(self, folder: Path) -> None:
        """Write it as TUF keeps it."""
        history = folder / "root_history"
        history.mkdir()
        for version, root in self.roots.items():
            (history / f"{version}.root.json").write_bytes(root)
        for role, data in self.lists.items():
            (folder / f"{role}.json").write_bytes(data)

    def keep(self, folder: Path) -> None:
        """Write it into the folder of received content, whole or not at all.

        Raises: OSError.
        """
        said = {
            "source": self.letters,
            "roots": {str(version): root.decode() for version, root in self.roots.items()},
            "lists": {role: data.decode() for role, data in self.lists.items()},
        }
        replace_file(folder / FILE, json.dumps(said, indent=1).encode())


def folded(folder: Path, letters: str) -> Trusted:
    """What TUF has accepted in a folder, for the source with these letters."""
    roots = {
        int(path.name.partition(".")[0]): path.read_bytes()
        for path in (folder / "root_history").glob("*.root.json")
    }
    lists = {role: (folder / f"{role}.json").read_bytes() for role in _ROLES}
    return Trusted(letters=letters, roots=dict(sorted(roots.items())), lists=lists)


def read_trusted(folder: Path, letters: str) -> Trusted:
    """What was accepted from this source; nothing where it is not there, is damaged, or another's."""
    try:
        said = json.loads((folder / FILE).read_bytes())
        if said["source"] != letters:
            return Trusted(letters=letters)
        roots = {int(version): str(root).encode() for version, root in said["roots"].items()}
        lists = {role: str(said["lists"][role]).encode() for role in _ROLES}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Trusted(letters=letters)
    return Trusted(letters=letters, roots=roots, lists=lists)
