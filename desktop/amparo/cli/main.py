"""The commands: list, search, show, print, assess, update, export, doctor, licences."""

from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

import click

from amparo import __version__
from amparo.cli import rows, updates
from amparo.cli.ending import exit_code
from amparo.cli.kit import Kit
from amparo.core import i18n
from amparo.core.fingerprint import COPIES
from amparo.core.i18n import _
from amparo.core.model import Kind
from amparo.core.places import find_places
from amparo.core.settings import Paper
from amparo.library.coverage import PILLARS
from amparo.paper.printout import ROWS, Copy, Form, for_sites, numbered

WRONG = 1

pass_kit = click.make_pass_decorator(Kit)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for another program.")
language = click.option("--lang", type=click.Choice(tuple(i18n.NAMES)), help="The reader's language.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="amparo")
def commands() -> None:
    """Read, search and print the kit's content. Without a command, the window opens."""


@commands.command("list")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only pages of this kind.")
@as_json
@pass_kit
def list_pages(kit: Kit, kind: str | None, as_json: bool) -> None:
    """List the pages of the kit."""
    heads = kit.store.heads(kit.lang, kind=Kind(kind) if kind else None)
    if as_json:
        rows.echo_json([rows.head(head, kit.store.languages(head.id)) for head in heads])
        return
    for head in heads:
        click.echo(f"{head.id:<24} {head.full_title}")


@commands.command()
@click.argument("text")
@language
@click.option("--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="At most so many.")
@as_json
@pass_kit
def search(kit: Kit, text: str, lang: str | None, limit: int, as_json: bool) -> None:
    """Search everything; TEXT may be anything, `activity 13` too."""
    answer = kit.search.ask(text, lang=lang or kit.lang, limit=limit)
    if as_json:
        rows.warn(answer)
        jump = kit.store.page(answer.jump.id, lang or kit.lang) if answer.jump else None
        rows.echo_json(rows.answer(answer, jump)[:limit])
    else:
        rows.echo_answer(answer)


@commands.command()
@click.argument("page")
@language
@as_json
@pass_kit
def show(kit: Kit, page: str, lang: str | None, as_json: bool) -> None:
    """Show a page, such as plan/activity/13."""
    opened = kit.store.page(page, lang or kit.lang)
    if as_json:
        rows.echo_json(rows.page(opened))
    else:
        rows.echo_page(opened)


@commands.command("print")
@click.argument("page")
@click.option(
    "--paper", type=click.Choice([paper.value for paper in Paper]), help="The paper in the printer."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write."
)
@click.option(
    "--rows",
    type=click.IntRange(1, 500),
    default=ROWS,
    show_default=True,
    help="Lines to sign, on a sheet that has them.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.PAGES.value,
    help="Cards to cut, large, or a form to fill in on a screen.",
)
@click.option("--copies", type=click.IntRange(1, COPIES), default=1, help="So many, each with its number.")
@click.option("--sites", type=click.File(encoding="utf-8"), help="A copy for each line of this text file.")
@click.option("--apart", is_flag=True, help="Each copy begins a sheet, for printing on both sides.")
@language
@pass_kit
def print_page(
    kit: Kit,
    page: str,
    paper: str | None,
    output: Path,
    rows: int,
    form: str,
    copies: int,
    sites: TextIO | None,
    apart: bool,
    lang: str | None,
) -> None:
    """Write a page as PDF, such as plan/activity/13."""
    printout = replace(kit.printout(kit.store.page(page, lang or kit.lang)), rows=rows, form=Form(form))
    printout = replace(printout, copies=_for_sites(sites) if sites else numbered(copies), apart=apart)
    if printout.form not in printout.forms:
        raise click.UsageError(_("{page} has no such form; leave --as out.").format(page=page))
    if printout.form is Form.CARDS and (sites or copies > 1):
        raise click.UsageError(_("Cards have no copies; print the sheet again."))
    kit.write_pdf(printout, Paper(paper) if paper else kit.settings.current.paper, output)
    click.echo(str(output))


def _for_sites(file: TextIO) -> tuple[Copy, ...]:
    try:
        copies = for_sites(islice(file, 2 * COPIES))
    except UnicodeDecodeError as error:
        raise click.UsageError(_("{file} is no text file in UTF-8.").format(file=file.name)) from error
    if not 1 <= len(copies) <= COPIES:
        raise click.UsageError(
            _("{file} must name 1 to {most} sites, a line each.").format(file=file.name, most=COPIES)
        )
    return copies


@commands.command()
@as_json
@pass_kit
def coverage(kit: Kit, as_json: bool) -> None:
    """Show which resources serve each item of the Work Plan, and the gaps."""
    items = [head for head in kit.store.heads(kit.lang) if head.parent in PILLARS]
    served = {head.id: kit.store.page(head.id, kit.lang) for head in items}
    if as_json:
        rows.echo_json({item: [head.id for head in page.served_by] for item, page in served.items()})
        return
    for page in served.values():
        rows.echo_coverage(page)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@as_json
@pass_kit
def assess(kit: Kit, file: Path, as_json: bool) -> None:
    """Assess the answers in FILE: {"checklist": ..., "age": ..., "answers": {sign: answer}}."""
    from amparo.cli import screenings

    found = screenings.assessed(kit.store, file)
    if as_json:
        rows.echo_json(screenings.row(found))
    else:
        screenings.echo(found)


@commands.command()
@as_json
@pass_kit
def doctor(kit: Kit, as_json: bool) -> None:
    """Say what this kit is, where its things are, and what is wrong."""
    from amparo.cli.doctor import examine

    report = examine(kit.places, kit.settings)
    if as_json:
        rows.echo_json(asdict(report))
    else:
        for line in report.lines():
            click.echo(line)
    if report.wrong:
        raise click.exceptions.Exit(WRONG)


@commands.command()
def licences() -> None:
    """Show who made the parts of this program, and under what terms."""
    from amparo.core.licences import licences as text

    click.echo_via_pager(text())


for command in (updates.source, updates.update, updates.export):
    commands.add_command(command)


def main(arguments: list[str]) -> int:
    """Run a command: 0, 1 for a `doctor` that found something, 2 for a failure told in words."""
    kit = Kit(find_places())
    i18n.use(kit.lang)
    if kit.settings.trouble:
        click.echo(kit.settings.trouble, err=True)

    def run() -> None:
        with kit.opened, commands.make_context("amparo", arguments, obj=kit) as context:
            commands.invoke(context)

    return exit_code(run)
