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


def test_every_header_is_destroyed_before_anything_else(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also that of a backup without its store, of a draft, and of damaged files kept aside."""
    backup = vault.back_up()
    vault.close()
    whole = vault.folder.header.read_bytes()
    restore(vault.folder, backup, PASSPHRASE, now=clock).close()
    backup.database.unlink()
    for name in ("backups/making-2/vault.hdr", "vault.hdr.123.new"):
        path = vault.folder.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(whole)
    monkeypatch.setattr(shutil, "rmtree", lambda *_args, **_more: None)
    erase(vault.folder)
    left = [path for path in vault.folder.path.rglob("*") if path.is_file()]
    assert left, "the rest is still there"
    assert [path for path in left if "vault.hdr" in path.name] == []
    assert not any(whole[20:60] in path.read_bytes() for path in left)


def test_a_vault_that_another_window_has_open_can_be_erased(vault: Vault, root: Path, clock: Clock) -> None:
    erase(vault.folder)
    assert folders(root) == ()
    with pytest.raises(Damaged):
        unlock(vault.folder, PASSPHRASE, now=clock)


def test_a_damaged_vault_can_be_erased(vault: Vault, root: Path) -> None:
    vault.close()
    for path in (vault.folder.header, vault.folder.database, vault.folder.tries):
        path.write_bytes(b"\xff" * 3)
    erase(vault.folder)
    assert folders(root) == ()
