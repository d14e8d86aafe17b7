import pytest

from amparo_index.small_words import is_small


@pytest.mark.parametrize(
    "question", ["what do I do if", "can't I", "¿Cómo le digo que", "o que faço com", "que dois-je faire"]
)
def test_what_holds_a_question_together_is_small(question: str) -> None:
    assert all(map(is_small, question.replace("'", " ").replace("-", " ").strip("¿").split()))


@pytest.mark.parametrize("word", ["mine", "son", "car", "off", "alone", "dos", "trata", "who1", ""])
def test_a_word_that_means_something_in_any_language_is_not(word: str) -> None:
    assert not is_small(word)


def test_three_capitals_are_a_name() -> None:
    assert is_small("who")
    assert is_small("Can")
    assert not is_small("WHO")
    assert not is_small("CAN")
