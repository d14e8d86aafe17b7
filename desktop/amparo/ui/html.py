"""Blocks as the rich text that a QTextBrowser draws. No web engine, and nothing is loaded from anywhere."""

from html import escape

from amparo.core.blocks import (
    Block,
    Calls,
    Card,
    Cell,
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
    prose,
)
from amparo.core.cards import CardPart, RightsCard
from amparo.core.fields import PRIVACY, Detail, Field, required_words
from amparo.core.i18n import N_, _
from amparo.core.indicators import Indicator, indicator_words, unrated, weight_words
from amparo.core.scenes import Scene
from amparo.ui.contact_html import ContactWriter
from amparo.ui.theme import tokens
from amparo.ui.theme.tokens import Tokens

_TONES = {
    Tone.EDITORIAL: (N_("Note of the kit"), "accent"),
    Tone.ADVICE: (N_("Advice"), "good"),
    Tone.WARNING: (N_("Warning"), "warning"),
    Tone.DANGER: (N_("Danger"), "danger"),
}
_TAGS = {Style.STRONG: "b", Style.EMPHASIS: "i"}


class Writer:
    """Writes blocks in one look and text size."""

    def __init__(self, look: Tokens, scale: float) -> None:
        self._look, self._scale = look, scale
        self._contacts = ContactWriter(look, self._type, self._link)

    def document(self, blocks: tuple[Block, ...]) -> str:
        """The blocks as one document."""
        return f'<body style="color:{self._look.ink}">{"".join(map(self.block, blocks))}</body>'

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading(text, level):
                size = tokens.SECTION_PT if level == 1 else tokens.TEXT_PT
                return (
                    f'<p style="{self._type(size)} font-weight:bold; margin:18px 0 6px 0">{escape(text)}</p>'
                )
            case Paragraph(text):
                return f'<p style="{self._type()} margin:0 0 8px 0">{self._prose(text)}</p>'
            case Verbatim():
                return self._verbatim(block)
            case Footnote(text):
                style = f"{self._type()} color:{self._look.quiet}; white-space:pre-wrap; margin:8px 0"
                rule = f'<hr style="background-color:{self._look.line}" />'
                return f'{rule}<p style="{style}">{escape(text.strip())}</p>'
            case Items(items, is_numbered, _):
                return self._items(items, is_numbered)
            case Card(items):
                return self._items(items, is_numbered=True)
            case Table(head, rows):
                return self._table(head, rows)
            case Note():
                return self._note(block)
            case Numbers() | Contact() | Calls():
                return self._contacts.block(block)
            case Matrix(columns, rows):
                return self._matrix(columns, rows)
            case Scan():
                return ""
        return self._to_answer(block)

    def _to_answer(self, block: Signs | Weights | Fields | Lines | Scene | RightsCard) -> str:
        """What is ticked or filled in, shown as it will be asked."""
        match block:
            case Signs(signs):  # what is answered has a view of its own on the screen
                return self._signs(signs)
            case Weights(signs):
                return self._weights(signs)
            case Fields():
                return self._fields(block)
            case Scene():
                return self._scene(block)
            case RightsCard():
                return "".join(map(self._card_part, block.parts))
        return ""  # lines to write on are for paper

    def _verbatim(self, block: Verbatim) -> str:
        size = tokens.SECTION_PT if block.role is not VerbatimRole.TEXT else tokens.VERBATIM_PT
        weight = "font-weight:bold;" if block.role is not VerbatimRole.TEXT else ""
        text = escape(block.text.strip())
        marker = f"<b>{escape(block.marker)}</b>" if block.marker else ""
        if marker and block.target:
            marker = self._link(marker, block.target)
        mark = f"<br/>{escape(block.mark)}" if block.mark else ""
        style = f"{self._type(size)} {weight} white-space:pre-wrap; margin:0 0 12px 0; line-height:112%"
        return f'<p style="{style}">{marker}{"  " if marker else ""}{text}{mark}</p>'

    def _items(self, items: tuple[Prose, ...], is_numbered: bool) -> str:
        tag = "ol" if is_numbered else "ul"
        rows = "".join(f'<li style="margin:0 0 4px 0">{self._prose(item)}</li>' for item in items)
        return f'<{tag} style="{self._type()} margin:4px 0 8px 0">{rows}</{tag}>'

    def _table(self, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
        cell = f'style="border:1px solid {self._look.line}; padding:6px"'
        above = _row(head, f'<th align="left" {cell}>', "</th>")
        below = "".join(_row(row, f"<td {cell}>", "</td>") for row in rows)
        style = f"border-collapse:collapse; {self._type()}"
        return f'<table style="{style}" cellspacing="0" width="100%"><thead>{above}</thead>{below}</table>'

    def _matrix(self, columns: tuple[str, ...], rows: tuple[tuple[str, tuple[Cell, ...]], ...]) -> str:
        """A square an item, and how many of how many in words beside them."""
        cell = f'style="border:1px solid {self._look.line}; padding:6px"'
        head = _row(("", *columns), f'<th align="left" {cell}>', "</th>")
        body = "".join(
            f"<tr><th align='left' {cell}>{escape(name)}</th>"
            + "".join(f'<td {cell} valign="top">{self._squares(one)}</td>' for one in cells)
            + "</tr>"
            for name, cells in rows
        )
        return (
            f'<table style="{self._type()}" cellspacing="0" width="100%"><thead>{head}</thead>{body}</table>'
        )

    def _squares(self, cell: Cell) -> str:
        if not cell.of:
            return f'<span style="color:{self._look.quiet}">–</span>'
        grounds = [self._look.accent] * cell.done + [self._look.line] * (cell.of - cell.done)
        squares = " ".join(
            f'<span style="background-color:{ground}">&nbsp;&nbsp;</span>' for ground in grounds
        )
        return f"{squares}<br/>{escape(_('{done} of {all}').format(done=cell.done, all=cell.of))}"

    def _signs(self, signs: tuple[Indicator, ...]) -> str:
        rows = "".join(map(self._sign, signs))
        return f'<table style="{self._type()}" cellspacing="0" width="100%">{rows}</table>'

    def _sign(self, sign: Indicator) -> str:
        line = f"border-bottom:1px solid {self._look.line}; padding:8px 6px"
        danger = f'<b style="color:{self._look.danger}">{escape(_("Danger"))}.</b> ' if sign.danger else ""
        return (
            f'<tr><td width="60" style="{line}; color:{self._look.quiet}">{escape(sign.id)}</td>'
            f'<td style="{line}">{danger}<b>{escape(sign.short)}</b><br/>{escape(sign.observation)}</td></tr>'
        )

    def _weights(self, signs: tuple[Indicator, ...]) -> str:
        rows = tuple(
            (
                sign.id,
                "\n".join(map(indicator_words, sign.points_to)) or unrated(),
                "\n".join(map(weight_words, sign.points_to)),
                ", ".join(sign.sources),
            )
            for sign in signs
        )
        return self._table((_("Sign"), _("ILO indicator"), _("Weight, adult and child"), _("Sources")), rows)

    def _fields(self, block: Fields) -> str:
        head = (_("Field"), _("Why"), _("Privacy"))
        rows = tuple(
            (
                "\n".join((_numbered(field), *map(_asked, field.details))),
                _why(field),
                f"{field.privacy}, {_(PRIVACY[field.privacy])}",
            )
            for field in block.fields
        )
        return self._table(head, rows)

    def _scene(self, scene: Scene) -> str:
        words = f'<p style="{self._type()} margin:0 0 8px 0">{escape(scene.situation)}</p>'
        words += f'<p style="{self._type()} font-weight:bold; margin:0 0 8px 0">{escape(scene.question)}</p>'
        return words + self._items(tuple(prose(choice.text) for choice in scene.choices), is_numbered=True)

    def _card_part(self, part: CardPart) -> str:
        words = self.block(Heading(part.title))
        if part.caution:
            words += self.block(Paragraph((Span(part.caution, Style.STRONG),)))
        if part.tiles:
            words += self.block(Paragraph(prose(" · ".join(part.tiles))))
        if part.rows:
            rows = "".join(self._message(*row) for row in part.rows)
            words += f'<table style="{self._type()}" cellspacing="0" width="100%">{rows}</table>'
        return words

    def _message(self, number: str, words: str, keys: str) -> str:
        cell = "padding:4px 6px"
        rests = f' <span style="color:{self._look.quiet}">[{escape(keys)}]</span>' if keys else ""
        return (
            f'<tr><td width="36" style="{cell}; color:{self._look.quiet}">{escape(number)}</td>'
            f'<td style="{cell}">{escape(words)}{rests}</td></tr>'
        )

    def _note(self, block: Note) -> str:
        name, colour = _TONES[block.tone]
        ink, ground = getattr(self._look, colour), getattr(self._look, f"{colour}_soft")
        words = f'<b style="color:{ink}">{escape(_(name))}.</b> {self._prose(block.text)}'
        if block.sources:
            keys = escape(", ".join(block.sources))
            words += f' <span style="color:{self._look.quiet}">[{keys}]</span>'
        return (
            '<table width="100%" cellspacing="0" cellpadding="10" style="margin:6px 0">'
            f'<tr><td bgcolor="{ground}" style="{self._type()}">{words}</td></tr></table>'
        )

    def _prose(self, prose: Prose) -> str:
        return "".join(map(self._span, prose))

    def _span(self, span: Span) -> str:
        text = escape(span.text)
        if tag := _TAGS.get(span.style):
            text = f"<{tag}>{text}</{tag}>"
        return self._link(text, span.target) if span.target else text

    def _link(self, text: str, target: str) -> str:
        return f'<a href="{escape(target)}" style="color:{self._look.accent}">{text}</a>'

    def _type(self, size_pt: float = tokens.TEXT_PT) -> str:
        return f"font-size:{size_pt * self._scale:.1f}pt;"


def _numbered(field: Field) -> str:
    return f"{field.number}. {_asked(field)}" if field.number else _asked(field)


def _why(field: Field) -> str:
    keys = f" [{', '.join(field.sources)}]" if field.sources else ""
    return f"{field.reason} ({required_words(field)}){keys}"


def _asked(asked: Field | Detail) -> str:
    """What is asked, and the answers that there are to choose from."""
    options = "; ".join(option.label for option in asked.options)
    return f"{asked.label} · {options}" if options else asked.label


def _row(cells: tuple[str, ...], opening: str, closing: str) -> str:
    lines = ("<br/>".join(map(escape, cell.split("\n"))) for cell in cells)
    return f"<tr>{''.join(f'{opening}{line}{closing}' for line in lines)}</tr>"
