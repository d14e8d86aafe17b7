"""The ways into a vault: make one, unlock it, open it by the office's key, restore a backup."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from amparo.core.files import Held, locked, replace_file
from amparo.vault import backups, ballast, connection, header
from amparo.vault.audit import Deed
from amparo.vault.errors import Damaged, InUse, NoOfficeKey, NoRoom, NotWritable, of_disk
from amparo.vault.folder import VaultFolder, new_folder
from amparo.vault.memory import keep_out_of_crash_reports
from amparo.vault.schema import bring_up_to_date
from amparo.vault.tries import Tries
from amparo.vault.vault import Seal, Vault

Unseal = Callable[[bytes], bytes]
"""Opens what was sealed to an office, with the office's key.

Raises: AppError, where it is another key.
"""


def now_utc() -> datetime:
    """Now, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def create(
    root: Path,
    passphrase: str,
    *,
    seal: Seal | None = None,
    cost: header.Cost = header.COST,
    now: Callable[[], datetime] = now_utc,
) -> Vault:
    """Make a vault under the next free number, and open it.

    Args:
        root: the folder of all vaults.
        seal: to the office that may open it too; None for no office.
    Raises: NoRoom, NotWritable; nothing is left of it then.
    """
    key = header.new_key()
    try:
        with new_folder(root) as folder:
            office = seal(key) if seal else None
            head = header.wrap(key, passphrase, cost=cost, office=office)
            folder.header.write_bytes(header.encode(head))
            db = connection.connect(folder.database, key, is_new=True)
            try:
                bring_up_to_date(db)
            finally:
                connection.close(db)
            if not ballast.lay(folder.ballast):
                raise NoRoom
            number = folder.path.name.removeprefix("making-")
    except OSError as error:
        raise of_disk(error, root) from error
    return _open(VaultFolder(root / number), head, key, now, (Deed.VAULT_MADE, ""))


def unlock(folder: VaultFolder, passphrase: str, *, now: Callable[[], datetime] = now_utc) -> Vault:
    """Open a vault; about a second.

    Raises: TooSoon, WrongPassphrase, InUse, Damaged, FromNewer, NoRoom, NotWritable, NoMemory.
    """
    tries = Tries(folder.tries, now)
    try:
        head = _header(folder)
        tries.begin()
        key = header.unwrap(head, passphrase)
        failed = tries.succeed()
    except OSError as error:
        raise of_disk(error) from error
    return _open(folder, head, key, now, (Deed.UNLOCKED, ""), *_told(failed))


def unlock_by_office(
    folder: VaultFolder, unseal: Unseal, passphrase: str, *, now: Callable[[], datetime] = now_utc
) -> Vault:
    """Open a vault whose passphrase is forgotten, and give it a new one.

    Raises: NoOfficeKey, what `unseal` raises, and as `unlock`.
    """
    try:
        head = _header(folder)
    except OSError as error:
        raise of_disk(error) from error
    if head.office is None:
        raise NoOfficeKey
    key = unseal(head.office)
    if len(key) != header.KEY_BYTES:
        raise Damaged
    vault = _open(folder, head, key, now, (Deed.OFFICE_UNLOCKED, ""))
    try:
        vault.give_passphrase(passphrase)
    except BaseException:
        vault.close()
        raise
    return vault


def restore(
    folder: VaultFolder,
    backup: backups.Backup,
    passphrase: str,
    *,
    now: Callable[[], datetime] = now_utc,
) -> Vault:
    """Put a backup in the place of a damaged vault, and open it; the damaged files are kept aside.

    The backup is opened before anything is moved.

    Raises: WrongPassphrase, TooSoon, InUse, Damaged (the backup is, too), NoRoom, NotWritable, NoMemory.
    """
    tries = Tries(folder.tries, now)
    try:
        tries.begin()
        head = header.read(backup.header)
        key = header.unwrap(head, passphrase)
        failed = tries.succeed()
        with locked(folder.lock, waits=False):
            checked = connection.connect(backup.database, key, is_copy=True)
            try:
                connection.check(checked)
            finally:
                connection.close(checked)
            backups.put_back(folder, backup, now)
    except Held as error:
        raise InUse from error
    except OSError as error:
        raise of_disk(error) from error
    return _open(folder, head, key, now, (Deed.UNLOCKED, ""), *_told(failed), (Deed.RESTORED, ""))


def bring_in(
    root: Path, copy: backups.Backup, passphrase: str, *, now: Callable[[], datetime] = now_utc
) -> Vault:
    """Make a vault of a copy, such as one on a stick of a computer that is lost, and open it.

    Raises: WrongPassphrase, Damaged (the copy is), NoRoom, NotWritable, NoMemory; nothing is left of it then.
    """
    try:
        head = header.read(copy.header)
        key = header.unwrap(head, passphrase)
        with new_folder(root) as folder:
            shutil.copyfile(copy.database, folder.database)
            checked = connection.connect(folder.database, key, is_copy=True)
            try:
                connection.check(checked)
            finally:
                connection.close(checked)
            folder.header.write_bytes(header.encode(head))
            number = folder.path.name.removeprefix("making-")
    except OSError as error:
        raise of_disk(error, root) from error
    return _open(VaultFolder(root / number), head, key, now, (Deed.UNLOCKED, ""), (Deed.RESTORED, ""))


def _header(folder: VaultFolder) -> header.Header:
    """The header, or where it is damaged or gone, that of the latest backup: it holds the same key."""
    for path in (folder.header, *(backup.header for backup in backups.backups_of(folder))):
        try:
            return header.read(path)
        except (FileNotFoundError, Damaged):
            continue
    raise Damaged


def _told(failed: int) -> tuple[tuple[Deed, str], ...]:
    return ((Deed.WRONG_PASSPHRASES, str(failed)),) if failed else ()


def _open(
    folder: VaultFolder,
    head: header.Header,
    key: bytes,
    now: Callable[[], datetime],
    *deeds: tuple[Deed, str],
) -> Vault:
    keep_out_of_crash_reports()
    with ExitStack() as held:
        try:
            held.enter_context(locked(folder.lock, waits=False))
        except Held as error:
            raise InUse from error
        except OSError as error:
            raise of_disk(error) from error
        db = _store(folder, key)
        held.callback(connection.close, db)
        _tidy(folder, head)
        ballast.lay(folder.ballast)
        vault = Vault(folder, db, key, now)
        for deed, about in deeds:
            vault.with_reserve(partial(vault.log, deed, about))
        if not vault.is_clock_behind:
            vault.with_reserve(vault.screenings.drop_old_drafts)
        vault.hold(held.pop_all())
    return vault


def _store(folder: VaultFolder, key: bytes) -> Database:
    """The store, looked through; on a full disk it has the room of the ballast."""
    try:
        return _checked(folder, key)
    except (NoRoom, NotWritable):
        with ballast.dropped(folder.ballast):
            return _checked(folder, key)


def _checked(folder: VaultFolder, key: bytes) -> Database:
    db = connection.connect(folder.database, key)
    try:
        connection.check(db)
        bring_up_to_date(db)
    except BaseException:
        connection.close(db)
        raise
    return db


def _tidy(folder: VaultFolder, head: header.Header) -> None:
    """Make up for a kill or for damage: one passphrase for all headers, and no draft of another."""
    with contextlib.suppress(OSError):
        for draft in folder.path.rglob(f"{folder.header.name}.*"):
            draft.unlink()
        if not folder.header.exists() or folder.header.read_bytes() != header.encode(head):
            replace_file(folder.header, header.encode(head))
        backups.give_header(folder, head)
