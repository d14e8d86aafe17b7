import struct
from pathlib import Path

import pytest

from amparo.core import i18n
from amparo.core.i18n import _, ngettext

SENTENCE = "Nothing is wrong."


def catalogue(path: Path, said: dict[str, str]) -> None:
    """Write sentences as gettext's binary catalogue."""
    entries = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **said}.items())
    texts = [(one.encode(), other.encode()) for one, other in entries]
    start = 28 + 16 * len(texts)
    tables, words = [b"", b""], b""
    for column in (0, 1):
        for pair in texts:
            tables[column] += struct.pack("<II", len(pair[column]), start + len(words))
            words += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    path.parent.mkdir(parents=True)
    path.write_bytes(head + b"".join(tables) + words)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle with a Spanish catalogue of one sentence, and no other."""
    catalogue(tmp_path / "locale/es/amparo.mo", {SENTENCE: "Todo está bien."})
    monkeypatch.setattr(i18n, "resource", tmp_path.joinpath)
    return tmp_path


@pytest.mark.usefixtures("bundle")
def test_a_sentence_is_said_in_the_language_in_use() -> None:
    i18n.use("es")
    assert _(SENTENCE) == "Todo está bien."
    i18n.use("en")
    assert _(SENTENCE) == SENTENCE


@pytest.mark.usefixtures("bundle")
def test_a_sentence_that_nobody_translated_is_english() -> None:
    i18n.use("es")
    assert _("Set the clock.") == "Set the clock."
    assert ngettext("{n} day old", "{n} days old", 2) == "{n} days old"


@pytest.mark.usefixtures("bundle")
@pytest.mark.parametrize("lang", ["fr", "pt", "qu", "", "../es", "es/../es", "ES", "\0"])
def test_a_language_without_a_catalogue_is_english(lang: str) -> None:
    i18n.use("es")
    i18n.use(lang)
    assert _(SENTENCE) == SENTENCE


@pytest.mark.usefixtures("bundle")
def test_only_languages_with_a_catalogue_are_offered() -> None:
    assert i18n.offered() == ("en", "es")


def test_the_bundle_offers_english_first() -> None:
    assert i18n.offered()[0] == "en"
    assert set(i18n.offered()) <= set(i18n.NAMES)
