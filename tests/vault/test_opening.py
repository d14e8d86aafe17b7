"""Ways into a vault: the passphrase, the office, a backup; and several officers on one computer."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from amparo.core.errors import AppError
from amparo.vault import connection, header
from amparo.vault.audit import Deed
from amparo.vault.backups import backups_of
from amparo.vault.errors import Damaged, FromNewer, InUse, NoOfficeKey, NotWritable, TooSoon, WrongPassphrase
from amparo.vault.folder import VaultFolder, folders
from amparo.vault.opening import bring_in, create, restore, unlock, unlock_by_office
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


def headers(vault: Vault) -> list[Path]:
    return sorted(vault.folder.path.rglob("vault.hdr*"))


def test_after_a_change_the_old_passphrase_opens_nothing_that_lies_there(
    vault: Vault, clock: Clock, opened: list[Vault]
) -> None:
    """Backups, damaged files kept aside, and what a kill in the middle of a change left."""
    backup = vault.back_up()
    vault.close()
    again = restore(vault.folder, backup, PASSPHRASE, now=clock)
    again.back_up()
    old = again.folder.header.read_bytes()
    again.change_passphrase(PASSPHRASE, OTHER)
    again.close()
    backup.header.write_bytes(old)
    (vault.folder.path / "vault.hdr.123.new").write_bytes(old)
    opened.append(unlock(vault.folder, OTHER, now=clock))
    assert len(headers(vault)) == 4
    for path in headers(vault):
        assert len(header.unwrap(header.read(path), OTHER)) == header.KEY_BYTES
        with pytest.raises(WrongPassphrase):
            header.unwrap(header.read(path), PASSPHRASE)


def test_backups_of_another_key_keep_their_header(make: Make, clock: Clock, opened: list[Vault]) -> None:
    """A copy of another vault is put in its place: what lies beside it still opens as it did."""
    first, second = make(), make(OTHER)
    case = first.cases.open(review_on=SOON)
    mine, copy = first.back_up(), second.back_up()
    first.close()
    second.close()
    again = restore(first.folder, copy, OTHER, now=clock)
    again.change_passphrase(OTHER, "sal nieve torre gallo lana")
    again.close()
    back = restore(first.folder, mine, PASSPHRASE, now=clock)
    opened.append(back)
    assert back.cases.all() == (case,)


def test_a_backup_is_restored_from_a_place_that_is_not_written_to(
    vault: Vault, tmp_path: Path, clock: Clock, opened: list[Vault]
) -> None:
    copied = vault.back_up_to(tmp_path / "stick" / "copy # 1%")
    vault.close()
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in copied.path.iterdir()}
    opened.append(restore(vault.folder, copied, PASSPHRASE, now=clock))
    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in copied.path.iterdir()}
    assert after == before


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/a b/50%?.db"), "file:///a%20b/50%25%3F.db"),
        (PureWindowsPath("C:/kit/vault.db"), "file:///C:/kit/vault.db"),
        (PureWindowsPath("//server/share/vault.db"), "file:////server/share/vault.db"),
    ],
)
def test_sqlite_is_told_where_a_copy_is(path: PurePath, address: str) -> None:
    assert connection.address_of(path) == address


def test_damaged_files_kept_aside_are_never_overwritten_by_a_second_try(
    vault: Vault, clock: Clock, opened: list[Vault]
) -> None:
    backup = vault.back_up()
    vault.close()
    vault.folder.database.write_bytes(b"damaged")
    for _time in range(2):
        restore(vault.folder, backup, PASSPHRASE, now=clock).close()
    kept = [path.read_bytes() for path in vault.folder.path.glob("damaged-*/vault.db")]
    assert len(kept) == 2
    assert b"damaged" in kept


def test_wrong_tries_before_a_restore_are_logged(vault: Vault, clock: Clock, opened: list[Vault]) -> None:
    backup = vault.back_up()
    vault.close()
    for _time in range(2):
        with pytest.raises(WrongPassphrase):
            restore(vault.folder, backup, OTHER, now=clock)
    again = restore(vault.folder, backup, PASSPHRASE, now=clock)
    opened.append(again)
    told = [(entry.deed, entry.about) for entry in again.audit.entries()][-2:]
    assert told == [("wrong-passphrases", "2"), ("restored", "")]


@pytest.mark.parametrize("given", [b"", b"x" * 31, b"x" * 33])
def test_an_office_that_gives_no_key_finds_damage(make: Make, given: bytes) -> None:
    vault = make(seal=lambda key: key)
    vault.close()
    with pytest.raises(Damaged):
        unlock_by_office(vault.folder, lambda _sealed: given, OTHER)
    with pytest.raises(Damaged):
        unlock_by_office(vault.folder, lambda _sealed: b"x" * 32, OTHER)


def test_an_office_also_opens_a_vault_whose_header_is_damaged(
    make: Make, clock: Clock, opened: list[Vault]
) -> None:
    vault = make(seal=lambda key: key[::-1])
    vault.back_up()
    vault.close()
    vault.folder.header.write_bytes(b"{}")
    unlock_by_office(vault.folder, lambda sealed: sealed[::-1], OTHER, now=clock).close()
    opened.append(unlock(vault.folder, OTHER, now=clock))


def test_a_vault_that_fails_to_open_is_let_go(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.close()

    def fail(*_: object) -> None:
        raise RuntimeError

    for broken in ("Vault.log", "KeptScreenings.drop_old_drafts"):
        module = "amparo.vault.vault" if broken.startswith("Vault") else "amparo.vault.screenings"
        with monkeypatch.context() as patch:
            patch.setattr(f"{module}.{broken}", fail)
            with pytest.raises(RuntimeError):
                unlock(vault.folder, PASSPHRASE)
    unlock(vault.folder, PASSPHRASE).close()


def test_a_backup_without_a_file_stops_no_other_and_goes(vault: Vault) -> None:
    first = vault.back_up()
    first.header.unlink()
    (vault.folder.backups / "making-9").mkdir()
    second = vault.back_up()
    assert second.path.name == "2"
    assert backups_of(vault.folder) == (second,)
    assert {path.name for path in vault.folder.backups.iterdir()} == {"2"}


def test_what_was_destroyed_is_in_no_file_beside_the_vault(vault: Vault, clock: Clock) -> None:
    """Not in half backups, not in damaged files kept aside, not in the log of the store."""
    case = vault.cases.open(review_on=SOON)
    half, backup = vault.back_up(), vault.back_up()
    vault.close()
    again = restore(vault.folder, backup, PASSPHRASE, now=clock)
    half.header.unlink()
    again.destroy(cases=(case.code,))
    stores = [path for path in vault.folder.path.rglob("*vault.db*") if path.stat().st_size]
    [left] = backups_of(vault.folder)
    assert {path.relative_to(vault.folder.path) for path in stores if path.suffix == ".db"} == {
        Path("vault.db"),
        left.database.relative_to(vault.folder.path),
    }
    again.close()


def test_the_log_of_the_store_holds_nothing_older_after_destroying(vault: Vault) -> None:
    case = vault.cases.open(review_on=SOON)
    wal = vault.folder.database.with_name("vault.db-wal")
    assert wal.stat().st_size
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Vault, "_renew_backups", lambda _vault: None)
        vault.destroy(cases=(case.code,))
    assert wal.stat().st_size == 0


def test_what_another_has_open_is_not_restored(vault: Vault, clock: Clock) -> None:
    backup = vault.back_up()
    before = vault.folder.header.read_bytes()
    with pytest.raises(InUse):
        restore(vault.folder, backup, PASSPHRASE, now=clock)
    assert not list(vault.folder.path.glob("damaged-*"))
    assert vault.folder.header.read_bytes() == before
    assert vault.cases.all() == ()


def test_a_header_that_goes_while_it_is_open_is_told_and_comes_back(
    vault: Vault, clock: Clock, opened: list[Vault]
) -> None:
    vault.back_up()
    vault.folder.header.unlink()
    for deed in (
        lambda: vault.change_passphrase(PASSPHRASE, OTHER),
        lambda: vault.set_office(PASSPHRASE, None),
        lambda: vault.back_up(),
    ):
        with pytest.raises(NotWritable):
            deed()
    vault.close()
    opened.append(unlock(vault.folder, PASSPHRASE, now=clock))
    assert vault.folder.header.exists()


def test_a_vault_that_is_not_there_is_damage(root: Path) -> None:
    with pytest.raises(Damaged):
        unlock(VaultFolder(root / "7"), PASSPHRASE)
    assert not root.exists()


# A vault of another computer


def test_a_copy_on_a_stick_becomes_a_vault_of_another_computer(
    vault: Vault, tmp_path: Path, clock: Clock, opened: list[Vault]
) -> None:
    case = vault.cases.open(review_on=SOON)
    copy = vault.back_up_to(tmp_path / "stick" / "copy")
    for number in (1, 2):  # beside a vault that is there already, too
        again = bring_in(tmp_path / "other", copy, PASSPHRASE, now=clock)
        opened.append(again)
        assert again.folder.number == number
        assert again.cases.all() == (case,)
        assert deeds(again)[-2:] == ["unlocked", "restored"]
        again.close()
        opened.append(unlock(again.folder, PASSPHRASE, now=clock))


def test_a_copy_that_cannot_be_brought_in_leaves_nothing(vault: Vault, tmp_path: Path, clock: Clock) -> None:
    vault.cases.open(review_on=SOON)
    copy, other = vault.back_up_to(tmp_path / "copy"), tmp_path / "other"
    with pytest.raises(WrongPassphrase):
        bring_in(other, copy, OTHER, now=clock)
    data = bytearray(copy.database.read_bytes())
    data[5000] ^= 1
    copy.database.write_bytes(data)
    with pytest.raises(Damaged):
        bring_in(other, copy, PASSPHRASE, now=clock)
    assert folders(other) == ()
    assert not list(other.glob("making-*"))
