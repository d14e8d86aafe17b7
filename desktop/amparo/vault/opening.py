"""The ways into a vault: make one, unlock it, open it by the office's key, restore a backup."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from amparo.core.files import Held, locked, replace_file
from amparo.vault import backups, ballast, connection, header
from amparo.vault.audit import Deed
from amparo.vault.errors import Damaged, InUse, NoOfficeKey, NoRoom, NotWritable
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
            folder.header.write_bytes(header.encode(header.wrap(key, passphrase, cost=cost, office=office)))
            db = connection.connect(folder.database, key, is_new=True)
            try:
                bring_up_to_date(db)
            finally:
                connection.close(db)
            ballast.lay(folder.ballast)
            number = folder.path.name.removeprefix("making-")
    except OSError as error:
        raise NotWritable from error
    return _open(VaultFolder(root / number), key, Deed.VAULT_MADE, now)


def unlock(folder: VaultFolder, passphrase: str, *, now: Callable[[], datetime] = now_utc) -> Vault:
    """Open a vault; about a second.

    Raises: TooSoon, WrongPassphrase, InUse, Damaged, FromNewer, NotWritable.
    """
    tries = Tries(folder.tries, now)
    try:
        head = _header(folder)
        tries.begin()
        key = header.unwrap(head, passphrase)
        failed = tries.succeed()
        if not folder.header.exists() or folder.header.read_bytes() != header.encode(head):
            replace_file(folder.header, header.encode(head))  # it was damaged: that of a backup opened
    except OSError as error:
        raise NotWritable from error
    vault = _open(folder, key, Deed.UNLOCKED, now)
    if failed:
        vault.log(Deed.WRONG_PASSPHRASES, str(failed))
    return vault


def unlock_by_office(
    folder: VaultFolder, unseal: Unseal, passphrase: str, *, now: Callable[[], datetime] = now_utc
) -> Vault:
    """Open a vault whose passphrase is forgotten, and give it a new one.

    Raises: NoOfficeKey, what `unseal` raises, and as `unlock`.
    """
    try:
        head = _header(folder)
    except OSError as error:
        raise NotWritable from error
    if head.office is None:
        raise NoOfficeKey
    vault = _open(folder, unseal(head.office), Deed.OFFICE_UNLOCKED, now)
    vault.give_passphrase(passphrase)
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

    Raises: WrongPassphrase, TooSoon, Damaged (the backup is, too), NotWritable.
    """
    tries = Tries(folder.tries, now)
    try:
        tries.begin()
        key = header.unwrap(header.decode(backup.header.read_bytes()), passphrase)
        tries.succeed()
        with locked(folder.lock, waits=False):
            checked = connection.connect(backup.database, key)
            try:
                connection.check(checked)
            finally:
                connection.close(checked)
            backups.put_back(folder, backup, now)
    except Held as error:
        raise InUse from error
    except OSError as error:
        raise NotWritable from error
    vault = _open(folder, key, Deed.UNLOCKED, now)
    vault.log(Deed.RESTORED)
    return vault


def _header(folder: VaultFolder) -> header.Header:
    """The header, or where it is damaged or gone, that of the latest backup: it holds the same key."""
    for path in (folder.header, *(backup.header for backup in backups.backups_of(folder))):
        try:
            return header.decode(path.read_bytes())
        except (FileNotFoundError, Damaged):
            continue
    raise Damaged


def _connected(folder: VaultFolder, key: bytes) -> Database:
    """The connection; on a full disk its log has the room of the ballast."""
    try:
        return connection.connect(folder.database, key)
    except (NoRoom, NotWritable):
        with ballast.dropped(folder.ballast):
            return connection.connect(folder.database, key)


def _open(folder: VaultFolder, key: bytes, deed: Deed, now: Callable[[], datetime]) -> Vault:
    keep_out_of_crash_reports()
    with ExitStack() as held:
        try:
            held.enter_context(locked(folder.lock, waits=False))
        except Held as error:
            raise InUse from error
        except OSError as error:
            raise NotWritable from error
        db = _connected(folder, key)
        held.callback(connection.close, db)
        connection.check(db)
        bring_up_to_date(db)
        ballast.lay(folder.ballast)
        vault = Vault(folder, db, key, now)
        vault.with_reserve(lambda: vault.log(deed))
        vault.with_reserve(vault.screenings.drop_old_drafts)
        vault.hold(held.pop_all())
    return vault
