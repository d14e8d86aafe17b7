"""How easily a text is read: Flesch's formula of 1948, with syllables counted by rule.

206.8 - 1.015 x words a sentence - 84.6 x syllables a word. Plain English has 60 to 70; law has 20.
"""

import re

PLAIN = 60.0

_KEYS = re.compile(r"\s*\[[A-Z0-9][A-Z0-9, -]*\]")
_SENTENCE = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SILENT = re.compile(r"[^le]e$|[^aeiouytd]ed$|[^aeiouyscghxz]es$")
_VOWELS = re.compile(r"[aeiouyáéíóúâêôãõü]+")


def sentences(text: str) -> list[list[str]]:
    """The words by sentences; an item of a list is one, keys of sources are none."""
    parts = map(_WORD.findall, _SENTENCE.split(_KEYS.sub("", text)))
    return [words for words in parts if words]


def reading_ease(text: str) -> float:
    """Of any text with a word in it: the higher, the easier."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    return 206.835 - 1.015 * len(words) / len(parts) - 84.6 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """Groups of vowels, but for the e of an ending that is not heard."""
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    return max(count - bool(_SILENT.search(lower)), 1)
