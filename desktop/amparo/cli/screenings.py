"""An assessment in the terminal: JSON for other programs, sentences for people."""

from pathlib import Path
from typing import Any

import click

from amparo.cli.screening_file import no_checklist, read_screening, unknown_signs
from amparo.core.blocks import signs_of
from amparo.core.i18n import _
from amparo.core.indicators import DIMENSIONS
from amparo.core.model import Kind
from amparo.library.store import NoSuchPage, Store
from amparo.screening import words
from amparo.screening.assessment import Assessment, Counted, Dimension, assess


def assessed(store: Store, file: Path) -> Assessment:
    """Assess what a file says.

    Raises: AppError, where the file is no screening of a checklist of this kit.
    """
    said = read_screening(file)
    try:
        page = store.page(said.checklist)
    except NoSuchPage as error:
        raise no_checklist(said.checklist) from error
    if page.kind != Kind.CHECKLIST:
        raise no_checklist(said.checklist)
    signs = signs_of(page.blocks)
    if unknown := [name for name in said.answers if name not in {sign.id for sign in signs}]:
        raise unknown_signs(unknown, said.checklist)
    return assess(signs, said.age, said.answers)


def row(found: Assessment) -> dict[str, Any]:
    """An assessment for another program."""
    return {
        "dimensions": [_dimension(dimension) for dimension in found.dimensions],
        "outcome": found.outcome,
        "pattern": found.pattern,
        "next_steps": words.next_steps(found),
        "danger": found.danger,
        "unscored": found.unscored,
        "to_establish": found.to_establish,
        "caveats": [_(caveat) for caveat in words.CAVEATS],
    }


def echo(found: Assessment) -> None:
    """Print an assessment for a person."""
    click.echo(click.style(_(words.OUTCOMES[found.outcome]), bold=True))
    for step in words.next_steps(found):
        click.echo(f"- {step}")
    for dimension in found.dimensions:
        if dimension.counted:
            state = _("indicated") if dimension.positive else _("not established")
            click.echo(f"\n{_(DIMENSIONS[dimension.code])}: {state}")
            for one in dimension.counted:
                weight, ids = _(words.STRENGTHS[one.strength]), ", ".join(one.signs)
                click.echo(f"    {one.indicator}, {weight} ({ids})")
    if found.pattern:
        click.echo("\n" + _(words.PATTERNS[found.pattern]))
    if found.to_establish:
        click.echo("\n" + _("To establish: {signs}").format(signs=", ".join(found.to_establish)))
    click.echo()
    for caveat in words.CAVEATS:
        click.echo(_(caveat))


def _dimension(dimension: Dimension) -> dict[str, Any]:
    counted = [_counted(one) for one in dimension.counted]
    return {
        "dimension": dimension.code,
        "positive": dimension.positive,
        "deciding": counted if dimension.positive else [],
        "confirmed": counted,
        "missing": dimension.missing,
    }


def _counted(one: Counted) -> dict[str, Any]:
    return {
        "indicator": one.indicator,
        "strength": one.strength,
        "signs": one.signs,
        "weight_in_doubt": one.is_unconfirmed,
    }
