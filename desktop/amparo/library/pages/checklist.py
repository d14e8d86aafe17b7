"""Checklists: signs of immediate danger first, then situation by situation, then what to keep in mind."""

from collections.abc import Iterator
from dataclasses import dataclass

from amparo.core.blocks import Block, Heading, Items, Lines, Paragraph, Signs, Weights, prose
from amparo.core.indicators import Indicator, PointsTo
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import page_of
from amparo_resources import schema

_NOT_RATED = "not rated"


@dataclass(frozen=True, slots=True)
class _Words:
    danger: str = "Danger signs first: act at once"
    more_danger: str = (
        "Also: talk of suicide, a threat with a deadline, a relative held, a vehicle or vessel leaving."
    )
    keep_in_mind: str = "Keep in mind"
    pointed_at: str = "What the signs point to, and how strongly for an adult and a child"
    when: str = "Date and time"
    where: str = "Place"
    who: str = "Service number"
    notes: str = "Notes: what you saw and heard. No names."


_WORDS = {"en": _Words()}
_NOTE_LINES = 2


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the checklist; a passage for each sign, for the intro, and for each remark."""
    document = written.document
    assert isinstance(document, schema.Checklist)
    words = _WORDS.get(written.lang, _WORDS["en"])
    situations = [
        (situation.title, tuple(_indicator(sign, situation.title) for sign in situation.indicators))
        for situation in document.situations
    ]
    blocks = (
        Paragraph(prose(document.intro)),
        Lines((words.when, words.where, words.who)),
        *_signs(situations, words),
        Lines((words.notes,), _NOTE_LINES),
        *_caveats(document, words),
        Heading(words.pointed_at),
        Weights(tuple(sign for _title, signs in situations for sign in signs)),
    )
    signs = tuple(
        Passage(title=sign.short, text=sign.observation)
        for situation in document.situations
        for sign in situation.indicators
    )
    remarks = (document.intro, *(caveat.text for caveat in _caveats_of(document)))
    passages = (*signs, *(Passage(title=document.title, text=remark) for remark in remarks))
    return (page_of(written, blocks, passages),)


def _signs(situations: list[tuple[str, tuple[Indicator, ...]]], words: _Words) -> Iterator[Block]:
    dangers = tuple(sign for _title, signs in situations for sign in signs if sign.danger)
    yield from (Heading(words.danger), Items((prose(words.more_danger),), is_small=True))
    if dangers:
        yield Signs(dangers)
    for title, signs in situations:
        if others := tuple(sign for sign in signs if not sign.danger):
            yield from (Heading(title), Signs(others))


def _caveats(document: schema.Checklist, words: _Words) -> Iterator[Block]:
    if caveats := _caveats_of(document):
        yield from (
            Heading(words.keep_in_mind),
            Items(tuple(prose(_with_keys(caveat)) for caveat in caveats), is_small=True),
        )


def _caveats_of(document: schema.Checklist) -> tuple[schema.Remark, ...]:
    return (*document.caveats, *(caveat for part in document.situations for caveat in part.caveats))


def _with_keys(remark: schema.Remark) -> str:
    return f"{remark.text} [{', '.join(remark.sources)}]" if remark.sources else remark.text


def _indicator(sign: schema.Indicator, situation: str) -> Indicator:
    return Indicator(
        id=sign.id,
        situation=situation,
        short=sign.short,
        observation=sign.observation,
        applies_to=sign.applies_to,
        points_to=tuple(map(_points_to, sign.points_to)),
        danger=sign.danger,
        unscored=sign.unscored,
        sources=sign.sources,
    )


def _points_to(said: schema.PointsTo) -> PointsTo:
    return PointsTo(
        dimension=said.dimension,
        indicator=said.indicator,
        adult=None if said.adult == _NOT_RATED else said.adult,
        child=None if said.child == _NOT_RATED else said.child,
        suggests=said.suggests,
        checked=said.checked,
    )
