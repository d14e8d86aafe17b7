"""Vaults that cost little to open, and a clock that the test sets."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amparo.vault import ballast
from amparo.vault.folder import VaultFolder
from amparo.vault.header import Cost
from amparo.vault.opening import create, unlock
from amparo.vault.vault import Vault

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "mesa nube trece lobo faro"  # noqa: S105
START = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def little_ballast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight MiB of random bytes take longer than most tests; those of full disks ask for all of it."""
    monkeypatch.setattr(ballast, "BALLAST_BYTES", 1 << 20)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "vaults"


@pytest.fixture
def opened() -> Iterator[list[Vault]]:
    """Vaults that are closed after the test, whatever became of it."""
    vaults: list[Vault] = []
    yield vaults
    for vault in vaults:
        vault.close()


@pytest.fixture
def make(root: Path, clock: Clock, opened: list[Vault]) -> Callable[..., Vault]:
    def make_it(passphrase: str = PASSPHRASE, **more: object) -> Vault:
        vault = create(root, passphrase, cost=CHEAP, now=clock, **more)  # type: ignore[arg-type]
        opened.append(vault)
        return vault

    return make_it


@pytest.fixture
def vault(make: Callable[..., Vault]) -> Vault:
    return make()


@pytest.fixture
def reopen(clock: Clock, opened: list[Vault]) -> Callable[..., Vault]:
    """Lock a vault, and unlock it again."""

    def reopen_it(vault: Vault, passphrase: str = PASSPHRASE) -> Vault:
        vault.close()
        again = unlock(VaultFolder(vault.folder.path), passphrase, now=clock)
        opened.append(again)
        return again

    return reopen_it
