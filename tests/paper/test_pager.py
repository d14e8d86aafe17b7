"""Bands on pages: nothing lost, nothing over the edge, no heading alone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from amparo.paper.bands import Band, Column
from amparo.paper.fonts import Face
from amparo.paper.lines import Line, Size
from amparo.paper.pager import Leaf, Pager

_LINE_PT = 10
_PAGE_LINES = 20
_PAGE_PT = _PAGE_LINES * _LINE_PT


def _band(name: str, lines: int, **how: Any) -> Band:
    size = Size(8, _LINE_PT)
    text = tuple(Line(((Face.REGULAR, f"{name}.{number}"),), 50, size) for number in range(lines))
    return Band(columns=(Column(0, text),), **how)


def _names(leaf: Leaf) -> list[str]:
    return [line.pieces[0][1] for placed in leaf for line in placed.band.columns[0].lines]


_KINDS: list[dict[str, Any]] = [
    {},
    {"divides": True},
    {"before_pt": 15},
    {"padding_pt": 6, "before_pt": 7},
]
_bands = st.lists(
    st.tuples(
        st.integers(1, 50),
        st.sampled_from(_KINDS),
        st.booleans(),
    ),
    max_size=25,
).map(
    lambda made: [
        piece
        for number, (lines, how, has_heading) in enumerate(made)
        for piece in [
            *([_band(f"heading{number}", 1, keeps_next=True, before_pt=12)] if has_heading else []),
            _band(f"text{number}", lines, **how),
        ]
    ]
)


@given(_bands)
def test_every_line_is_on_a_page_once_and_in_order(bands: list[Band]) -> None:
    leaves = Pager(_PAGE_PT).fill(bands)
    assert [name for leaf in leaves for name in _names(leaf)] == [
        line.pieces[0][1] for band in bands for line in band.columns[0].lines
    ]


@given(_bands)
def test_nothing_is_over_an_edge_and_no_page_is_empty(bands: list[Band]) -> None:
    leaves = Pager(_PAGE_PT).fill(bands)
    for leaf in leaves:
        foot = 0.0
        for placed in leaf:
            assert placed.down_pt >= foot
            foot = placed.down_pt + placed.band.height_pt
        assert foot <= _PAGE_PT + 0.1
        assert leaf or not bands


@given(_bands)
def test_no_heading_is_the_last_on_its_page(bands: list[Band]) -> None:
    for leaf in Pager(_PAGE_PT).fill(bands):
        assert not _names(leaf) or not _names(leaf)[-1].startswith("heading")


@given(_bands)
def test_what_a_page_can_hold_is_not_divided(bands: list[Band]) -> None:
    leaves = Pager(_PAGE_PT).fill(bands)
    for before, band in zip([None, *bands], bands, strict=False):
        room = _PAGE_PT - (_LINE_PT + band.before_pt if before and before.keeps_next else 0)
        if band.height_pt <= room and not band.divides:
            first = band.columns[0].lines[0].pieces[0][1].split(".")[0]
            held = [leaf for leaf in leaves if any(name.split(".")[0] == first for name in _names(leaf))]
            assert len(held) == 1


def test_a_divided_text_has_two_lines_on_either_side() -> None:
    for above in range(10, 20):
        leaves = Pager(_PAGE_PT).fill([_band("above", above), _band("text", 7, divides=True)])
        parts = [sum(name.startswith("text") for name in _names(leaf)) for leaf in leaves]
        assert 1 not in parts


def test_a_head_is_repeated_where_its_rows_go_on() -> None:
    head = _band("head", 2, keeps_next=True)
    leaves = Pager(_PAGE_PT).fill([head, *(_band(f"row{n}", 5, head=head) for n in range(9))])
    assert [_names(leaf)[0] for leaf in leaves] == ["head.0"] * 3
    assert [len(leaf) for leaf in leaves] == [4, 4, 4]


def test_a_row_longer_than_a_page_goes_on_under_its_head() -> None:
    head = _band("head", 2, keeps_next=True)
    leaves = Pager(_PAGE_PT).fill([head, _band("row", 50, head=head)])
    assert [len(_names(leaf)) for leaf in leaves] == [20, 20, 16]
    assert all(_names(leaf)[0] == "head.0" for leaf in leaves)


def test_nothing_at_all_is_one_page() -> None:
    assert Pager(_PAGE_PT).fill([]) == [[]]


def test_a_sheet_of_its_own_is_never_the_back_of_another() -> None:
    open_, apart, more = _band("open", 3), _band("apart", 2, begins_sheet=True), _band("more", 2)
    leaves = Pager(_PAGE_PT).fill([open_, apart, more])
    assert [bool(leaf) for leaf in leaves] == [True, False, True]
    assert _names(leaves[2]) == ["apart.0", "apart.1", "more.0", "more.1"]


def test_a_sheet_of_its_own_leaves_no_page_empty_where_it_need_not() -> None:
    two_pages = [_band(f"open{number}", 15) for number in range(2)]
    leaves = Pager(_PAGE_PT).fill([*two_pages, _band("apart", 2, begins_sheet=True)])
    assert [bool(leaf) for leaf in leaves] == [True, True, True]
    first = Pager(_PAGE_PT).fill([_band("apart", 2, begins_sheet=True)])
    assert len(first) == 1
