"""Scenarios: all of a document on one page, answers last; and each on a page of its own."""

from amparo.core.blocks import Heading, Items, plain
from amparo.core.scenes import Scene
from tests.library.examples import pages_of


def test_each_scenario_is_a_page_under_its_document() -> None:
    whole, page = pages_of("training")
    assert page.id == "training/example-scenes/the-cousin"
    assert page.parent == whole.id == "training/example-scenes"
    assert (page.title, page.context) == ("The cousin", whole.title)
    assert page.sources == ("PAL-3",)
    (passage,) = page.passages
    assert "answers every question" in passage.text
    assert whole.passages[0].text == "The cousin", "a query should lead to the scenario itself"


def test_a_scenario_asks_before_it_answers() -> None:
    _whole, page = pages_of("training")
    scene, heading, answer = page.blocks
    assert isinstance(scene, Scene)
    assert [choice.right for choice in scene.choices] == [False, True]
    assert heading == Heading("Answer")
    assert isinstance(answer, Items)
    assert [plain(item) for item in answer.items] == [
        "No. She cannot speak freely.",
        "Right. She may then speak freely. [PAL-3]",
    ]


def test_the_answers_of_a_document_come_after_all_questions() -> None:
    whole, _page = pages_of("training")
    told = [block.text if isinstance(block, Heading) else type(block).__name__ for block in whole.blocks]
    assert told == ["1. The cousin", "Scene", "Answers", "1. The cousin", "Items"]


def test_a_passage_does_not_give_the_answer_away() -> None:
    _whole, page = pages_of("training")
    assert "She may then speak freely" not in page.passages[0].text
