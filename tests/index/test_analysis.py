import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo_index.analysis import LANGS, LONGEST_WORD, fold, fold_word, stem, stems_asked, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Niño", "nino"),
        ("nin\u0303o", "nino"),  # the same, taken apart
        ("EXPLORAÇÃO", "exploracao"),
        ("g̃", "g"),
        ("œuvre", "oeuvre"),
        ("Łukasz", "lukasz"),
        ("straße", "strasse"),
        ("ﬁchier", "fichier"),  # a ligature, as copied from a PDF
        ("İstanbul", "istanbul"),
    ],
)
def test_folding_leaves_out_case_accents_and_ligatures(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_keep_their_places_and_their_marks() -> None:
    text = "l’enfant g̃uahẽ __, 3 niños\0fin"
    assert [match.group() for match in words(text)] == ["l", "enfant", "g̃uahẽ", "3", "niños", "fin"]
    assert all(text[match.start() : match.end()] == match.group() for match in words(text))


def test_a_word_without_end_is_cut() -> None:
    assert fold_word("a" * 100_000) == "a" * LONGEST_WORD


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "victims", "victim"),
        ("es", "explotaciones", "explotar"),
        ("pt", "explorações", "exploração"),
        ("fr", "exploités", "exploiter"),
    ],
)
def test_inflections_share_a_stem(lang: str, one: str, other: str) -> None:
    assert stem(one, lang) == stem(other, lang)


@pytest.mark.parametrize(
    ("one", "other"),
    [("refer", "referral"), ("occur", "occurrence"), ("organized", "organised"), ("deterrent", "deter")],
)
def test_english_words_that_the_stemmer_parts_share_a_stem(one: str, other: str) -> None:
    assert stem(one, "en") == stem(other, "en")


@pytest.mark.parametrize(("one", "other"), [("organ", "organization"), ("organs", "organizations")])
def test_an_organ_is_no_organization(one: str, other: str) -> None:
    assert stem(one, "en") != stem(other, "en")


def test_only_english_is_mended() -> None:
    assert stem("organizar", "es") == stem("organizado", "es")
    assert stem("narr", "en") == "narr"


@pytest.mark.parametrize(
    ("lang", "bare", "accented"),
    [
        ("es", "explotacion", "explotación"),
        ("pt", "exploracao", "exploração"),
        ("fr", "securite", "sécurité"),
    ],
)
def test_a_noun_typed_without_accents_keeps_its_stem(lang: str, bare: str, accented: str) -> None:
    assert stem(bare, lang) != stem(accented, lang)  # else there is nothing to test
    assert stem(accented, lang) in stems_asked(bare, lang)


def test_other_languages_have_no_stems() -> None:
    assert stem("mba'apo", "gn") == ""
    assert stems_asked("mba'apo", "gn") == frozenset()


@given(st.text(max_size=100), st.sampled_from(LANGS))
def test_stems_are_folded_whatever_the_word(word: str, lang: str) -> None:
    assert stem(word, lang) == fold(stem(word, lang))
