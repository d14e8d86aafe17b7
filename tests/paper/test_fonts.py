"""The letters of the paper."""

import pytest

from amparo.core.i18n import NAMES
from amparo.core.states import STATES
from amparo.paper.fonts import Face, measured, missing_letters, printable


def test_no_letter_of_a_name_is_missing() -> None:
    assert missing_letters("Ñandú Çelik-Łukasz Đỗ Guaraní g̃ ỹ") == ""
    assert missing_letters("".join((*STATES.values(), *NAMES.values()))) == ""


def test_no_sign_that_the_paper_sets_by_itself_is_missing() -> None:
    assert missing_letters("•…\ufffd·“”‘’–— \u00a0\u202f\t\n\u00ad") == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [("a → ☐ → b", "→☐"), ("\x00a\x07", "\x00\x07"), ("中😀中", "中😀"), ("\ud800", "\ud800")],
)
def test_missing_letters_are_named_once_and_in_order(text: str, missing: str) -> None:
    assert missing_letters(text) == missing


@pytest.mark.parametrize("face", Face)
def test_what_cannot_be_set_is_shown_as_lost(face: Face) -> None:
    assert printable("a→\tb\u00ad\u00a0c", face) == "a\ufffd b\u00a0c"
    assert measured(printable("→\u2028\x00", face), face, 10) > 10
