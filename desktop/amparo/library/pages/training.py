"""Scenarios: a page for all of a document, and one for each, which the window makes a thing to try."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amparo.core.blocks import Block, Heading, Items, Span, Style
from amparo.core.model import PageId
from amparo.core.scenes import Choice, Scene
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage
from amparo.library.pages.made import page_of, text_of
from amparo_resources import schema


@dataclass(frozen=True, slots=True)
class _Words:
    answer: str = "Answer"
    answers: str = "Answers"
    right: str = "Right."
    wrong: str = "No."


_WORDS = {"en": _Words()}


def pages(written: Written) -> tuple[Draft, ...]:
    """A page for the document, its answers at the end, and a page for each scenario."""
    document = written.document
    assert isinstance(document, schema.Training)
    words = _WORDS.get(written.lang, _WORDS["en"])
    titles = "\n".join(scenario.title for scenario in document.scenarios)
    passage = Passage(title=document.title, text=titles)  # what is asked in them leads to their own pages
    whole = page_of(written, tuple(_whole(document, words)), (passage,))
    return (whole, *(_page(whole, scenario, words) for scenario in document.scenarios))


def _whole(document: schema.Training, words: _Words) -> Iterator[Block]:
    for number, scenario in enumerate(document.scenarios, 1):
        yield from (Heading(f"{number}. {scenario.title}"), _scene(scenario))
    yield Heading(words.answers)
    for number, scenario in enumerate(document.scenarios, 1):
        yield from (Heading(f"{number}. {scenario.title}", level=2), _answer(scenario, words))


def _page(whole: Draft, scenario: schema.Scenario, words: _Words) -> Draft:
    scene = _scene(scenario)
    blocks = (scene, Heading(words.answer), _answer(scenario, words))
    text = "\n".join((scenario.situation, scenario.question, *(choice.text for choice in scenario.choices)))
    return replace(
        whole,
        id=PageId(f"{whole.id}/{scenario.id}"),
        title=scenario.title,
        context=whole.title,
        parent=whole.id,
        text=text_of(blocks),
        sources=scenario.sources or whole.sources,
        blocks=blocks,
        passages=(Passage(title=scenario.title, text=text),),
    )


def _answer(scenario: schema.Scenario, words: _Words) -> Items:
    """Every choice by its number, with whether it is right, why, and what the right one rests on."""
    keys = f" [{', '.join(scenario.sources)}]" if scenario.sources else ""
    return Items(
        tuple(
            (Span(words.right, Style.STRONG), Span(f" {choice.reason}{keys}"))
            if choice.right
            else (Span(words.wrong, Style.STRONG), Span(f" {choice.reason}"))
            for choice in scenario.choices
        ),
        numbered=True,
    )


def _scene(scenario: schema.Scenario) -> Scene:
    return Scene(
        situation=scenario.situation,
        question=scenario.question,
        choices=tuple(
            Choice(text=choice.text, right=choice.right, reason=choice.reason) for choice in scenario.choices
        ),
        sources=scenario.sources,
    )
