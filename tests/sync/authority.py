"""A publisher for tests: keys that no passphrase wraps, and editions that follow one another."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from amparo.core.progress import Tick
from amparo.library.versions import Content, Versions
from amparo.sync.carrier import Carrier
from amparo.sync.floor import Floor
from amparo.sync.source import Source
from amparo.sync.update import Order, Outcome, update
from amparo_build.content import DOCUMENTS, gather
from amparo_build.publish import roots
from amparo_build.publish.keys import new_signer
from amparo_build.publish.release import Released, release
from amparo_build.publish.repository import Repository

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
FEW = ("sources/sources.yaml", "directory/cri.yaml", "directory/oas.yaml")


def few_documents() -> dict[str, bytes]:
    """The least that is a content of ours: the plan, the sources, a state and an organisation."""
    every = gather(DOCUMENTS)
    few = {name: data for name, data in every.items() if name.startswith("plan/") or name in FEW}
    led_on = re.compile(rb"^read_on:.*\n(?:- .*\n)*", re.MULTILINE)  # to pages that are not among them
    return {name: led_on.sub(b"", data) for name, data in few.items()} | edition(1)


def edition(number: int) -> dict[str, bytes]:
    return {"edition.yaml": f"version: 2026.12.{number}\nissued: 2026-11-01\n".encode()}


@dataclass
class Authority:
    """Keys, and the folder of a publisher."""

    folder: Path
    now: datetime = NOW
    keys: dict[str, list[CryptoSigner]] = field(default_factory=dict)
    url: str = ""

    def __post_init__(self) -> None:
        self.keys = {
            kind: [new_signer() for _n in range(n)]
            for kind, n in (("root", 3), ("targets", 1), ("online", 1))
        }
        self.repository.write_root(roots.first_root(self.keys, self.now))

    @property
    def repository(self) -> Repository:
        return Repository(self.folder, self.now)

    @property
    def public(self) -> Path:
        return self.repository.public

    @property
    def source(self) -> Source:
        root = self.repository.root_files()[0].read_bytes()
        return Source(name="Trial authority", url=self.url, root=root)

    def release(self, documents: Mapping[str, bytes]) -> Released:
        return release(self.folder, documents, self.keys["targets"], self.keys["online"][0], now=self.now)

    def copy(self, folder: Path) -> "Authority":
        shutil.copytree(self.folder, folder)
        made = Authority.__new__(Authority)
        made.folder, made.now, made.keys, made.url = (
            folder,
            self.now,
            {kind: list(keys) for kind, keys in self.keys.items()},
            self.url,
        )
        return made


@dataclass
class Home:
    """A kit that receives: its folder, and what was built with it."""

    folder: Path
    bundled: Path
    source: Source
    now: datetime = NOW + timedelta(days=1)
    floor: Floor = field(default_factory=Floor)

    @property
    def versions(self) -> Versions:
        return Versions(self.folder, self.bundled)

    @property
    def current(self) -> Content:
        return self.versions.current()

    def order(self) -> Order:
        return Order(
            folder=self.folder,
            source=self.source,
            current=self.versions.current,
            install=self.versions.install,
            floor=self.floor,
            now=lambda: self.now,
        )

    def update(self, carrier: Carrier, tick: Tick | None = None) -> Outcome:
        try:
            return update(self.order(), carrier, *([tick] if tick else []))
        finally:
            carrier.close()

    def state(self) -> dict[str, bytes]:
        """Every file that matters, by name: to compare byte for byte."""
        found = {}
        for path in sorted(self.folder.rglob("*")) if self.folder.exists() else ():
            name = path.relative_to(self.folder).as_posix()
            if path.is_file() and not name.startswith(("state.json", "update.lock", "partial/")):
                found[name] = path.read_bytes()
        return found
