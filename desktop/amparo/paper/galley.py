"""Blocks set in type: each becomes the bands that a page is made of."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from amparo.core.blocks import (
    Calls,
    Card,
    Contact,
    Fields,
    Footnote,
    Heading,
    Items,
    Lines,
    Matrix,
    Note,
    Numbers,
    Paragraph,
    Prose,
    Scan,
    Signs,
    Span,
    Style,
    Table,
    Tone,
    Verbatim,
    VerbatimRole,
    Weights,
)
from amparo.core.cards import RightsCard
from amparo.core.dates import long_date
from amparo.core.i18n import N_, _, ngettext
from amparo.core.model import Source
from amparo.core.scenes import Scene
from amparo.paper.answers import scene_bands, sign_bands, weight_bands
from amparo.paper.bands import Band, Column, Rules
from amparo.paper.blanks import field_bands, line_bands
from amparo.paper.contacts import call_bands, contact_bands, numbers_bands
from amparo.paper.lines import Line, Size, broken
from amparo.paper.matrix import matrix_bands
from amparo.paper.printout import Form, Printout
from amparo.paper.rights import large_bands, rights_bands
from amparo.paper.scan import scan_bands
from amparo.paper.sizes import (
    FOOTNOTE,
    GUTTER_PT,
    HEADINGS,
    LABEL,
    ROW,
    SMALL,
    SUBTITLE,
    TEXT,
    TITLE,
    VERBATIM,
)
from amparo.paper.tables import table_bands

_UNDER_TITLE_PT = 12
_HANG_PT = 8  # between a number and its text
_ITEM_INDENT_PT = 16
_NOTE_PADDING_PT = 10
_BEFORE_ITEM_PT = {TEXT: (9, 5), ROW: (5, 2)}  # above the first of a list, and above the others
_LISTED = 4  # more sources follow one another in a paragraph: a sheet less, for every copy

_TONES = {
    Tone.EDITORIAL: (N_("Note of the kit"), Rules(side=0.75)),
    Tone.ADVICE: (N_("Advice"), Rules(side=2.5)),
    Tone.WARNING: (N_("Warning"), Rules(box=1)),
    Tone.DANGER: (N_("Danger"), Rules(box=2.5)),
}


class Galley:
    """Sets blocks for a frame of one width."""

    def __init__(self, width_pt: float) -> None:
        self._width_pt = width_pt
        self._text_pt = width_pt - GUTTER_PT

    def bands(self, printout: Printout) -> Iterator[Band]:
        """All of a printout, from its title to its sources."""
        if printout.form is Form.LARGE:
            yield from large_bands(printout, GUTTER_PT, self._text_pt)
            return
        yield from self._title(printout)
        body = chain(self._body(printout), self._sources(printout.sources))
        for first in islice(body, 1):
            yield replace(first, before_pt=max(first.before_pt, _UNDER_TITLE_PT))
        yield from body

    def _body(self, printout: Printout) -> Iterator[Band]:
        blocks = printout.blocks
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            match block:
                case Footnote():
                    yield self._footnote(block, goes_on=isinstance(before, Footnote))
                case Verbatim():
                    yield self._verbatim(block, has_footnote=isinstance(after, Footnote))
                case Signs() | Weights() | Fields() | Lines() | Scene() | RightsCard():
                    yield from self._by_hand(block, printout.rows)
                case _:
                    yield from self._own(block)

    def _title(self, printout: Printout) -> Iterator[Band]:
        # Translators: the date that a text speaks from, such as 27 May 2010
        as_of = _("As of {date}").format(date=long_date(printout.as_of))
        yield self._text(broken(printout.title, TITLE, self._text_pt), keeps_next=True)
        yield self._text(broken(printout.subtitle, SUBTITLE, self._text_pt), before_pt=3, keeps_next=True)
        dated = " · ".join(filter(None, (as_of, printout.status)))
        yield self._text(broken(dated, SMALL, self._text_pt), before_pt=3)

    def _by_hand(
        self, block: Signs | Weights | Fields | Lines | Scene | RightsCard, rows: int
    ) -> Iterator[Band]:
        """What is ticked, filled in, or pointed at."""
        match block:
            case Signs():
                return sign_bands(block, GUTTER_PT, self._text_pt)
            case Weights(signs):
                return weight_bands(signs, GUTTER_PT, self._text_pt)
            case Fields():
                return field_bands(block, rows, GUTTER_PT, self._text_pt)
            case Lines():
                return line_bands(block, GUTTER_PT, self._text_pt)
            case RightsCard():
                return rights_bands(block, GUTTER_PT, self._text_pt)
        return scene_bands(block, GUTTER_PT, self._text_pt)

    def _own(
        self,
        block: Heading | Paragraph | Items | Card | Table | Note | Numbers | Contact | Calls | Matrix | Scan,
    ) -> Iterator[Band]:
        """What the kit says in its own words."""
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._text(self._prose(block.text, TEXT), before_pt=9, divides=True)
            case Items(items, is_numbered, is_small):
                yield from self._items(items, is_numbered, ROW if is_small else TEXT)
            case Card(items):
                yield from self._items(items, True, TEXT)
            case Table():
                yield from table_bands(block, GUTTER_PT, self._text_pt)
            case Note():
                yield self._small_note(block) if block.is_small else self._note(block)
            case Numbers():
                yield from numbers_bands(block, GUTTER_PT, self._text_pt)
            case Contact():
                yield from contact_bands(block, GUTTER_PT, self._text_pt)
            case Calls(calls):
                yield from call_bands(calls, 0, self._width_pt)
            case Matrix():
                yield from matrix_bands(block, GUTTER_PT, self._text_pt)
            case Scan():
                yield from scan_bands(block, GUTTER_PT)

    def _heading(self, block: Heading) -> Band:
        level = min(max(block.level, 1), len(HEADINGS)) - 1
        lines = broken(block.text, HEADINGS[level], self._text_pt)
        heading = self._text(lines, before_pt=(15, 12, 10)[level], keeps_next=True)
        return replace(heading, begins_sheet=block.begins_sheet)

    def _verbatim(self, block: Verbatim, has_footnote: bool) -> Band:
        size, is_text = VERBATIM[block.role], block.role is VerbatimRole.TEXT
        parts = [broken(line, size, self._text_pt) for line in (*block.text.splitlines(), block.mark)]
        return self._hanging(
            block.marker,
            tuple(chain.from_iterable(parts)),
            replace(size, is_bold=True),
            before_pt=16 if block.role is VerbatimRole.HEADING else 11,
            keeps_next=not is_text or (has_footnote and bool(block.mark)),
        )

    def _footnote(self, block: Footnote, goes_on: bool) -> Band:
        text = self._text(broken(block.text, FOOTNOTE, self._text_pt), before_pt=6 if goes_on else 14)
        return text if goes_on else replace(text, rules=Rules(over=0.5, over_length=0.3), padding_pt=5)

    def _items(self, items: tuple[Prose, ...], is_numbered: bool, size: Size) -> Iterator[Band]:
        markers = [f"{number}." if is_numbered else "•" for number in range(1, len(items) + 1)]
        widest = max((_width_pt(broken(marker, size, self._text_pt)) for marker in markers), default=0)
        indent_pt = max(_ITEM_INDENT_PT, widest + _HANG_PT)
        for number, (marker, item) in enumerate(zip(markers, items, strict=True)):
            columns = (
                Column(GUTTER_PT, broken(marker, size, indent_pt)),
                Column(GUTTER_PT + indent_pt, self._prose(item, size, indent_pt)),
            )
            yield Band(columns=columns, before_pt=_BEFORE_ITEM_PT[size][bool(number)])

    def _note(self, note: Note) -> Band:
        label, rules = _TONES[note.tone]
        inset_pt = 2 * _NOTE_PADDING_PT
        lines = (
            *broken(_(label), LABEL, self._text_pt - inset_pt),
            *self._prose(note.text, TEXT, inset_pt, before_pt=2),
            *broken(_resting_on(note.sources), SMALL, self._text_pt - inset_pt, before_pt=3),
        )
        return Band(
            columns=(Column(GUTTER_PT + _NOTE_PADDING_PT, lines),),
            left_pt=GUTTER_PT,
            width_pt=self._text_pt,
            before_pt=11,
            padding_pt=_NOTE_PADDING_PT * 0.8 if rules.box else 2,
            rules=rules,
        )

    def _small_note(self, note: Note) -> Band:
        """Its name, its words and its keys in one paragraph, which stays with what comes after it."""
        label, rules = _TONES[note.tone]
        keys = f" [{', '.join(note.sources)}]" if note.sources else ""
        said = (Span(f"{_(label)}.", Style.STRONG), Span(" "), *note.text, Span(keys))
        return Band(
            columns=(Column(GUTTER_PT + _NOTE_PADDING_PT, self._prose(said, ROW, 2 * _NOTE_PADDING_PT)),),
            left_pt=GUTTER_PT,
            width_pt=self._text_pt,
            before_pt=6,
            padding_pt=3 if rules.box else 0,
            rules=rules,
            keeps_next=True,
        )

    def _sources(self, sources: tuple[Source, ...]) -> Iterator[Band]:
        if not sources:
            return
        heading = broken(_("Sources"), HEADINGS[1], self._text_pt)
        yield self._text(heading, before_pt=12, keeps_next=True)
        if len(sources) > _LISTED:
            spans = (span for source in sources for span in (*_cited(source), Span("  ")))
            yield self._text(self._prose(tuple(spans), ROW), before_pt=4, divides=True)
            return
        for source in sources:
            yield self._text(self._prose(_cited(source), SMALL), before_pt=4)

    def _prose(self, said: Prose, size: Size, inset_pt: float = 0, before_pt: float = 0) -> tuple[Line, ...]:
        return broken(_with_addresses(said), size, self._text_pt - inset_pt, before_pt)

    def _text(
        self,
        lines: tuple[Line, ...],
        *,
        before_pt: float = 0,
        keeps_next: bool = False,
        divides: bool = False,
    ) -> Band:
        return Band(
            columns=(Column(GUTTER_PT, lines),),
            left_pt=GUTTER_PT,
            width_pt=self._text_pt,
            before_pt=before_pt if lines else 0,
            keeps_next=keeps_next,
            divides=divides,
        )

    def _hanging(
        self, marker: str, lines: tuple[Line, ...], size: Size, *, before_pt: float, keeps_next: bool
    ) -> Band:
        """Lines with a marker in the margin, or above them where it is too long for the margin."""
        hung = broken(marker, size, GUTTER_PT - _HANG_PT)
        text = self._text(lines, before_pt=before_pt, keeps_next=keeps_next)
        if len(hung) < 2:
            return replace(
                text, columns=(Column(GUTTER_PT - _HANG_PT, hung, is_flush_right=True), *text.columns)
            )
        return replace(text, columns=(Column(GUTTER_PT, broken(marker, size, self._text_pt) + lines),))


def _with_addresses(said: Prose) -> Prose:
    """Prose whose web addresses can be read: paper has no links."""
    spans: list[Span] = []
    for span in said:
        spans.append(span)
        if span.target.startswith(("https://", "http://")) and span.target not in span.text:
            spans.append(Span(f" ({span.target})"))
    return tuple(spans)


def _resting_on(sources: tuple[str, ...]) -> str:
    if not sources:
        return ""
    return ngettext("Source: {keys}", "Sources: {keys}", len(sources)).format(keys=", ".join(sources))


def _cited(source: Source) -> Prose:
    where = ", ".join(filter(None, (source.publisher, source.year)))
    told = ". ".join(filter(None, (source.title.removesuffix("."), where)))
    read = f" ({source.read})" if source.read else ""
    return (Span(f"{source.key}\u00a0 ", Style.STRONG), Span(f"{told}{read}."))


def _width_pt(lines: tuple[Line, ...]) -> float:
    return max((line.width_pt for line in lines), default=0)
