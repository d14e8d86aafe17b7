"""An assessment as blocks, the same for the screen and for paper: reasons, what is missing, the way on."""

from collections import Counter
from collections.abc import Iterator

from amparo.core.blocks import Block, Calls, Heading, Items, Note, Paragraph, Prose, Span, Style, Tone, prose
from amparo.core.contacts import Entry, best_to_call, police_emergency
from amparo.core.i18n import _
from amparo.core.indicators import DIMENSIONS, Indicator
from amparo.screening import words
from amparo.screening.assessment import Assessment, Dimension, Outcome
from amparo.screening.rule import Strength


def assessment_blocks(
    found: Assessment, signs: tuple[Indicator, ...], entry: Entry | None
) -> tuple[Block, ...]:
    """What the answers add up to.

    Args:
        signs: of the checklist, for the names of those that are told.
        entry: the officer's state, for whom to call; None where the content has none.
    """
    return tuple(_blocks(found, {sign.id: sign.short for sign in signs}, entry))


def _blocks(found: Assessment, names: dict[str, str], entry: Entry | None) -> Iterator[Block]:
    yield Heading(_(words.OUTCOMES[found.outcome]))
    if entry is not None and found.outcome in (Outcome.ACT_NOW, Outcome.REFER):
        calls = police_emergency(entry) if found.outcome is Outcome.ACT_NOW else best_to_call(entry)
        yield Calls(calls[:_CALLS])
    yield Items(tuple(map(prose, words.next_steps(found))), numbered=True)
    if found.danger:
        said = ", ".join(f"{sign} {names[sign]}" for sign in found.danger)
        yield Note(prose(_("Confirmed danger: {signs}.").format(signs=said)), Tone.DANGER)
    yield Heading(_("What the answers add up to"))
    told = [dimension for dimension in found.dimensions if dimension.counted]
    for dimension in told:
        yield from _dimension(dimension, names)
    if others := [dimension for dimension in found.dimensions if not dimension.counted]:
        listed = "; ".join(_(DIMENSIONS[dimension.code]) for dimension in others)
        yield Paragraph(prose(_("Nothing confirmed for: {dimensions}.").format(dimensions=listed)))
    if found.pattern:
        yield Note(prose(_(words.PATTERNS[found.pattern])))
    if found.to_establish:
        yield Heading(_("Suspected: to be established"), level=2)
        yield Items(tuple(prose(f"{sign} {names[sign]}") for sign in found.to_establish))
    yield Paragraph(tuple(_ways_on(entry)))
    yield Items(tuple(prose(_(caveat)) for caveat in words.CAVEATS), is_small=True)


_CALLS = 2
"""Numbers that stand beside an outcome; all are in the directory."""


def _ways_on(entry: Entry | None) -> Iterator[Span]:
    """Links to what comes next; on paper, their names."""
    yield Span(_("Go on:"), Style.STRONG)
    pages = [
        (_("whom to call"), entry.page if entry else ""),
        (_("what to tell the person"), "rights/card"),
        (_("what not to do"), "guidance/first-contact"),
        (_("begin a referral"), "form/referral"),
    ]
    for place, (name, page) in enumerate((name, page) for name, page in pages if page):
        yield Span(" · " if place else " ")
        yield Span(name, target=page)


def _dimension(dimension: Dimension, names: dict[str, str]) -> Iterator[Block]:
    state = _("indicated") if dimension.positive else _("not established")
    yield Heading(f"{_(DIMENSIONS[dimension.code])}: {state}", level=2)
    yield Items(tuple(_counted(dimension, place, names) for place in range(len(dimension.counted))))
    if dimension.missing:
        ways = _(" or ").join(map(_way, dimension.missing))
        yield Paragraph(
            prose(_("This dimension is indicated only with, in addition: {ways}.").format(ways=ways))
        )


def _counted(dimension: Dimension, place: int, names: dict[str, str]) -> Prose:
    one = dimension.counted[place]
    behind = "; ".join(f"{sign} {names[sign]}" for sign in one.signs)
    doubt = _(" (weight in doubt, the weaker is used)") if one.is_unconfirmed else ""
    return (
        Span(f"{one.indicator}, {_(words.STRENGTHS[one.strength])}", Style.STRONG),
        Span(f"{doubt}: {behind}"),
    )


def _way(way: tuple[Strength, ...]) -> str:
    counted = Counter(way)
    return " + ".join(f"{number} {_(words.STRENGTHS[strength])}" for strength, number in counted.items())
