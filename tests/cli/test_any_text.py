"""TEXT may be anything at all."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Amparo
from tests.library.test_search import ANYTHING

MANY = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MANY
@given(text=ANYTHING)
def test_any_text_is_answered_for_a_program(amparo: Amparo, text: str) -> None:
    code, out, err = amparo("search", "--json", "--", text)
    assert (code, err) == (0, "")
    assert len(json.loads(out)) <= 10


@MANY
@given(text=ANYTHING)
def test_any_text_is_answered_for_a_person(amparo: Amparo, text: str) -> None:
    code, out, err = amparo("search", "--", text)
    assert (code, err) == (0, "")
    assert out, "an answer is never empty"


@MANY
@given(page=st.text(st.characters(), max_size=30))
def test_any_page_name_is_shown_or_told(amparo: Amparo, page: str) -> None:
    code, out, err = amparo("show", "--", page)
    assert "no page called" in err if code else page.startswith("plan")
    assert code == (2 if err else 0)
    assert bool(out) != bool(err)


@pytest.mark.parametrize(
    "text", ["\ud800", "a\udcffb", "\0", "\u202e13 activity", "🙏🏽 " * 500, '"' * 999, "(" * 9999]
)
def test_these_texts_are_answered(amparo: Amparo, text: str) -> None:
    for option in ((), ("--json",)):
        assert amparo("search", *option, "--", text).code == 0
