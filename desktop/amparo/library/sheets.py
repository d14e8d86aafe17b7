"""Which document and version a sheet of paper came from, by the fingerprint at its foot."""

import re
from dataclasses import dataclass

from amparo.core.fingerprint import read_fingerprint, serial_of
from amparo.core.i18n import N_, _
from amparo.core.model import PageHead

LISTS = {
    "screen/home": N_("Home"),
    "screen/bookmarks": N_("Bookmarks"),
    "screen/settings": N_("Settings"),
    "screen/results": N_("Search"),
    "screen/cases": N_("Cases and visits"),
    "screen/updates": N_("Updates"),
    "screen/licences": N_("Licences"),
}
"""What the window prints that is no page of the content."""

_NO_WORD = re.compile(r"[\d-]")
"""Some words of nine letters read as a fingerprint; whoever copies one types a digit or a hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Where a sheet came from.

    Attributes:
        page: the page of the content; None for a list that the window printed, or for an unknown sheet.
        title: empty for an unknown sheet.
        serial: of the copy; empty for one without.
    """

    page: PageHead | None = None
    title: str = ""
    version: str = ""
    serial: str = ""

    @property
    def words(self) -> str:
        """What to tell whoever typed the fingerprint."""
        if not self.title:
            return _(
                "No sheet of content {version} has this code at its foot: it may be of another content,"
                " or of a case."
            ).format(version=self.version)
        told = _("This code stands at the foot of “{title}”, content {version}.")
        if self.serial:
            told = _("This code stands at the foot of copy {serial} of “{title}”, content {version}.")
        return told.format(title=self.title, version=self.version, serial=self.serial)


class Sheets:
    """Knows the sheets of one content version."""

    def __init__(self, heads: tuple[PageHead, ...], version: str) -> None:
        self._heads: dict[str, PageHead] = {head.id: head for head in heads}
        self._version = version

    def find(self, query: str) -> Sheet | None:
        """The sheet that was meant; None for a query that is no fingerprint. Some 0.1 s for one that is."""
        printed = read_fingerprint(query)
        if printed is None:
            return None
        for document in (*self._heads, *LISTS):
            serial = serial_of(printed, document, self._version)
            if serial is not None:
                page = self._heads.get(document)
                title = page.full_title if page else _(LISTS[document])
                return Sheet(page=page, title=title, version=self._version, serial=serial)
        return Sheet(version=self._version) if _NO_WORD.search(query) else None
