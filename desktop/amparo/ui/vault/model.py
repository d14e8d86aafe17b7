"""The vault's thread, seen from the window: one deed after the other, and no answer after a lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal, Slot

from amparo.core.errors import AppError
from amparo.core.progress import Tick
from amparo.ui.jobs import Job, Jobs
from amparo.ui.vault.deeds import (
    Write,
    Writes,
    back_up_if_due,
    clock_trouble,
    close,
    fault_of,
    has_vaults,
    merged,
    opened_by,
    sealed_to,
)
from amparo.ui.vault.state import Offer, Phase, VaultState

if TYPE_CHECKING:  # sqlcipher3 and cryptography: not for the first window
    from amparo.vault.backups import Backup
    from amparo.vault.folder import VaultFolder
    from amparo.vault.vault import Vault


class _Deed(Job):
    """A job, and what the window does with its answer."""

    def __init__(
        self,
        work: Callable[[Tick], Any],
        then: Callable[[Any], object],
        otherwise: Callable[[Exception], object],
    ) -> None:
        super().__init__(work)
        self.then, self.otherwise = then, otherwise


class VaultModel(QObject):
    """Opens and locks a vault, and does everything with it in a thread of its own.

    `locking` is the moment to give back what was edited last, through `keep`, and to forget everything.
    """

    changed = Signal(object)  # VaultState
    locking = Signal()
    failed = Signal(object)  # AppError of a deed that nobody waits for

    def __init__(self, root: Path) -> None:
        """Args: root: the folder of all vaults."""
        super().__init__()
        self._root = root
        self._jobs = Jobs(threads=1)
        self._vault: Vault | None = None
        self._waiting: Writes = {}
        self._writing: list[Writes] = []  # handed to the vault's thread, in their order
        self.state = VaultState(phase=Phase.LOCKED if has_vaults(root) else Phase.NONE)

    def offers(self) -> tuple[Offer, ...]:
        """The vaults of this computer, the one that was used last first."""
        from amparo.vault.folder import folders

        found = (Offer(folder.number, folder.last_used) for folder in folders(self._root))
        return tuple(sorted(found, key=lambda offer: offer.last_used, reverse=True))

    def folder(self, number: int) -> VaultFolder:
        """The files of a vault."""
        from amparo.vault.folder import VaultFolder

        return VaultFolder(self._root / str(number))

    def create(self, passphrase: str, office: str = "") -> None:
        """Make a vault and open it.

        Args:
            office: the public key of the office that may open it too; empty for none.
        """

        def work(_tick: Tick) -> Vault:
            from amparo.vault.opening import create

            return create(self._root, passphrase, seal=sealed_to(office) if office else None)

        self._enter(work)

    def unlock(self, number: int, passphrase: str) -> None:
        """Open a vault."""

        def work(_tick: Tick) -> Vault:
            from amparo.vault.opening import unlock

            return unlock(self.folder(number), passphrase)

        self._enter(work, number)

    def unlock_by_office(self, number: int, key_file: Path, passphrase: str) -> None:
        """Open a vault by the key file of its office, and give it a new passphrase."""

        def work(_tick: Tick) -> Vault:
            from amparo.vault.opening import unlock_by_office

            return unlock_by_office(self.folder(number), opened_by(key_file), passphrase)

        self._enter(work, number)

    def restore(self, number: int, backup: Backup, passphrase: str) -> None:
        """Put a backup in the place of a vault that is locked, and open it.

        Args:
            number: of the vault; 0 for none: the backup becomes a vault of its own.
        """

        def work(_tick: Tick) -> Vault:
            from amparo.vault.opening import bring_in, restore

            if number:
                return restore(self.folder(number), backup, passphrase)
            return bring_in(self._root, backup, passphrase)

        self._enter(work, number)

    def ask(
        self,
        work: Callable[[Vault], Any],
        then: Callable[[Any], object] = lambda _answer: None,
        otherwise: Callable[[AppError], object] | None = None,
    ) -> None:
        """Do something with the open vault, and give back what it says, unless it was locked meanwhile.

        What was edited before is written before.

        Args:
            otherwise: takes what went wrong; where it is not given, `failed` tells it.
        """
        vault = self._vault
        if vault is None:
            return
        self._write()

        def deliver(answer: Any) -> None:
            if self._vault is vault:
                then(answer)

        def tell(error: Exception) -> None:
            if otherwise is not None and isinstance(error, AppError):
                otherwise(error)
            else:
                self._tell(error)

        self._start(lambda _tick: work(vault), deliver, tell)

    def keep(self, name: str, write: Write) -> None:
        """Write what was edited; of several under one name that wait, only the latest is written."""
        if self._vault is None:
            return
        self._waiting[name] = write
        if not self._writing:
            self._write()

    def lock(self) -> None:
        """Give back and forget everything: the window is empty now, the key is gone once that is written."""
        vault = self._vault
        if vault is None:
            return
        self.locking.emit()
        writes = merged(*self._writing, self._waiting)  # what is being written may fail: it is written again
        self._waiting, self._writing, self._vault = {}, [], None
        self._start(lambda _tick: close(vault, writes), lambda _done: None, self._tell)
        self._set(phase=Phase.LOCKED, error=None, is_unsaved=False)

    def erase(self, number: int) -> None:
        """Destroy a vault; one that is open is locked first."""
        if self.state.is_open and self.state.number == number:
            self._waiting.clear()
            self.lock()

        def work(_tick: Tick) -> None:
            from amparo.vault.erase import erase

            erase(self.folder(number))

        self._set(phase=Phase.BUSY)
        self._start(work, lambda _done: self._set_closed(None), self._set_closed)

    def close(self) -> None:
        """Lock, and wait until all is written."""
        self.lock()
        self._jobs.close()

    def _enter(self, work: Callable[[Tick], Vault], number: int = 0) -> None:
        self._set(phase=Phase.BUSY, number=number, error=None)
        self._start(work, self._opened, self._set_closed)

    def _opened(self, vault: Vault) -> None:
        self._vault = vault
        self._set(phase=Phase.OPEN, number=vault.folder.number, error=None)
        self.ask(back_up_if_due)
        self.ask(clock_trouble, self._tell_of_clock)
        if vault.log_fault is not None:
            self.failed.emit(fault_of(vault.log_fault))

    def _tell_of_clock(self, trouble: AppError | None) -> None:
        if trouble is not None:
            self.failed.emit(trouble)

    def _write(self) -> None:
        vault = self._vault
        if vault is None or not self._waiting:
            return
        writes, self._waiting = self._waiting, {}
        self._writing.append(writes)

        def work(_tick: Tick) -> None:
            for write in writes.values():
                write(vault)

        self._start(work, partial(self._written, vault), partial(self._not_written, vault))

    def _written(self, vault: Vault, _done: object) -> None:
        if self._vault is not vault:
            return
        self._writing.pop(0)
        if self.state.is_unsaved:
            self._set(is_unsaved=False, error=None)
        if not self._writing:
            self._write()

    def _not_written(self, vault: Vault, error: Exception) -> None:
        if self._vault is not vault or not isinstance(error, AppError):
            self._tell(error)
            return
        failed = self._writing.pop(0)
        self._waiting = merged(failed, self._waiting)  # tried again with the next edit, and when locking
        self._set(is_unsaved=True, error=error)

    def _start(
        self,
        work: Callable[[Tick], Any],
        succeeded: Callable[[Any], object],
        failed: Callable[[Any], object],
    ) -> None:
        deed = _Deed(work, succeeded, failed)
        deed.succeeded.connect(self._deliver)  # of this object: in the window's thread
        deed.failed.connect(self._deliver_failure)
        self._jobs.start(deed)

    @Slot(object)
    def _deliver(self, answer: object) -> None:
        cast(_Deed, self.sender()).then(answer)

    @Slot(object)
    def _deliver_failure(self, error: Exception) -> None:
        cast(_Deed, self.sender()).otherwise(error)

    def _set_closed(self, error: Exception | None) -> None:
        phase = Phase.LOCKED if has_vaults(self._root) else Phase.NONE
        self._set(phase=phase, error=error if isinstance(error, AppError) else None)
        if error is not None and not isinstance(error, AppError):
            raise error

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _set(self, **news: Any) -> None:
        self.state = replace(self.state, **news)
        self.changed.emit(self.state)
