"""The words on the screen, on paper and in the terminal: gettext, one language at a time.

Content is translated in its own documents; this is for the program's sentences only.
"""

import gettext

from amparo_resources import resource

ENGLISH = "en"
NAMES = {"en": "English", "es": "Español", "pt": "Português", "fr": "Français"}
"""The kit's languages, each by the name that its speakers read."""

_active = gettext.NullTranslations()
_language = ENGLISH


def offered() -> tuple[str, ...]:
    """The languages whose sentences are here, English (which needs no catalogue) first."""
    return tuple(lang for lang in NAMES if lang == ENGLISH or resource(_catalogue(lang)).is_file())


def use(lang: str) -> None:
    """Speak this language from now on; English where it has no catalogue."""
    global _active, _language
    if lang == ENGLISH or lang not in offered():
        _active, _language = gettext.NullTranslations(), ENGLISH
        return
    with resource(_catalogue(lang)).open("rb") as catalogue:
        _active, _language = gettext.GNUTranslations(catalogue), lang


def badge(lang: str) -> str:
    """The name of a language that is not the one in use, to stand beside a text in it; else nothing."""
    return "" if lang == _language else NAMES.get(lang, lang)


def _(sentence: str) -> str:
    """The sentence in the language in use."""
    return _active.gettext(sentence)


def ngettext(one: str, many: str, n: int) -> str:
    """The sentence for this number, in the language in use."""
    return _active.ngettext(one, many, n)


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a sentence for the catalogue where it is written; `_` translates it where it is shown."""
    return sentence


def _catalogue(lang: str) -> str:
    return f"locale/{lang}/amparo.mo"
