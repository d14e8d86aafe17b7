"""Words as the index sees them: folded, and stemmed in the language of the passage."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from unicodedata import combining, normalize

LANGS = ("en", "es", "pt", "fr")

LONGEST_WORD = 64
"""Letters of a word that count; the rest of it is neither indexed nor asked."""

# Combining marks belong to the letter before them: Guaraní g̃ has no other form.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")

# Letters that Unicode does not take apart, though people leave their strokes out.
_STROKES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ı": "i"})

# Spelled with s there is no "organ" in "organization"; and the two spellings share a stem.
_IZE = re.compile(r"iz(?=(?:e[drs]?|ers|ing|able|ations?)$)")
_SHORT = 4
"""Letters of an English stem that may well end in two r: "err", "purr"."""

# Endings by which the stemmers know a noun, and which are often typed without their accents.
_ACCENTED = {
    "es": (("cion", "ción"), ("sion", "sión")),
    "pt": (("cao", "ção"), ("coes", "ções"), ("sao", "são"), ("soes", "sões")),
    "fr": (("ite", "ité"), ("ites", "ités")),
}


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of any text, each with its place in it."""
    return _WORD.finditer(text)


def fold(text: str) -> str:
    """The text without case, accents and ligatures: all that a hurried writer leaves out."""
    if text.isascii():
        return text.lower()
    bare = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return bare.casefold().translate(_STROKES)


def fold_word(word: str) -> str:
    """The form under which a word is indexed."""
    return fold(word[:LONGEST_WORD])


@lru_cache(maxsize=32_768)  # the vocabulary of the kit; a stemmer needs 10 to 40 µs a word
def stem(word: str, lang: str) -> str:
    """The word's stem, folded; empty in a language without a stemmer.

    Give the word with its accents: the Spanish, Portuguese and French stemmers read them.
    """
    if lang not in LANGS:
        return ""
    written = normalize("NFC", word[:LONGEST_WORD]).lower()
    if lang == "en":
        return fold(_one_r(_stemmer(lang)(_IZE.sub("is", written))))
    return fold(_stemmer(lang)(written))


def _one_r(stemmed: str) -> str:
    """The stem of "referral" as that of "refer", which the stemmer leaves with one r."""
    return stemmed[:-1] if stemmed.endswith("rr") and len(stemmed) > _SHORT else stemmed


def stems_asked(word: str, lang: str) -> frozenset[str]:
    """The stems that a word of a query may mean in a language: as typed, and with the accents it may lack."""
    stems = {stem(word, lang)}
    for bare, accented in _ACCENTED.get(lang, ()):
        if word.isascii() and word.lower().endswith(bare):
            stems.add(stem(word.lower().removesuffix(bare) + accented, lang))
    return frozenset(stems - {""})


@cache
def _stemmer(lang: str) -> Callable[[str], str]:
    # Whoosh takes long to import, and whoever only folds a word does not need it.
    from whoosh.lang import stemmer_for_language

    stemmer: Callable[[str], str] = stemmer_for_language(lang)
    return stemmer
