"""What a person types to go straight to a page: `activity 13`, a state, a telephone number."""

import re
import unicodedata
from collections.abc import Mapping

from amparo.core.model import PageHead

_ITEMS = {
    "activity": "activity", "actividad": "activity", "atividade": "activity", "activite": "activity",
    "mandate": "mandate", "mandato": "mandate", "mandat": "mandate",
    "paragraph": "resolution", "parrafo": "resolution", "paragrafo": "resolution", "paragraphe": "resolution",
}  # fmt: skip
_ARTICLES = ("article", "articulo", "artigo")
_NUMBERED = re.compile(r"([a-z]+)\s*\.?\s*(\d{1,3})")
_ARTICLE_OF_THE_DEFINITION = "3"
_LEAST_DIGITS = 4
"""A telephone number of fewer is the same in many states."""

_NORTH_AMERICAN = 11
"""Digits of a number of the plan that shares the code 1, with that code."""

_TELEPHONE = re.compile(r"[+*#\d\s().,/a-zA-Z\u2010-\u2015-]+")
_OUT_OF_THE_COUNTRY = ("", "00", "011", "0", "01")
"""What people dial before the number itself, and leaflets print with it."""

_WORD = re.compile(r"[^\W_]+")
_EXTENSION = re.compile(r"\s*(ext\.?|anexo)\s*\d+$", re.IGNORECASE)
_SPELLED = re.compile(r"\s*\(([^()]*[A-Za-z][^()]*)\)")


class Jumps:
    """Knows where a query leads of itself."""

    def __init__(self, heads: tuple[PageHead, ...], shortcuts: Mapping[str, str] | None = None) -> None:
        """Look up the pages of one content version.

        Args:
            shortcuts: the ids of pages by what else leads to them, by `name_key` and `number_keys`.
        """
        self._shortcuts = shortcuts or {}
        self._pages: dict[str, PageHead] = {head.id: head for head in heads}
        self._titles = {_folded(head.title): head for head in reversed(heads)}

    def find(self, query: str) -> PageHead | None:
        """The page that this query names; None for a query that only asks."""
        if len(query) > 200:  # no name is as long, and folding 100 KB takes its time
            return None
        folded = _folded(query)
        if named := self._pages.get(query.strip()) or self._titles.get(folded):
            return named
        if (numbered := _NUMBERED.fullmatch(folded)) and (page := _numbered(*numbered.groups())):
            return self._pages.get(page)
        return self._by_shortcut(query)

    def _by_shortcut(self, query: str) -> PageHead | None:
        """The page of a name or a telephone number."""
        for key in (name_key(query), *_typed_numbers(query)):
            if page := self._shortcuts.get(key):
                return self._pages.get(page)
        return None


def name_key(name: str) -> str:
    """A name as a shortcut: no case, accents, dots or hyphens."""
    return f"name:{' '.join(_WORD.findall(_folded(name)))}"


def number_keys(dial: str, from_abroad: str, calling_code: str) -> frozenset[str]:
    """A telephone number as shortcuts: as dialled in its state, from abroad, and as spelled in letters.

    Args:
        from_abroad: empty where it has no such form; a long number is then given the code all the same.
        calling_code: of the state, such as `+1-246`.
    """
    national, code = _bare(_SPELLED.sub("", _EXTENSION.sub("", dial))), _bare(calling_code)
    abroad = _bare(from_abroad)
    if not abroad and national.isdigit() and len(national) >= 7:
        is_whole = code.startswith("1") and national.startswith("1") and len(national) == _NORTH_AMERICAN
        abroad = national if is_whole else code + national.lstrip("0")
    found = {national, abroad, _bare(dial), *map(_bare, _SPELLED.findall(dial))}
    for prefix in (code, "1"):
        if prefix and abroad.startswith(prefix):
            found.add(abroad.removeprefix(prefix))
    return frozenset(f"tel:{number}" for number in found if _is_long(number))


def _numbered(word: str, number: str) -> str:
    if word in _ARTICLES:
        return "plan/definition" if number == _ARTICLE_OF_THE_DEFINITION else ""
    return f"plan/{_ITEMS[word]}/{int(number)}" if word in _ITEMS else ""


def _typed_numbers(query: str) -> list[str]:
    """The shortcuts that a telephone number may mean, as typed here or with what is dialled before it."""
    bare = _bare(query)
    if not _TELEPHONE.fullmatch(query) or not _is_long(bare):
        return []
    return [f"tel:{bare[len(before) :]}" for before in _OUT_OF_THE_COUNTRY if bare.startswith(before)]


def _is_long(bare: str) -> bool:
    return len(bare) >= _LEAST_DIGITS and bare[:1].isdigit()


def _bare(text: str) -> str:
    """Digits and letters alone."""
    return "".join(filter(str.isalnum, _folded(text)))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())
