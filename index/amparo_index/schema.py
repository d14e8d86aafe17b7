"""The index's fields. A change here, in `analysis` or in the order of documents needs a new `model.SCHEMA`.

- text: the folded words of title, text and tags, with their places.
- stem: their stems, marked with the language, without places.
- title: words and stems of the title alone; lifts a passage.
- heading: the whole title as one term, where a query can be as long.
- spelling: a folded word with its original, where accents or capitals were lost.
- kind, lang, state: whole values.
- key: stored only.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from amparo_index.analysis import fold_word, stem, words
from amparo_index.model import Entry
from amparo_index.query import MOST_WORDS

_GAP = 100
"""Places between two pieces of one passage, so that no phrase spans them."""

_Words = list[str]


class _Pieces(TEXT):  # type: ignore[misc]  # whoosh is untyped
    """The words of several pieces of text, folded by the caller: Whoosh's analyzers are not used."""

    def index(self, value: Sequence[_Words], **_options: object) -> Iterator[tuple[Any, ...]]:
        """What Whoosh stores for each term: the term, how often, its weight, and its places."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        place = 0
        for piece in value:
            for word in piece:
                places[word].append(place)
                place += 1
            place += _GAP
        for word, found in places.items():
            yield word.encode(), len(found), float(len(found)), self.format.encode(found)


def schema() -> Schema:
    """The fields; to be given when an index is opened, so that its own pickled copy is not used."""
    return Schema(
        text=_Pieces(phrase=True),
        stem=KEYWORD(),
        title=KEYWORD(),
        heading=ID(),
        spelling=KEYWORD(),
        kind=ID(),
        lang=ID(),
        state=ID(),
        key=STORED,
    )


def document(entry: Entry) -> dict[str, object]:
    """A passage as Whoosh takes it. A list is indexed as it is, past any analyzer."""
    pieces = [_words(piece) for piece in (entry.title, entry.text, *entry.tags)]
    title, every = pieces[0], [word for piece in pieces for word in piece]
    return {
        "text": [_folded(piece) for piece in pieces],
        "stem": _stems(every, entry.lang),
        "title": _folded(title) + _stems(title, entry.lang),
        "heading": [heading(title)] if 0 < len(title) <= MOST_WORDS else None,
        "spelling": _spellings(every),
        "kind": [entry.kind],
        "lang": [entry.lang],
        "state": [entry.state] if entry.state else None,
        "key": entry.key,
    }


def heading(title: Sequence[str]) -> str:
    """The words of a title as one term."""
    return " ".join(_folded(title))


def stem_term(found: str, lang: str) -> str:
    """The term that stands for a stem; no word has a colon."""
    return f"{lang}:{found}"


def spelling_prefix(folded: str) -> str:
    """What the spelling terms of a word begin with; the original follows."""
    return f"{folded}:"


def _words(text: str) -> _Words:
    return [match.group() for match in words(text)]


def _folded(found: Sequence[str]) -> _Words:
    return [fold_word(word) for word in found]


def _stems(found: Sequence[str], lang: str) -> _Words:
    return [stem_term(one, lang) for word in found if (one := stem(word, lang))]


def _spellings(found: Sequence[str]) -> _Words:
    originals = {word.lower() for word in found}
    return sorted(spelling_prefix(folded) + word for word in originals if (folded := fold_word(word)) != word)
