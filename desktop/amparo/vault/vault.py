"""An open vault: everything in it, its log, its backups. It belongs to one thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from amparo.core.files import replace_file
from amparo.vault import backups, ballast, connection, header
from amparo.vault.audit import Audit, AuditEntry, Deed, first_fault
from amparo.vault.cases import Cases, Visits
from amparo.vault.errors import NoRoom, of_disk
from amparo.vault.folder import VaultFolder
from amparo.vault.post import Post
from amparo.vault.referrals import Referrals
from amparo.vault.screenings import KeptScreenings

Seal = Callable[[bytes], bytes]
"""Seals the key of a vault to an office."""
Done = TypeVar("Done")


class Vault:
    """Made by `opening`; close it, and its key is gone.

    Attributes:
        log_fault: the number of the first entry of the log that does not follow; None for a whole log.
    """

    _newest_at = ""
    """When the last entry before this unlocking was made."""

    def __init__(self, folder: VaultFolder, db: Database, key: bytes, now: Callable[[], datetime]) -> None:
        self.folder = folder
        self._db, self._key, self._held = db, key, ExitStack()
        self.audit = Audit(db, now)
        self.cases = Cases(db, self.audit, now)
        self.visits = Visits(db, self.audit, now)
        self.screenings = KeptScreenings(db, self.audit, now)
        self.referrals = Referrals(db, self.audit, now)
        self.post = Post(db, self.audit, now)
        entries = self.audit.entries()
        self.log_fault = first_fault(entries)
        if entries:
            self._newest_at = entries[-1].at
        self._now = now

    @property
    def header(self) -> header.Header:
        """The header on disk.

        Raises: Damaged, NotWritable.
        """
        try:
            return header.read(self.folder.header)
        except OSError as error:
            raise of_disk(error) from error

    @property
    def is_clock_behind(self) -> bool:
        """Whether the clock is before the last entry of the log, and so wrong: nothing is judged by it."""
        last = self.audit.last()
        return self._now().isoformat(timespec="seconds") < max(self._newest_at, last.at if last else "")

    def hold(self, held: ExitStack) -> None:
        """Take what is let go with the vault: its connection, and the lock of its folder."""
        self._held = held

    def close(self) -> None:
        """Lock: nothing of it can be read any more without the passphrase."""
        self._key = b""
        self._held.close()

    def log(self, deed: Deed, about: str = "") -> AuditEntry:
        """Log a deed that changes nothing else here, such as printing."""
        with connection.translated(), self._db.atomic():
            return self.audit.add(deed, about)

    def due(self, today: date) -> frozenset[str]:
        """The codes and ids of what is to be destroyed or looked at again; none while the clock is behind."""
        if self.is_clock_behind:
            return frozenset()
        dated = [
            *((case.code, case.review_on) for case in self.cases.all()),
            *((visit.code, visit.review_on) for visit in self.visits.all()),
            *((one.record_id, one.review_on) for one in self.post.received()),
        ]
        return frozenset(key for key, review_on in dated if review_on <= today)

    def keep_until(self, codes: tuple[str, ...], review_on: date) -> None:
        """Look at these cases, visits and received referrals again on a later day."""
        for code in codes:
            if case := self.cases.get(code):
                self.cases.save(replace(case, review_on=review_on))
            elif visit := self.visits.get(code):
                self.visits.save(replace(visit, review_on=review_on))
            else:
                self.post.keep_until(code, review_on)

    def destroy(
        self,
        *,
        cases: tuple[str, ...] = (),
        visits: tuple[str, ...] = (),
        received: tuple[str, ...] = (),
    ) -> None:
        """Remove for good, from the backups beside the vault too; it works on a full disk.

        Damaged files that restoring kept aside go with it: they hold it too.

        Raises: NoRoom, where even the ballast is gone.
        """

        def remove() -> None:
            for code in cases:
                self.cases.destroy(code)
            for code in visits:
                self.visits.destroy(code)
            for record_id in received:
                self.post.destroy_received(record_id)

        self.with_reserve(remove)
        backups.drop_aside(self.folder)
        self.with_reserve(lambda: connection.empty_log(self._db))
        with contextlib.suppress(NoRoom):  # the next unlock makes up for it
            self.with_reserve(self._renew_backups)

    def with_reserve(self, work: Callable[[], Done]) -> Done:
        """Do what must work on a full disk: without room, once more with that of the ballast."""
        return ballast.with_reserve(self.folder.ballast, work)

    def back_up(self) -> backups.Backup:
        """Copy the vault beside itself; the latest three are kept."""
        made = backups.make(self.folder, self._db)
        self.with_reserve(lambda: self.log(Deed.BACKED_UP))
        return made

    def back_up_to(self, target: Path) -> backups.Backup:
        """Copy the vault to a new folder elsewhere, such as on a stick; it opens with the same passphrase."""
        made = backups.make_at(self.folder, self._db, target)
        self.with_reserve(lambda: self.log(Deed.BACKED_UP))
        return made

    def change_passphrase(self, old: str, new: str) -> None:
        """Open with another passphrase from now on, the backups beside it too; copies elsewhere keep the old.

        Raises: WrongPassphrase: whoever finds it unlocked does not take it over.
        """
        header.unwrap(self.header, old)
        self.give_passphrase(new)

    def give_passphrase(self, new: str) -> None:
        """As `change_passphrase`, where the old one is forgotten and an office opened the vault."""
        self._rewrite(new, self.header.office)
        self.log(Deed.PASSPHRASE_CHANGED)

    def set_office(self, passphrase: str, seal: Seal | None) -> None:
        """Let an office open it too, or no office any more.

        Raises: WrongPassphrase: whoever finds it unlocked does not give it away.
        """
        header.unwrap(self.header, passphrase)
        self._rewrite(passphrase, seal(self._key) if seal else None)
        self.log(Deed.OFFICE_CHANGED)

    def _rewrite(self, passphrase: str, office: bytes | None) -> None:
        head = header.wrap(self._key, passphrase, cost=self.header.cost, office=office)
        try:
            replace_file(self.folder.header, header.encode(head))
            backups.give_header(self.folder, head)  # a kill before this is made up for by the next unlock
        except OSError as error:
            raise of_disk(error) from error

    def _renew_backups(self) -> None:
        """One backup, of what is still there; the older ones hold what was destroyed."""
        try:
            backups.make(self.folder, self._db, kept=1)
        except NoRoom:
            backups.drop(self.folder)
            raise
