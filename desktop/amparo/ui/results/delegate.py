"""How a row of the results is drawn: title, excerpt with its marks, and where it is from."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from amparo.core.dates import long_date
from amparo.core.i18n import _, badge, ngettext
from amparo.core.kinds import KIND_NAMES, author
from amparo.core.model import Hit, Kind
from amparo.library.search import excerpt_of
from amparo.ui.results.model import WHOLE, HitRow, JumpRow, MoreRow, Row
from amparo.ui.theme.theme import Theme

ROW = Qt.ItemDataRole.UserRole
_PADDING = 10.0
_EXCERPT_LETTERS = 225
"""Heights are reckoned from letters, not measured: a list asks for those of all of its rows. The letters of
prose are a little narrower than the average of the face, which makes up for lines broken between words."""


class RowDelegate(QStyledItemDelegate):
    """Draws rows; heights are reckoned from lengths, so that only the rows on view are laid out."""

    def __init__(self, theme: Theme, rows: QWidget) -> None:
        super().__init__(rows)
        self._theme, self._list = theme, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of its lines: for a hit those of title, excerpt and source."""
        metrics = QFontMetricsF(option.font)
        # of the list, and not of the option: that changes when the scroll bar comes, and heights with it
        width = max(1.0, self._list.width() - 6 * _PADDING)
        row: Row = index.data(ROW)
        letters = (
            (len(row.hit.title), _EXCERPT_LETTERS, len(facts(row.hit))) if isinstance(row, HitRow) else (1,)
        )
        lines = sum(-(-metrics.averageCharWidth() * count // width) for count in letters)
        return QSize(round(width), round(lines * metrics.lineSpacing() + 2.5 * _PADDING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row as a card; the chosen one in the accent."""
        look = self._theme.tokens
        state = QStyle.StateFlag
        chosen = bool(option.state & state.State_Selected)
        card = QRectF(option.rect).adjusted(1, 3, -1, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent if chosen else look.line), 2 if chosen else 1))
        painter.setBrush(QColor(look.accent_soft if chosen else look.surface))
        painter.drawRoundedRect(card, 8, 8)
        painter.setClipRect(card)
        painter.translate(card.topLeft() + QPointF(_PADDING, _PADDING / 2))
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        document.setTextWidth(card.width() - 2 * _PADDING)
        document.setHtml(self._html(index.data(ROW)))
        document.drawContents(painter)
        painter.restore()

    def _html(self, row: Row) -> str:
        look = self._theme.tokens
        match row:
            case HitRow(hit):
                lines = (f"<b>{escape(hit.title)}</b>", _marked(hit, look.accent), escape(facts(hit)))
                words = f'{lines[0]}<br/>{lines[1]}<br/><span style="color:{look.quiet}">{lines[2]}</span>'
            case _:
                strong = not isinstance(row, MoreRow)
                words = (
                    f'<b style="color:{look.accent}">{escape(spoken(row))}</b>'
                    if strong
                    else escape(spoken(row))
                )
        return f'<body style="color:{look.ink}">{words}</body>'


def spoken(row: Row) -> str:
    """A row as a screen reader says it."""
    match row:
        case HitRow(hit):
            return f"{hit.title}. {excerpt_of(hit).text} {facts(hit)}"
        case JumpRow(page):
            return _("Go to {page}").format(page=page.full_title)
        case MoreRow(document, hits):
            return f"{_(KIND_NAMES[Kind(document)])} · {more(hits)}" if document in WHOLE else more(hits)
    return _("A guess: {query}").format(query=row.query)


def more(hits: int) -> str:
    """The words of a folded row."""
    return ngettext("{n} more passage in this document", "{n} more passages in this document", hits).format(
        n=hits
    )


def facts(hit: Hit) -> str:
    """Kind, place, source, date, and how it was found."""
    parts = [_(KIND_NAMES[hit.kind]), hit.context, author(hit.kind, hit.source), long_date(hit.as_of)]
    if hit.found_by:
        parts.append(_("found through the concept “{concept}”").format(concept=hit.found_by))
    parts.append(badge(hit.lang))
    return " · ".join(filter(None, parts))


def _marked(hit: Hit, accent: str) -> str:
    cut, at, pieces = excerpt_of(hit), 0, []
    text = cut.text
    for start, end in cut.marks:
        pieces += [escape(text[at:start]), f'<b style="color:{accent}">{escape(text[start:end])}</b>']
        at = end
    return "".join((*pieces, escape(text[at:])))
