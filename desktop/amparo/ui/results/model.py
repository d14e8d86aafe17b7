"""The rows of the results: the page that the query names, hits grouped by document, guesses."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal, Slot

from amparo.core.i18n import _, ngettext
from amparo.core.model import Hit, Kind, PageHead, PageId
from amparo.library.search import Answer
from amparo.ui.searching import SearchThread

FIRST_OF_A_DOCUMENT = 3
WHOLE = (Kind.PLAN, Kind.DIRECTORY)
"""Kinds that are one document of many pages, which would fill the list before any other."""


@dataclass(frozen=True, slots=True)
class JumpRow:
    """The page that the query names."""

    page: PageHead


@dataclass(frozen=True, slots=True)
class HitRow:
    """A passage that answers."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class MoreRow:
    """The rest of a document's hits, still folded."""

    document: str
    hits: int


@dataclass(frozen=True, slots=True)
class GuessRow:
    """A query that may have been meant."""

    query: str


Row = JumpRow | HitRow | MoreRow | GuessRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsState:
    """What is shown for the query as it now stands.

    Attributes:
        busy: the answer is not there yet.
        message: what an officer should know of this answer; empty for nothing.
    """

    query: str = ""
    rows: tuple[Row, ...] = ()
    busy: bool = False
    message: str = ""


@dataclass(frozen=True, slots=True)
class _Unfolded:
    query: str = ""
    documents: frozenset[str] = field(default=frozenset())


class ResultsModel(QObject):
    """Asks the search thread, and turns its answers into rows."""

    changed = Signal(object)  # ResultsState
    query_chosen = Signal(str)  # a guess was taken

    def __init__(self, search: SearchThread, lang: str) -> None:
        super().__init__()
        self.state = ResultsState()
        self._search, self._lang = search, lang
        self._answer = Answer()
        self._unfolded = _Unfolded()
        self._listen()

    def use(self, search: SearchThread) -> None:
        """Search another edition from now on; what is being looked for is looked for there."""
        self._search.answered.disconnect(self._show)
        self._search.opened.disconnect(self._begin)
        self._search.failed.disconnect(self._say_why)
        self._search = search
        self._listen()
        if self.state.query.strip():
            self.search(self.state.query)

    def _listen(self) -> None:
        self._search.answered.connect(self._show)
        self._search.opened.connect(self._begin)
        self._search.failed.connect(self._say_why)

    @Slot(str)
    def search(self, query: str) -> None:
        """Look for what is being typed."""
        self._set(replace(self.state, query=query, busy=bool(query.strip())))
        if query.strip() and self._search.is_open:
            self._search.ask(query, self._lang, typing=True)

    def unfold(self, document: str) -> None:
        """Show all hits of a document."""
        documents = self._unfolded.documents if self._unfolded.query == self._answer.query else frozenset()
        self._unfolded = _Unfolded(self._answer.query, documents | {document})
        self._show(self._answer)

    @Slot(bool)
    def _begin(self, _is_damaged: bool) -> None:
        """The index is open: ask what was typed meanwhile."""
        if self.state.busy:
            self.search(self.state.query)

    @Slot(object)
    def _show(self, answer: Answer) -> None:
        self._answer = answer
        unfolded = self._unfolded.documents if self._unfolded.query == answer.query else frozenset[str]()
        rows = rows_of(answer, unfolded)
        self._set(ResultsState(query=answer.query, rows=rows, message=_message(answer)))

    @Slot(object)
    def _say_why(self, _error: Exception) -> None:
        message = _("Search does not work. Start the kit again; reading and printing still work.")
        self._set(replace(self.state, rows=(), busy=False, message=message))

    def _set(self, state: ResultsState) -> None:
        self.state = state
        self.changed.emit(state)


def document_of(page: PageId) -> str:
    """The document that a page is of: plan and directory are one each, every other page is its own."""
    kind, _slash, _name = page.partition("/")
    return kind if kind in WHOLE else page


def rows_of(answer: Answer, unfolded: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    """An answer as rows; of each document the first hits, unless it is the only one or was unfolded."""
    by_document: dict[str, list[Hit]] = defaultdict(list)
    best = {hit.page: hit for hit in reversed(answer.hits)}  # of a page, only its best passage
    for hit in answer.hits:
        if hit is best[hit.page]:
            by_document[document_of(hit.page)].append(hit)
    rows: list[Row] = [JumpRow(answer.jump)] if answer.jump else []
    for document, hits in by_document.items():
        whole = len(by_document) == 1 or document in unfolded or len(hits) == FIRST_OF_A_DOCUMENT + 1
        shown = hits if whole else hits[:FIRST_OF_A_DOCUMENT]
        rows += map(HitRow, shown)
        if len(shown) < len(hits):
            rows.append(MoreRow(document, len(hits) - len(shown)))
    return (*rows, *map(GuessRow, answer.suggestions))


def summary(rows: tuple[Row, ...]) -> str:
    """How much was found, in words."""
    hits = sum(row.hits if isinstance(row, MoreRow) else isinstance(row, HitRow) for row in rows)
    return ngettext("{n} passage", "{n} passages", hits).format(n=hits)


def page_of(row: Row) -> PageId | None:
    """The page that a row opens."""
    match row:
        case JumpRow(page):
            return page.id
        case HitRow(hit):
            return hit.page
    return None


def _message(answer: Answer) -> str:
    if answer.index_is_damaged:
        return _(
            "The search index of this kit is damaged: only names such as “activity 13” are found."
            " Copy the kit again."
        )
    if answer.words_left_out:
        return _("The query is long; only its first words were looked for.")
    return answer.sheet.words if answer.sheet else ""
