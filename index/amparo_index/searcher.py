"""An open index: checked before it is opened, asked in one thread, closed when told to."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Self

from amparo_index import query as queries
from amparo_index.concepts import Concepts
from amparo_index.folder import verify
from amparo_index.model import Answer, Concept, IndexDamaged
from amparo_index.names import Names
from amparo_index.postings import Postings
from amparo_index.search import Search
from amparo_index.spelling import Speller


class Searcher:
    """An open index. It lives in the thread that made it; close it, or use it in a `with`."""

    def __init__(self, folder: Path, *, expected_digest: str, concepts: Sequence[Concept] = ()) -> None:
        """Check every byte of the index, then open it (12 MB: some 20 ms).

        Raises:
            IndexDamaged: it is not the one that was built, or cannot be read.
            IndexOutdated: it is of another schema.
        """
        verify(folder, expected_digest)
        try:
            self._postings = Postings(folder)
        except Exception as error:  # whatever Whoosh makes of files that are ours and still not its own
            raise IndexDamaged(f"{folder}: {error}") from error
        self._concepts = Concepts(concepts)
        self._names = Names(self._postings)
        self._slips: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the files; again is fine."""
        self._postings.close()

    @property
    def count(self) -> int:
        """How many passages there are."""
        return self._postings.count

    def find(
        self,
        query: str,
        *,
        tick: Callable[[], None],
        limit: int = 20,
        typing: bool = False,
        guess: bool = True,
        lang: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> Answer:
        """Find passages by any text at all.

        Args:
            tick: called between terms; raises whatever the caller wants when the answer is no longer wanted.
            limit: of hits.
            typing: the query's last word may be the beginning of one.
            guess: suggest other words where hits are few; some 10 ms, which hits need not wait for.
            lang: whose passages come a little earlier; the others stay.
            kinds: the only ones wanted.

        Raises: OSError, where the medium is gone; and what tick raises.
        """
        asked = queries.read(query, typing=typing)
        if not asked.parts:
            return Answer(words_left_out=asked.words_left_out)
        postings = self._postings
        search = Search(
            postings=postings,
            concepts=self._concepts,
            names=self._names,
            speller=Speller(postings, tick, lang, self._slips),
            asked=asked,
            tick=tick,
            guess=guess,
            lang=lang,
            preferred=postings.documents("lang", lang) if lang else frozenset(),
            wanted=None if kinds is None else postings.documents_of("kind", kinds),
        )
        return search.answer(limit)
