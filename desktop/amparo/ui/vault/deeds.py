"""What the vault's thread does at the window's wish; everything heavy is loaded there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.core.errors import AppError
from amparo.core.i18n import _

if TYPE_CHECKING:
    from amparo.vault.vault import Vault

Write = Callable[["Vault"], None]
Writes = dict[str, Write]
"""What was edited, by names: a later write takes the place of an earlier one."""


def merged(*writes: Writes) -> Writes:
    """The latest of each name."""
    return {name: write for some in writes for name, write in some.items()}


def close(vault: Vault, writes: Writes) -> None:
    """Write what waits, if need be with the room of the ballast, and lock."""
    from amparo.vault.audit import Deed

    try:
        for write in writes.values():
            vault.with_reserve(partial(write, vault))
        vault.with_reserve(lambda: vault.log(Deed.LOCKED))
    finally:
        vault.close()


def back_up_if_due(vault: Vault) -> None:
    """Make the backup of the day."""
    from amparo.vault.backups import is_due
    from amparo.vault.opening import now_utc

    if is_due(vault.folder, now_utc()):
        vault.back_up()


def fault_of(number: int) -> AppError:
    """What to tell of a log whose chain is broken."""
    return AppError(
        _("The log of this vault does not hold together from entry {n} on.").format(n=number),
        _("Somebody changed it. Save the log, and tell whoever looks after this computer."),
    )


def clock_trouble(vault: Vault) -> AppError | None:
    """What to tell of a clock that is before the last entry of the log."""
    if not vault.is_clock_behind:
        return None
    what = _("The clock of this computer is behind the log of this vault.")
    return AppError(what, _("Set the clock. Until then nothing is asked about, and no draft goes."))


def sealed_to(office: str) -> Callable[[bytes], bytes]:
    """What seals a key to an office's public key."""
    from amparo.exchange.sealing import seal_to

    return lambda key: seal_to(key, (office,))


def opened_by(key_file: Path) -> Callable[[bytes], bytes]:
    """What opens that with the office's key file.

    Raises: AppError, where the file holds no key.
    """
    from amparo.exchange.sealing import identity_from_text, open_with

    try:
        identity = identity_from_text(key_file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        what = _("The key file could not be read.")
        raise AppError(what, _("Choose the file of the office's key.")) from error
    return lambda sealed: open_with(sealed, identity.secret)


def has_vaults(root: Path) -> bool:
    """Whether anybody made one; it loads nothing."""
    try:
        return any(path.name.isdecimal() for path in root.iterdir())
    except OSError:
        return False
