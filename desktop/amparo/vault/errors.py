"""What can go wrong with a vault, each told apart from the others.

AppError
├── WrongPassphrase     nothing is damaged
├── NoOfficeKey         only the passphrase opens it
├── TooSoon             too many wrong ones before
├── InUse               another window of the kit has it open
├── Damaged             header or database; backups may help
├── FromNewer           a later release of the kit wrote it
├── NoMemory            the computer has too little of it free
├── NoRoom              the disk is full; nothing that was kept is lost
└── NotWritable         the disk does not take it, or is gone
"""

import errno
from pathlib import Path

from amparo.core.errors import AppError
from amparo.core.i18n import _, ngettext


class WrongPassphrase(AppError):
    """The passphrase does not open this vault."""

    def __init__(self) -> None:
        super().__init__(
            _("This is not the passphrase of this vault."),
            _("Check the number of the vault, capital letters and the keyboard's language, then try again."),
        )


class NoOfficeKey(AppError):
    """No office can open this vault."""

    def __init__(self) -> None:
        super().__init__(
            _("No office has a key to this vault."),
            _("Only its passphrase opens it; nobody can recover that."),
        )


class TooSoon(AppError):
    """Another try must wait.

    Attributes:
        wait_s: seconds until the next try.
    """

    def __init__(self, wait_s: int) -> None:
        words = ngettext("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", wait_s)
        super().__init__(_("Too many wrong passphrases."), words.format(n=wait_s))
        self.wait_s = wait_s


class InUse(AppError):
    """Another window of the kit has this vault open."""

    def __init__(self) -> None:
        super().__init__(
            _("This vault is open in another window of the kit."), _("Lock it there, then try again.")
        )


class Damaged(AppError):
    """The vault's files are not what was written; a backup may be whole."""

    def __init__(self) -> None:
        super().__init__(
            _("The files of this vault are damaged. The passphrase is not the trouble."),
            _("Restore a backup. The damaged files are kept beside it."),
        )


class FromNewer(AppError):
    """A later release of the kit wrote this vault."""

    def __init__(self) -> None:
        super().__init__(
            _("This vault was written by a newer Amparo."), _("Open it with that one; nothing was changed.")
        )


class NoMemory(AppError):
    """A try at the passphrase takes more memory than is free."""

    def __init__(self) -> None:
        super().__init__(
            _("This computer has too little free memory to open the vault."),
            _("Close other programs, then try again."),
        )


class NoRoom(AppError):
    """The disk is full; what was kept before is whole."""

    def __init__(self) -> None:
        super().__init__(
            _("The disk is full. What you changed last is not kept yet; nothing kept before is lost."),
            _("Free some room, or destroy a case that is no longer needed; that still works."),
        )


class NotWritable(AppError):
    """The disk takes nothing: it is write-protected, or gone."""

    def __init__(self, new_in: Path | None = None) -> None:
        """Args: new_in: the folder, where a vault was to be made."""
        if new_in:
            super().__init__(
                _("Nothing can be written in {folder}, so that no vault was made.").format(folder=new_in),
                _(
                    "Copy the kit to a disk or stick that can be written to, and start it from there."
                    " Without a vault all else works."
                ),
            )
            return
        super().__init__(
            _("The vault could not be read or written. What was kept before is not changed."),
            _("Is the disk or stick still there, and free to be written to? Then lock and unlock the vault."),
        )


_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def of_disk(error: OSError, new_in: Path | None = None) -> AppError:
    """What a disk said, as an error of our own.

    Args:
        new_in: the folder, where a vault was to be made.
    """
    return NoRoom() if error.errno in _ROOM else NotWritable(new_in)
