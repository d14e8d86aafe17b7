"""What every command needs: places, settings, and the content, opened when first asked for."""

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import click

from amparo.core import i18n
from amparo.core.errors import AppError
from amparo.core.files import replace_file
from amparo.core.i18n import _
from amparo.core.model import Kind, Page
from amparo.core.places import Places
from amparo.core.settings import Paper, SettingsFile
from amparo.core.states import STATES
from amparo.library.reader import reading
from amparo.library.search import Search
from amparo.library.store import Store
from amparo.library.versions import Content, Versions
from amparo.paper.printout import Printout, printout_of


@dataclass
class Kit:
    """The services of one run of a command; close it by `opened.close()`."""

    places: Places
    opened: ExitStack = field(default_factory=ExitStack)

    @cached_property
    def settings(self) -> SettingsFile:
        """The officer's choices."""
        return SettingsFile(self.places.settings)

    @property
    def lang(self) -> str:
        """The officer's language."""
        return self.settings.current.language or i18n.ENGLISH

    @property
    def versions(self) -> Versions:
        """The editions that are here."""
        return Versions(self.places.received, self.places.content)

    @cached_property
    def content(self) -> Content:
        """The newest content that is whole."""
        found = self.versions.current()
        if found.trouble:
            click.echo(found.trouble, err=True)
        return found

    @cached_property
    def store(self) -> Store:
        """The library."""
        return self.opened.enter_context(Store(self.content.folder))

    @cached_property
    def search(self) -> Search:
        """Search; opening it reads the index."""
        return self.opened.enter_context(Search(self.content.folder, self.content.manifest))

    def printout(self, page: Page) -> Printout:
        """A page as it is printed for this officer."""
        state = STATES.get(self.settings.current.state)
        whole = replace(page, blocks=reading(page))
        confirmed: tuple[str, ...] = ()
        if page.kind == Kind.RIGHTS:
            confirmed = self.store.confirmed_messages(self.settings.current.state)
        return printout_of(whole, self.store.edition, state=_(state) if state else "", confirmed=confirmed)

    def write_pdf(self, printout: Printout, paper: Paper, output: Path) -> None:
        """Write a printout as PDF, whole or not at all.

        Raises: AppError, where it cannot be written there.
        """
        from amparo.paper.pdf import to_pdf  # reportlab: not for commands that print nothing

        pdf = to_pdf(printout, paper)
        try:
            if output.exists() and not output.is_file():  # a pipe or a device is written to, never replaced
                output.write_bytes(pdf)
            else:
                replace_file(output.absolute(), pdf)
        except OSError as error:
            raise AppError(
                _("{file} could not be written: {reason}.").format(file=output, reason=error.strerror),
                _("Choose another place for it."),
            ) from error
