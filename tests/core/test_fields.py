"""Fields: the words for who has to fill what match the schema."""

from typing import Any, get_args, get_type_hints

import pytest

from amparo.core.blocks import Fields
from amparo.core.fields import PRIVACY, REQUIRED, required_words
from amparo_resources import schema
from tests.core.examples import field


def test_every_obligation_and_privacy_class_of_the_schema_has_words() -> None:
    hints = get_type_hints(schema.Field)
    assert set(REQUIRED) == set(get_args(hints["required"]))
    assert set(PRIVACY) == set(get_args(hints["privacy"]))


@pytest.mark.parametrize(
    ("said", "words"),
    [({}, "required"), ({"minimum": True}, "needed before sending"), ({"required": "no"}, "may stay empty")],
)
def test_the_least_that_is_needed_is_told_apart(said: dict[str, Any], words: str) -> None:
    assert required_words(field(**said)) == words


def test_what_tells_who_a_person_is_or_stands_apart_is_never_filled_in_a_file_in_clear() -> None:
    plain, secret = field(privacy="P1"), field(privacy="P2")
    assert [one.is_fillable for one in (plain, secret, field("fixed"))] == [True, False, False]
    assert Fields((secret, plain)).is_fillable
    assert not Fields((plain,), apart=True).is_fillable
    assert not Fields((secret,)).is_fillable
