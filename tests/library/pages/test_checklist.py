"""Checklists: danger first, every sign once, the weights apart from the rows to tick."""

from amparo.core.blocks import Block, Heading, Items, Lines, Signs, Weights, plain, signs_of
from tests.library.examples import pages_of

DANGER = ("    points_to: []\n", "    points_to: []\n    danger: true\n")


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text if isinstance(block, Heading) else type(block).__name__ for block in blocks]


def test_a_checklist_shows_its_signs_in_their_situation() -> None:
    (page,) = pages_of("checklist")
    assert kinds(page.blocks) == [
        "Paragraph",
        "Lines",
        "Danger signs first: act at once",
        "Items",
        "The first look",
        "Signs",
        "Lines",
        "Keep in mind",
        "Items",
        "What the signs point to, and how strongly for an adult and a child",
        "Weights",
    ]
    assert [sign.id for sign in signs_of(page.blocks)] == ["B1", "B2"]
    assert [len(sign.points_to) for sign in signs_of(page.blocks)] == [1, 0]
    caveats = page.blocks[8]
    assert isinstance(caveats, Items)
    assert caveats.is_small
    assert plain(caveats.items[-1]) == "One sign is never a finding. [OAS-2551]"
    assert [passage.title for passage in page.passages] == [
        "Somebody else holds the passport",
        "Does not know where to",
        "At the booth",
        "At the booth",
    ]


def test_the_intro_and_every_remark_are_found_by_the_name_of_the_list() -> None:
    (page,) = pages_of("checklist")
    assert [(passage.title, passage.text) for passage in page.passages[2:]] == [
        ("At the booth", "What can be seen in two minutes."),
        ("At the booth", "One sign is never a finding."),
    ]


def test_signs_of_danger_come_before_every_situation() -> None:
    (page,) = pages_of("checklist", DANGER)
    assert kinds(page.blocks)[2:7] == [
        "Danger signs first: act at once",
        "Items",
        "Signs",
        "The first look",
        "Signs",
    ]
    assert [sign.id for sign in signs_of(page.blocks)] == ["B2", "B1"]
    assert [sign.danger for sign in signs_of(page.blocks)] == [True, False]


def test_a_situation_of_nothing_but_danger_is_not_shown_empty() -> None:
    another = ("    sources: [PAL-3]\n", "    danger: true\n    sources: [PAL-3]\n")
    (page,) = pages_of("checklist", DANGER, another)
    assert "The first look" not in kinds(page.blocks)
    assert [sign.id for sign in signs_of(page.blocks)] == ["B1", "B2"]
    assert {sign.situation for sign in signs_of(page.blocks)} == {"The first look"}


def test_the_weights_are_of_all_signs_in_their_own_order() -> None:
    (page,) = pages_of("checklist", DANGER)
    (weights,) = (block for block in page.blocks if isinstance(block, Weights))
    assert [sign.id for sign in weights.signs] == ["B1", "B2"]


def test_there_is_room_to_write_and_none_for_a_name() -> None:
    (page,) = pages_of("checklist")
    lines = [block for block in page.blocks if isinstance(block, Lines)]
    assert [label for block in lines for label in block.labels] == [
        "Date and time",
        "Place",
        "Service number",
        "Notes: what you saw and heard. No names.",
    ]
    assert not any(isinstance(block, Signs) and not block.signs for block in page.blocks)
