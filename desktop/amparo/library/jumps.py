"""What a person types to go straight to a page: `activity 13`, `mandate 9`, `article 3`, a fingerprint."""

import re
import unicodedata

from amparo.core.fingerprint import fingerprint, read_fingerprint
from amparo.core.model import PageHead

_ITEMS = {
    "activity": "activity", "actividad": "activity", "atividade": "activity", "activite": "activity",
    "mandate": "mandate", "mandato": "mandate", "mandat": "mandate",
    "paragraph": "resolution", "parrafo": "resolution", "paragrafo": "resolution", "paragraphe": "resolution",
}  # fmt: skip
_ARTICLES = ("article", "articulo", "artigo")
_NUMBERED = re.compile(r"([a-z]+)\s*\.?\s*(\d{1,3})")
_ARTICLE_OF_THE_DEFINITION = "3"


class Jumps:
    """Knows where a query leads of itself."""

    def __init__(self, heads: tuple[PageHead, ...], version: str) -> None:
        """Look up the pages of one content version."""
        self._pages: dict[str, PageHead] = {head.id: head for head in heads}
        self._titles = {_folded(head.title): head for head in reversed(heads)}
        self._prints = {fingerprint(head.id, version): head for head in heads}

    def find(self, query: str) -> PageHead | None:
        """The page that this query names; None for a query that only asks."""
        if len(query) > 200:  # no name is as long, and folding 100 KB takes its time
            return None
        folded = _folded(query)
        if named := self._pages.get(query.strip()) or self._titles.get(folded):
            return named
        if printed := read_fingerprint(query):
            return self._prints.get(printed)
        if numbered := _NUMBERED.fullmatch(folded):
            return self._pages.get(_numbered(*numbered.groups()))
        return None


def _numbered(word: str, number: str) -> str:
    if word in _ARTICLES:
        return "plan/definition" if number == _ARTICLE_OF_THE_DEFINITION else ""
    return f"plan/{_ITEMS[word]}/{int(number)}" if word in _ITEMS else ""


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())
