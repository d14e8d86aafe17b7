"""Why nothing could be received, in words, and what to do next. Nothing was changed, whatever it was."""

from __future__ import annotations

import errno

from tuf.api import exceptions as tuf

from amparo.core.errors import AppError
from amparo.core.i18n import _
from amparo.sync.web import NotProven

TROUBLES = (tuf.RepositoryError, tuf.DownloadError, OSError)
"""What the gate raises; `NotReceived` is what an officer reads."""


class NotReceived(AppError):
    """The new content is not here; the old is as it was."""


def reason_of(error: Exception) -> NotReceived:
    """The error as an officer reads it."""
    what, to_do = _words(error)
    return NotReceived(what, to_do + _unchanged())


def older() -> NotReceived:
    """The carrier has what is signed, and older than what is here."""
    return NotReceived(_("What this source has is older than what is here."), _other() + _unchanged())


def busy() -> NotReceived:
    """Another window of the kit is at it."""
    return NotReceived(
        _("Another window of the kit is receiving content."), _("Wait until it is done.") + _unchanged()
    )


def not_ours() -> NotReceived:
    """Signed, and no pack that this program can read."""
    return NotReceived(
        _("The new content is made for another version of this program."),
        _("Ask whoever gave you the kit for its newest version.") + _unchanged(),
    )


def _words(error: Exception) -> tuple[str, str]:
    if isinstance(error, OSError):
        return _of_disk(error)
    another = _other()
    match error:
        case tuf.BadVersionNumberError():
            return _("What this source has is older than what is here, or its parts do not fit."), another
        case tuf.UnsignedMetadataError():
            return _("What this source has is not signed by the publisher that this kit trusts."), another
        case tuf.LengthOrHashMismatchError() | tuf.DownloadLengthMismatchError():
            return _("A file of this source is not the one that was signed: damaged, or put in its place."), (
                _("If this network wants a sign-in, sign in first; else take another source.")
            )
        case tuf.RepositoryError():
            return _("This source gave something that is no list of the publisher's."), (
                _("If this network wants a sign-in, sign in first; else take another source.")
            )
        case tuf.DownloadHTTPError(status_code=404):
            return _("There is no content at this source, or a part of it is missing."), another
        case tuf.DownloadHTTPError(status_code=status):
            return _("The source cannot give it now (answer {status}).").format(status=status), _later()
        case NotProven():
            return _("The source could not prove who it is."), (
                _("Check this computer's clock and the source's address; else take another source.")
            )
        case tuf.SlowRetrievalError():
            return _("The source did not answer, or far too slowly."), _later()
    return _("The source did not answer, or the link was cut."), _later()


def _of_disk(error: OSError) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("There is no room for the new content on this computer."), _(
            "Free some room, and try again."
        )
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _("The new content cannot be kept: the kit's folder cannot be written."), (
            _("Start the kit from a place that can be written.")
        )
    return _("Reading or writing failed: {reason}.").format(reason=error.strerror or type(error).__name__), (
        _("If it came on a stick, try another stick.")
    )


def _other() -> str:
    return _("Take another source, a stick or a colleague's kit.")


def _later() -> str:
    return _("What was received so far is kept: try again later, or take it from a stick or a colleague.")


def _unchanged() -> str:
    words = _("Nothing was changed.")
    return f" {words}"
