from amparo.core.blocks import Heading, Items, plain
from tests.library.examples import pages_of


def test_a_card_numbers_its_messages() -> None:
    (page,) = pages_of("rights")
    messages, heading, answers = page.blocks
    assert isinstance(messages, Items)
    assert messages.numbered
    assert heading == Heading("Answers")
    assert isinstance(answers, Items)
    assert [plain(answer) for answer in answers.items] == ["I understand", "I do not understand"]
