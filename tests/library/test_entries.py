"""A document of the directory as values."""

from amparo.core.contacts import Provenance
from amparo.library.documents import Written, read_document
from amparo.library.entries import entries_of, entry_of
from tests.library.examples import DIRECTORY

FILE = "directory/example-rur.yaml"
DECREE = Provenance(title="Decree on numbers", seen_on="2026-10-01")
REPORT = Provenance(title="Report of the ministry")
LEAFLET = Provenance(title="Leaflet", address="https://example.org/leaflet", seen_on="2026-09")


def written(*changes: tuple[str, str]) -> Written:
    text = DIRECTORY
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_document(FILE, text.encode())


def test_an_entry_has_all_that_its_document_says() -> None:
    entry = entry_of(written())
    assert (entry.page, entry.name, entry.alpha2, entry.alpha3) == (
        "directory/example-rur",
        "Ruritania",
        "RU",
        "RUR",
    )
    assert entry.names == (("en", "Ruritania"), ("es", "Ruritania"), ("fr", "Ruritanie"))
    assert (entry.also, entry.calling_code) == (("Kingdom of Ruritania",), "+999")
    assert (entry.official_languages, entry.emergency_in_plan) == (("es", "fr"), ("112", "999"))
    assert entry.roles_not_found == ("victim-services", "consular")
    (treaty,) = entry.treaties
    assert (treaty.name, treaty.status, treaty.year, treaty.date, treaty.signed) == (
        "palermo-protocol",
        "accession",
        2004,
        "2004-02-29",
        "",
    )
    assert [conflict.old_numbers for conflict in entry.conflicts] == [("1552",)]


def test_a_number_for_danger_was_last_seen_by_its_newest_source() -> None:
    (number,) = entry_of(written()).emergency
    assert (number.dial, number.service, number.kind, number.last_seen) == (
        "112",
        "police",
        "emergency",
        "2026-10-01",
    )
    assert number.provenance == (DECREE,)


def test_a_number_of_a_body_rests_on_the_sources_of_the_body() -> None:
    line, unit = entry_of(written()).authorities
    (number,) = line.numbers
    assert number.provenance == line.provenance == (REPORT, LEAFLET)
    assert (number.dial, number.from_abroad, number.hours, number.dialling, number.plan_check) == (
        "0800 555 01",
        "+999 800 555 01",
        "24/7",
        "toll-free",
        "valid",
    )
    assert (line.warning, unit.note, unit.languages) == (
        "Ask for the night desk.",
        "No number was found.",
        ("es",),
    )
    assert line.latest_seen == "2026-09"
    assert unit.latest_seen == ""


def test_a_number_with_sources_of_its_own_rests_on_those() -> None:
    own = "    provenance:\n    - {title: Decree on numbers, seen_on: '2026-10-01'}\n"
    line, _ = entry_of(written(("    provenance: body\n", own))).authorities
    assert line.numbers[0].provenance == (DECREE,)


def test_words_are_in_the_language_asked_for_else_in_english() -> None:
    translated = written(
        ("    en: Ask for the night desk.", "    {en: Ask for the night desk., es: Pida la noche.}")
    )
    entries = entries_of(translated)
    assert list(entries) == ["en", "es"]
    assert [entries[lang].authorities[0].warning for lang in entries] == [
        "Ask for the night desk.",
        "Pida la noche.",
    ]
    assert entries["es"].authorities[1].note == "No number was found."
    assert entry_of(translated, "fr").name == "Ruritanie"
    assert list(entries_of(written())) == ["en"]


def test_an_organisation_goes_by_its_short_name() -> None:
    state = "state:\n  alpha2: RU\n  alpha3: RUR\n  calling_code: '+999'\n  official_languages: [es, fr]\n"
    entry = entry_of(written((state, ""), ("title: Ruritania", "title: RUO")))
    assert (entry.name, entry.alpha3, entry.calling_code) == ("RUO", "", "")
