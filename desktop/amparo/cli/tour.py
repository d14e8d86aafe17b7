"""The main job without a window: search, read, and a PDF to print; asked for, or shown by an example."""

import sys

import click

from amparo.cli import rows
from amparo.cli.ending import exit_code
from amparo.cli.kit import Kit
from amparo.core import i18n
from amparo.core.display import Display
from amparo.core.i18n import _
from amparo.core.model import PageId
from amparo.core.places import find_places
from amparo.library.search import Answer

EXAMPLE = "peacekeeping"
SHOWN = 5


def main(display: Display) -> int:
    """Say that there is no display and do the main job here: 0, or 2 for a failure told in words."""
    kit = Kit(find_places())
    i18n.use(kit.lang)

    def run() -> None:
        click.echo(_silent() if display is Display.SILENT else _no_display())
        with kit.opened:
            if sys.stdin.isatty():
                _converse(kit)
            else:
                _look_up(kit, EXAMPLE)

    return exit_code(run)


def _no_display() -> str:
    return _("There is no display, so the kit opens in the terminal.")


def _silent() -> str:
    return _("The display that is set does not answer, so the kit opens in the terminal.")


def _converse(kit: Kit) -> None:
    click.echo(_("Type what you look for; an empty line ends."))
    try:
        while query := click.prompt(_("Search"), default="", show_default=False).strip():
            _look_up(kit, query)
    except click.Abort:  # Ctrl+C or Ctrl+D at the prompt: the officer has done
        click.echo()


def _look_up(kit: Kit, query: str) -> None:
    click.echo(_("Search: {query}").format(query=query) + "\n")
    answer = kit.search.ask(query, lang=kit.lang, limit=SHOWN)
    rows.echo_answer(answer)
    if (best := _best(answer)) is None:
        return
    page = kit.store.page(best, kit.lang)
    rows.echo_page(page)
    paper = kit.settings.current.paper
    output = kit.places.data / "prints" / f"{page.id.replace('/', '-')}-{paper}.pdf"
    kit.write_pdf(kit.printout(page), paper, output)
    click.echo("\n" + _("Ready to print: {file}").format(file=output))
    click.echo(_("More commands: amparo --help"))


def _best(answer: Answer) -> PageId | None:
    if answer.jump:
        return answer.jump.id
    return answer.hits[0].page if answer.hits else None
