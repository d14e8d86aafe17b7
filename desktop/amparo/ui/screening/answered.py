"""An answered checklist for paper: what it adds up to, then every sign with its answer. It says no name."""

from collections.abc import Iterator

from amparo.core.blocks import Block, Heading, Lines, Paragraph, Signs, prose
from amparo.core.contacts import Entry
from amparo.core.i18n import _
from amparo.core.indicators import Indicator
from amparo.screening.answers import Answer
from amparo.ui.screening.sitting import Screening
from amparo.ui.screening.told import assessment_blocks
from amparo.ui.screening.view import AGES


def answered_blocks(
    screening: Screening, signs: tuple[Indicator, ...], entry: Entry | None
) -> tuple[Block, ...]:
    """The screening as it is printed; before an age was chosen, only the signs."""
    return tuple(_blocks(screening, signs, entry))


def _blocks(screening: Screening, signs: tuple[Indicator, ...], entry: Entry | None) -> Iterator[Block]:
    found = screening.assessed(signs)
    if screening.age is not None:
        yield Paragraph(prose(_("Assessed as: {age}").format(age=_(AGES[screening.age]))))
    yield Lines((_("Date and time"), _("Place"), _("Service number")))
    if found is not None:
        yield from assessment_blocks(found, signs, entry)
    yield Heading(_("The answers"))
    shown = screening.shown(signs) or signs
    answers = (
        (sign.id, screening.answers.get(sign.id, Answer.NOT_ASKED), screening.notes.get(sign.id, ""))
        for sign in shown
    )
    yield Signs(shown, tuple(answers))
