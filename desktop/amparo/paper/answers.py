"""What is answered by hand with a tick: the signs of a checklist, the choices of a scenario."""

from collections.abc import Iterator, Sequence

from amparo.core.blocks import Signs
from amparo.core.i18n import _
from amparo.core.indicators import Indicator, indicator_words, unrated, weight_words
from amparo.core.scenes import Scene
from amparo.paper.bands import BOX_PT, Band, Column, Rules
from amparo.paper.lines import Line, broken
from amparo.paper.sizes import LABEL, ROW, ROW_LABEL, SMALL, TEXT

_HANG_PT = 8
_BOXES = ("confirmed", "suspected", "no")
_BOX_ROOM_PT = 22  # for a box before the words that it belongs to


def sign_bands(block: Signs, left_pt: float, width_pt: float) -> Iterator[Band]:
    """Rows with boxes, their names in the margin; the words over the boxes stand again on every page."""
    given = {sign: (answer, note) for sign, answer, note in block.answers}
    answers = [broken(word, SMALL, width_pt) for word in (_("Confirmed"), _("Suspected"), _("No"))]
    lefts_pt = [left_pt + width_pt - max(answers[-1][0].width_pt, BOX_PT)]
    for word in reversed(answers[:-1]):
        lefts_pt.insert(0, lefts_pt[0] - word[0].width_pt - _HANG_PT)
    words = (Column(at_pt, word) for at_pt, word in zip(lefts_pt, answers, strict=True))
    head = Band(columns=tuple(words), before_pt=4, keeps_next=True)
    yield head
    for sign in block.signs:
        answer, note = given.get(sign.id, ("", ""))
        name = Column(0, broken(sign.id, ROW, left_pt))
        said = Column(left_pt, _said(sign, note, lefts_pt[0] - left_pt - _HANG_PT))
        yield Band(
            columns=(name, said),
            width_pt=left_pt + width_pt,
            padding_pt=1.5,
            rules=Rules(under=0.4),
            boxes_pt=tuple(lefts_pt),
            ticked_pt=tuple(at_pt for at_pt, box in zip(lefts_pt, _BOXES, strict=True) if box == answer),
            head=head,
        )


def weight_bands(signs: tuple[Indicator, ...], left_pt: float, width_pt: float) -> Iterator[Band]:
    """What each sign points to, a line for each, and what it rests on."""
    for sign in signs:
        pointed = "; ".join(f"{indicator_words(point)}, {weight_words(point)}" for point in sign.points_to)
        words = f"{pointed or unrated()} [{', '.join(sign.sources)}]"
        name, said = broken(sign.id, ROW, left_pt), broken(words, ROW, width_pt)
        yield Band(columns=(Column(0, name), Column(left_pt, said)), before_pt=2)


def scene_bands(scene: Scene, left_pt: float, width_pt: float) -> Iterator[Band]:
    """The situation, the question, and a box before each way to act."""
    yield Band(columns=(Column(left_pt, broken(scene.situation, TEXT, width_pt)),), before_pt=9, divides=True)
    question = broken(scene.question, LABEL, width_pt)
    yield Band(columns=(Column(left_pt, question),), before_pt=6, keeps_next=True)
    choices = tuple(f"{number}. {choice.text}" for number, choice in enumerate(scene.choices, 1))
    yield from ticked(choices, left_pt, width_pt)


def ticked(choices: Sequence[str], left_pt: float, width_pt: float) -> Iterator[Band]:
    """A box before each choice; short ones stand two side by side."""
    half_pt = width_pt / 2
    is_short = all(len(broken(choice, TEXT, half_pt - _BOX_ROOM_PT)) == 1 for choice in choices)
    beside, room_pt = (2, half_pt) if is_short else (1, width_pt)
    for first in range(0, len(choices), beside):
        lefts_pt = [left_pt + place * room_pt for place in range(len(choices[first : first + beside]))]
        columns = (
            Column(at_pt + _BOX_ROOM_PT, broken(choice, TEXT, room_pt - _BOX_ROOM_PT))
            for at_pt, choice in zip(lefts_pt, choices[first:], strict=False)
        )
        is_last = first + beside >= len(choices)
        yield Band(columns=tuple(columns), before_pt=4, keeps_next=not is_last, boxes_pt=tuple(lefts_pt))


def _said(sign: Indicator, note: str, room_pt: float) -> tuple[Line, ...]:
    short = f"{_('Danger')}. {sign.short}" if sign.danger else sign.short
    return (
        *broken(short, ROW_LABEL, room_pt),
        *broken(sign.observation, ROW, room_pt),
        *broken(note, ROW_LABEL, room_pt),
    )
