"""A publisher for the smoke test: an edition that is newer than the program's, with another number in it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from amparo.library.documents import EDITION, read_edition
from amparo.sync.source import SUFFIX, Source
from amparo_build.content import DOCUMENTS, gather
from amparo_build.publish import roots
from amparo_build.publish.keys import new_signer
from amparo_build.publish.release import release
from amparo_build.publish.repository import Repository

_PLACE = "directory/cri.yaml"


def a_newer_edition(folder: Path) -> Path:
    """A folder as a stick would carry it: public files, the source file, and its letters."""
    now = datetime.now(UTC).replace(microsecond=0)
    keys = {
        kind: [new_signer() for _key in range(n)] for kind, n in (("root", 3), ("targets", 1), ("online", 1))
    }
    repository = Repository(folder, now)
    root = roots.first_root(keys, now)
    repository.write_root(root)
    documents = gather(DOCUMENTS)
    issued = read_edition(documents[EDITION]).issued
    documents[EDITION] = f"version: {now.year + 1}.1.1\nissued: {issued}\n".encode()
    documents[_PLACE] = documents[_PLACE].replace(b"dial: '911'", b"dial: '2295-4000'", 1)
    release(folder, documents, keys["targets"], keys["online"][0], now=now)
    source = Source(name="Smoke test", url="", root=root.to_bytes())
    stick = folder / "stick"
    shutil.copytree(folder / "public", stick)
    (stick / f"smoke{SUFFIX}").write_bytes(source.to_file())
    (stick / "letters").write_text(source.letters, encoding="ascii")
    return stick
