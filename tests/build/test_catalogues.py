"""The program's sentences in its other languages: whole and current; and a fault in them is found."""

import ast
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir

from amparo.core import i18n
from amparo.core.dates import age, long_date
from amparo.core.i18n import _, ngettext
from amparo_build import catalogues

PRINT = ('msgid "Print"', 'msgstr "Imprimir"')


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use(i18n.ENGLISH)


@pytest.fixture(scope="module", autouse=True)
def _the_code_is_read_once() -> Iterator[None]:
    """No test changes it; each puts what it says together anew."""
    found: list[Any] = []

    def read_once(*where: Any, **how: Any) -> Iterator[Any]:
        if not found:
            found.extend(extract_from_dir(*where, **how))
        return iter(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "extract_from_dir", read_once)
        yield


@pytest.fixture
def spoilable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the catalogues that a test may spoil."""
    copy = tmp_path / "locale"
    shutil.copytree(catalogues.LOCALES, copy)
    monkeypatch.setattr(catalogues, "LOCALES", copy)
    return copy


@pytest.fixture
def already(spoilable: Path) -> frozenset[str]:
    """What is wrong before a test spoils anything: a new sentence should fail one test, not all of these."""
    return frozenset(catalogues.faults())


def change(catalogue: Path, before: str, after: str) -> None:
    """Put other words into a catalogue, and compile it, so that nothing but the words is wrong."""
    text = catalogue.read_text(encoding="utf-8")
    assert text.count(before) == 1
    catalogue.write_text(text.replace(before, after), encoding="utf-8")
    compiled = catalogues.compiled(catalogues.read(catalogue.parent.name))
    catalogue.with_suffix(".mo").write_bytes(compiled)


def said() -> Iterator[str]:
    """Every sentence that the code marks, as Python itself reads the code."""
    for module in catalogues.SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                wanted = {"_": 1, "N_": 1, "ngettext": 2}.get(name, 0)
                for sentence in node.args[:wanted]:
                    if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
                        yield sentence.value


def test_the_catalogues_are_complete_and_current() -> None:
    assert sorted(catalogues.faults()) == []


def test_every_language_is_offered() -> None:
    assert i18n.offered() == ("en", "es", "pt", "fr")


def test_no_sentence_is_out_of_reach_of_the_gathering() -> None:
    gathered: set[str] = set()
    for message in catalogues.gathered():
        gathered |= {message.id} if isinstance(message.id, str) else set(message.id)
    assert set(said()) - gathered == set()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "es",
            (
                "Plan de Trabajo",
                "Lista de verificación",
                "Tarjeta de derechos",
                "¿Qué necesita?",
                "Marcadores",
            ),
        ),
        (
            "pt",
            (
                "Plano de Trabalho",
                "Lista de verificação",
                "Cartão de direitos",
                "Do que você precisa?",
                "Marcadores",
            ),
        ),
        (
            "fr",
            (
                "Plan de travail",
                "Liste de contrôle",
                "Carte des droits",
                "De quoi avez-vous besoin\u202f?",
                "Signets",
            ),
        ),
    ],
)
def test_the_words_of_the_field_and_of_the_window(lang: str, words: tuple[str, ...]) -> None:
    i18n.use(lang)
    english = ("Work Plan", "Checklist", "Rights card", "What do you need?", "Bookmarks")
    assert tuple(map(_, english)) == words


@pytest.mark.parametrize("lang", catalogues.LANGUAGES)
def test_a_whole_sentence_is_translated(lang: str) -> None:
    sentence = "The content of this kit is damaged or incomplete, so it cannot be shown."
    i18n.use(lang)
    assert _(sentence) not in ("", sentence)


@pytest.mark.parametrize("lang", catalogues.LANGUAGES)
def test_nobody_is_shouted_at(lang: str) -> None:
    assert not [message.id for message in catalogues.read(lang) if message.id and "!" in str(message.string)]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("es", "3 de noviembre de 2026"), ("pt", "3 de novembro de 2026"), ("fr", "3 novembre 2026")],
)
def test_a_date_in_words(lang: str, words: str) -> None:
    i18n.use(lang)
    assert long_date(date(2026, 11, 3)) == words


@pytest.mark.parametrize("lang", catalogues.LANGUAGES)
def test_every_month_has_its_own_name_in_small_letters(lang: str) -> None:
    i18n.use(lang)
    months = {long_date(date(2026, month, 2)) for month in range(1, 13)}
    assert len(months) == 12
    assert all(words == words.lower() for words in months)


@pytest.mark.parametrize(
    ("lang", "one", "two", "years"),
    [
        ("es", "1 pasaje", "2 pasajes", "hace 16 años"),
        ("pt", "1 trecho", "2 trechos", "há 16 anos"),
        ("fr", "1 passage", "2 passages", "il y a 16 ans"),
    ],
)
def test_one_and_many(lang: str, one: str, two: str, years: str) -> None:
    i18n.use(lang)
    passages = [ngettext("{n} passage", "{n} passages", n).format(n=n) for n in (1, 2)]
    assert passages == [one, two]
    assert age(date(2010, 5, 27), date(2026, 11, 3)) == years


def test_a_missing_translation_is_found(spoilable: Path, already: frozenset[str]) -> None:
    change(spoilable / "es/amparo.po", "\n".join(PRINT), f'{PRINT[0]}\nmsgstr ""')
    assert set(catalogues.faults()) - already == {"es: not translated: Print"}


def test_a_missing_plural_is_found(spoilable: Path, already: frozenset[str]) -> None:
    change(spoilable / "fr/amparo.po", 'msgstr[1] "{n} passages"', 'msgstr[1] ""')
    assert set(catalogues.faults()) - already == {"fr: not translated: {n} passage"}


def test_another_field_is_found(spoilable: Path, already: frozenset[str]) -> None:
    change(spoilable / "pt/amparo.po", "Papel {name}", "Papel {nome}")
    assert set(catalogues.faults()) - already == {"pt: other fields in braces: Paper {name}"}


def test_a_doubtful_translation_is_found(spoilable: Path, already: frozenset[str]) -> None:
    change(spoilable / "es/amparo.po", "\n".join(PRINT), "#, fuzzy\n" + "\n".join(PRINT))
    assert set(catalogues.faults()) - already == {"es: marked as doubtful: Print"}


def test_a_sentence_that_is_not_gathered_is_found(spoilable: Path, already: frozenset[str]) -> None:
    change(spoilable / "pt/amparo.po", PRINT[0], 'msgid "Print it"')
    assert set(catalogues.faults()) - already == {
        "pt: no longer said: Print it",
        "pt: not gathered yet: Print",
    }


def test_a_catalogue_that_was_not_compiled_is_found(spoilable: Path, already: frozenset[str]) -> None:
    catalogue = spoilable / "fr/amparo.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace('msgstr "Signets"', 'msgstr "Marque-pages"'), encoding="utf-8")
    (spoilable / "es/amparo.mo").unlink()
    assert set(catalogues.faults()) - already == {
        "es: amparo.mo is not compiled from the catalogue as it stands",
        "fr: amparo.mo is not compiled from the catalogue as it stands",
    }


def test_the_check_says_what_is_wrong(spoilable: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (spoilable / "es/amparo.mo").unlink()
    assert catalogues.main(["check"]) == 1
    assert "es: amparo.mo is not compiled from the catalogue as it stands\n" in capsys.readouterr().err


def test_the_check_says_nothing_where_nothing_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogues, "faults", lambda: iter(()))
    assert catalogues.main(["check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_an_update_changes_nothing_in_what_is_current(spoilable: Path) -> None:
    catalogues.update()
    before = {path: path.read_bytes() for path in spoilable.rglob("amparo.?o")}
    catalogues.update()
    assert {path: path.read_bytes() for path in spoilable.rglob("amparo.?o")} == before


def test_an_update_gathers_what_is_new_and_compiles_it(spoilable: Path, already: frozenset[str]) -> None:
    change(spoilable / "pt/amparo.po", PRINT[0], 'msgid "Print it"')
    catalogues.update()
    assert set(catalogues.faults()) - already == {"pt: not translated: Print"}
