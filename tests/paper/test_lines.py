"""Prose in lines."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from amparo.core.blocks import Span, Style
from amparo.paper.fonts import Face, printable
from amparo.paper.lines import Line, Size, broken, shortened

_SIZE = Size(10, 15)
_spans = st.lists(
    st.builds(Span, st.text("ab ÿ\u0303-\u00a0\n", max_size=30), st.sampled_from(Style)), max_size=9
)


def _said(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(said for _, said in line.pieces) for line in lines]


@given(_spans.map(tuple), st.integers(20, 300))
def test_nothing_is_lost_and_no_line_is_too_long(prose: tuple[Span, ...], width_pt: int) -> None:
    lines = broken(prose, _SIZE, width_pt)
    whole = "".join(span.text for span in prose).replace("\n", " ")
    assert "".join(_said(lines)).replace(" ", "") == whole.replace(" ", "")
    assert all(line.width_pt <= width_pt + 1e-6 for line in lines)


def test_a_line_holds_what_fits() -> None:
    word_pt = broken("word", _SIZE, 100)[0].width_pt
    three_pt = broken("word word word", _SIZE, 1000)[0].width_pt
    assert three_pt > 3 * word_pt
    assert _said(broken("word " * 7, _SIZE, three_pt + 0.1)) == ["word word word", "word word word", "word"]
    assert _said(broken("word " * 3, _SIZE, three_pt - 0.1)) == ["word word", "word"]


def test_style_may_change_inside_a_word() -> None:
    (line,) = broken((Span("un"), Span("der", Style.STRONG), Span(" way", Style.STRONG)), _SIZE, 200)
    assert line.pieces == ((Face.REGULAR, "un"), (Face.BOLD, "der way"))


def test_a_no_break_space_holds_its_words_together() -> None:
    assert _said(broken("aaaa 10\u00a0km", _SIZE, 45)) == ["aaaa", "10\u00a0km"]


def test_an_accent_stays_with_its_letter() -> None:
    lines = _said(broken("g\u0303" * 60, _SIZE, 50))
    assert len(lines) > 3
    assert not any(unicodedata.combining(line[0]) for line in lines)


def test_no_words_make_no_line() -> None:
    assert broken(" \n\t ", _SIZE, 100) == ()
    assert broken((), _SIZE, 100) == ()


def test_a_long_title_is_shortened_to_its_room() -> None:
    assert shortened("Comprehensive public policies", _SIZE, 1000) == "Comprehensive public policies"
    short = shortened("Comprehensive public policies", _SIZE, 90)
    assert short == "Comprehensive…"
    assert shortened("", _SIZE, 90) == ""
    assert printable(short, Face.REGULAR) == short
