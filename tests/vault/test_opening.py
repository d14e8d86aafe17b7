"""Ways into a vault: the passphrase, the office, a backup; and several officers on one computer."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from amparo.core.errors import AppError
from amparo.vault import connection, header
from amparo.vault.audit import Deed
from amparo.vault.backups import backups_of
from amparo.vault.errors import FromNewer, InUse, NoOfficeKey, NotWritable, TooSoon, WrongPassphrase
from amparo.vault.folder import folders
from amparo.vault.opening import create, restore, unlock, unlock_by_office
from amparo.vault.vault import Vault
from tests.programs import environment
from tests.vault.conftest import CHEAP, PASSPHRASE, Clock

Make = Callable[..., Vault]
SOON = date(2026, 12, 26)
OTHER = "rio puerta silla verde mapa"


def deeds(vault: Vault) -> list[str]:
    return [entry.deed for entry in vault.audit.entries()]


def test_what_was_kept_is_there_after_unlocking(vault: Vault, reopen: Make) -> None:
    case = vault.cases.open(review_on=SOON, age="adult")
    again = reopen(vault)
    assert again.cases.all() == (case,)
    assert deeds(again) == ["vault-made", "case-opened", "unlocked"]
    assert again.log_fault is None


def test_the_file_is_no_sqlite_that_others_can_read(vault: Vault) -> None:
    vault.cases.open(review_on=SOON)
    path = vault.folder.database
    vault.close()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(path) as plain:
        plain.execute("SELECT * FROM cases")


def test_a_wrong_passphrase_is_told_counted_and_logged(
    vault: Vault, clock: Clock, opened: list[Vault]
) -> None:
    vault.close()
    for _time in range(3):
        with pytest.raises(WrongPassphrase):
            unlock(vault.folder, OTHER, now=clock)
    with pytest.raises(TooSoon):
        unlock(vault.folder, PASSPHRASE, now=clock)
    clock.move(seconds=5)
    again = unlock(vault.folder, PASSPHRASE, now=clock)
    opened.append(again)
    assert [(entry.deed, entry.about) for entry in again.audit.entries()][-1] == ("wrong-passphrases", "3")


def test_an_unlock_that_is_killed_counts_as_a_try(vault: Vault, clock: Clock) -> None:
    vault.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(header, "unwrap", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            unlock(vault.folder, PASSPHRASE, now=clock)
    assert vault.folder.tries.exists()


def test_two_officers_cannot_open_or_list_one_anothers(make: Make, root: Path, clock: Clock) -> None:
    first, second = make(), make(OTHER)
    case = first.cases.open(review_on=SOON)
    assert second.cases.all() == ()
    first.close()
    second.close()
    assert [folder.number for folder in folders(root)] == [1, 2]
    with pytest.raises(WrongPassphrase):
        unlock(first.folder, OTHER, now=clock)
    names = {path.name for path in root.rglob("*")}
    assert names <= {"1", "2", "lock", "vault.hdr", "vault.db", "ballast", "tries.json", "tries.json.lock"}
    assert case.code.encode() not in b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())


def test_a_vault_is_open_in_one_window_only(vault: Vault) -> None:
    code = (
        "import sys; from pathlib import Path; from amparo.vault.folder import VaultFolder\n"
        "from amparo.vault.opening import unlock; from amparo.vault.errors import InUse\n"
        "try: unlock(VaultFolder(Path(sys.argv[1])), sys.argv[2])\n"
        "except InUse: print('in use')"
    )
    command = [sys.executable, "-c", code, str(vault.folder.path), PASSPHRASE]
    ran = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert ran.stdout == "in use\n", ran.stderr
    with pytest.raises(InUse):
        unlock(vault.folder, PASSPHRASE)


def test_a_changed_passphrase_opens_vault_and_backups_and_the_old_one_neither(
    vault: Vault, reopen: Make, clock: Clock
) -> None:
    backup = vault.back_up()
    before = vault.folder.database.read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not it", OTHER)
    vault.change_passphrase(PASSPHRASE, OTHER)
    assert vault.folder.database.read_bytes() == before, "only the header is rewritten"
    again = reopen(vault, OTHER)
    again.close()
    with pytest.raises(WrongPassphrase):
        unlock(again.folder, PASSPHRASE, now=clock)
    with pytest.raises(WrongPassphrase):
        header.unwrap(header.decode(backup.header.read_bytes()), PASSPHRASE)


def test_an_office_opens_it_and_gives_a_new_passphrase(make: Make, clock: Clock, opened: list[Vault]) -> None:
    vault = make(seal=lambda key: key[::-1])
    case = vault.cases.open(review_on=SOON)
    vault.close()
    again = unlock_by_office(vault.folder, lambda sealed: sealed[::-1], OTHER, now=clock)
    assert again.cases.all() == (case,)
    assert deeds(again)[-2:] == ["office-unlocked", "passphrase-changed"]
    again.close()
    opened.append(unlock(vault.folder, OTHER, now=clock))


def test_without_an_office_nobody_else_opens_it(vault: Vault) -> None:
    vault.close()
    with pytest.raises(NoOfficeKey):
        unlock_by_office(vault.folder, lambda sealed: sealed, OTHER)


def test_an_office_is_set_and_taken_away_by_whoever_knows_the_passphrase(vault: Vault) -> None:
    with pytest.raises(WrongPassphrase):
        vault.set_office(OTHER, lambda key: key)
    vault.set_office(PASSPHRASE, lambda key: key[::-1])
    assert vault.header.office is not None
    vault.set_office(PASSPHRASE, None)
    assert vault.header.office is None


def test_a_vault_of_a_newer_release_is_refused_and_unchanged(vault: Vault, clock: Clock) -> None:
    key = header.unwrap(vault.header, PASSPHRASE)
    vault.close()
    db = connection.connect(vault.folder.database, key)
    db.execute("PRAGMA user_version = 99")
    connection.close(db)
    before = vault.folder.database.read_bytes()
    with pytest.raises(FromNewer):
        unlock(vault.folder, PASSPHRASE, now=clock)
    assert vault.folder.database.read_bytes() == before


def test_a_backup_brings_back_what_was_there(vault: Vault, clock: Clock, opened: list[Vault]) -> None:
    case = vault.cases.open(review_on=SOON)
    backup = vault.back_up()
    vault.cases.destroy(case.code)
    vault.close()
    again = restore(vault.folder, backup, PASSPHRASE, now=clock)
    opened.append(again)
    assert again.cases.all() == (case,)
    assert deeds(again)[-1] == Deed.RESTORED
    assert len(list(vault.folder.path.glob("damaged-*/vault.db"))) == 1, "what stood there is kept aside"


def test_three_backups_are_kept(vault: Vault) -> None:
    made = [vault.back_up() for _time in range(5)]
    assert [backup.path for backup in backups_of(vault.folder)] == [one.path for one in made[:1:-1]]


def test_a_backup_on_a_stick_opens_with_the_same_passphrase(
    vault: Vault, tmp_path: Path, clock: Clock, opened: list[Vault]
) -> None:
    case = vault.cases.open(review_on=SOON)
    copied = vault.back_up_to(tmp_path / "stick" / "copy")
    vault.close()
    again = restore(vault.folder, copied, PASSPHRASE, now=clock)
    opened.append(again)
    assert again.cases.all() == (case,)


def test_a_destroyed_case_is_in_no_backup_either(vault: Vault) -> None:
    case = vault.cases.open(review_on=SOON)
    vault.back_up()
    vault.back_up()
    vault.destroy(cases=(case.code,))
    [left] = backups_of(vault.folder)
    db = connection.connect(left.database, header.unwrap(vault.header, PASSPHRASE))
    assert db.execute("SELECT count(*) FROM cases").fetchone() == (0,)
    connection.close(db)


def test_a_folder_that_cannot_be_made_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable):
        create(tmp_path / "file" / "vaults", PASSPHRASE, cost=CHEAP)


def test_making_that_fails_half_way_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_db: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("amparo.vault.opening.bring_up_to_date", fail)
    with pytest.raises(RuntimeError):
        create(root, PASSPHRASE, cost=CHEAP)
    assert {path.name for path in root.iterdir()} == {"lock"}


@pytest.mark.parametrize(
    "error", [WrongPassphrase(), TooSoon(5), InUse(), NoOfficeKey(), NotWritable(), FromNewer()]
)
def test_every_error_says_what_to_do(error: AppError) -> None:
    assert error.what.endswith(".")
    assert error.to_do.endswith(".")
