"""Quick erase: the headers first, and nothing of another vault."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from amparo.vault.backups import backups_of
from amparo.vault.erase import erase
from amparo.vault.errors import Damaged, NotWritable
from amparo.vault.folder import folders
from amparo.vault.opening import restore, unlock
from amparo.vault.vault import Vault
from tests.vault.conftest import PASSPHRASE, Clock

SOON = date(2026, 12, 26)


def test_nothing_is_left_and_the_vault_beside_it_is_untouched(
    make: Callable[..., Vault], root: Path, clock: Clock, opened: list[Vault]
) -> None:
    gone, other = make(), make("rio puerta silla verde mapa")
    case = other.cases.open(review_on=SOON)
    gone.back_up()
    gone.close()
    erase(gone.folder)
    assert [folder.number for folder in folders(root)] == [2]
    other.close()
    again = unlock(other.folder, "rio puerta silla verde mapa", now=clock)
    opened.append(again)
    assert again.cases.all() == (case,)


def test_a_kill_after_the_headers_leaves_nothing_that_opens(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.back_up()
    header, backup = vault.folder.header.read_bytes(), backups_of(vault.folder)[0]
    vault.close()

    def killed(*_: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        erase(vault.folder)
    assert vault.folder.database.exists()
    assert header not in b"".join(
        path.read_bytes() for path in vault.folder.path.rglob("*") if path.is_file()
    )
    with pytest.raises(Damaged):
        unlock(vault.folder, PASSPHRASE, now=clock)
    with pytest.raises(NotWritable):
        restore(vault.folder, backup, PASSPHRASE, now=clock)


@pytest.mark.parametrize("missing", ["vault.hdr", "vault.db"])
def test_what_is_damaged_or_half_gone_can_be_erased(vault: Vault, root: Path, missing: str) -> None:
    vault.close()
    (vault.folder.path / missing).unlink()
    erase(vault.folder)
    assert folders(root) == ()
    erase(vault.folder)
