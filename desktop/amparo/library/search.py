"""Search as the kit offers it: a jump where the query names a page, hits joined with the library, guesses."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import amparo_index
from amparo.core.i18n import ENGLISH
from amparo.core.model import Excerpt, Hit, PageHead
from amparo.library.jumps import Jumps
from amparo.library.manifest import INDEX, Manifest
from amparo.library.sheets import Sheet, Sheets
from amparo.library.store import Store

HITS = 40
"""As many as anybody reads; more of one document are behind their first three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found.

    Attributes:
        jump: the page that the query names.
        sheet: where a sheet came from, if the query is the fingerprint at its foot.
        suggestions: queries that may have been meant; guesses.
        words_left_out: of a query too long to be asked whole.
        index_is_damaged: only names were looked up, since the index cannot be trusted.
    """

    query: str = ""
    jump: PageHead | None = None
    sheet: Sheet | None = None
    hits: tuple[Hit, ...] = ()
    suggestions: tuple[str, ...] = ()
    words_left_out: int = 0
    index_is_damaged: bool = False


def never_stop() -> None:
    """The tick of a search that nobody interrupts."""


class Search:
    """Asks one built folder of content. It belongs to the thread that made it; opening it reads the index."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Open library and index; a damaged index leaves the jumps.

        Raises: ContentDamaged, where the library cannot be read.
        """
        self._store = Store(folder)
        heads = self._store.heads()
        self._jumps = Jumps(heads, self._store.shortcuts())
        self._sheets = Sheets(heads, self._store.edition.version)
        thesaurus = self._store.terms()
        concepts = tuple(amparo_index.Concept(id=name, terms=thesaurus[name]) for name in thesaurus)
        self._index: amparo_index.Searcher | None = None
        try:
            self._index = amparo_index.Searcher(
                folder / INDEX, expected_digest=manifest.index_digest, concepts=concepts
            )
        except (amparo_index.IndexDamaged, amparo_index.IndexOutdated):
            self._index = None

    @property
    def index_is_damaged(self) -> bool:
        """Whether only names can be looked up."""
        return self._index is None

    def close(self) -> None:
        """Let go of the files."""
        if self._index is not None:
            self._index.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def ask(
        self,
        query: str,
        *,
        lang: str = ENGLISH,
        limit: int = HITS,
        typing: bool = False,
        guess: bool = True,
        tick: Callable[[], None] = never_stop,
    ) -> Answer:
        """Answer any query at all.

        Args:
            lang: the reader's; its passages come a little earlier, the others stay.
            typing: the last word is still being written.
            guess: suggest other queries where hits are few; it costs more than the hits.
            tick: called often; raises where the answer is no longer wanted.
        """
        jump = self._jumps.find(query)
        sheet = None if jump else self._sheets.find(query)
        jump = sheet.page if sheet else jump
        if self._index is None:
            return Answer(query=query, jump=jump, sheet=sheet, index_is_damaged=True)
        found = self._index.find(query, tick=tick, limit=limit, typing=typing, guess=guess, lang=lang)
        return Answer(
            query=query,
            jump=jump,
            sheet=sheet,
            hits=self._join(found.hits, query, typing),
            suggestions=found.suggestions,
            words_left_out=found.words_left_out,
        )

    def _join(self, found: tuple[amparo_index.Hit, ...], query: str, typing: bool) -> tuple[Hit, ...]:
        passages = self._store.passages(hit.key for hit in found)
        return tuple(
            Hit(
                page=passage.page,
                kind=passage.kind,
                lang=passage.lang,
                title=passage.title,
                context=passage.context,
                text=passage.text,
                asked=f'"{hit.term}"' if hit.term else query,
                is_begun=typing and not hit.term,
                source=passage.source,
                as_of=passage.as_of,
                score=hit.score,
                found_by=hit.concept,
            )
            for hit in found
            for passage in (passages[hit.key],)
        )


@lru_cache(256)
def excerpt_of(hit: Hit) -> Excerpt:
    """The part of a hit's passage that answers; some 0.3 ms, so only for hits that are shown."""
    cut = amparo_index.excerpt(hit.text, hit.lang, hit.asked, typing=hit.is_begun)
    return Excerpt(text=cut.text, marks=cut.marks)
