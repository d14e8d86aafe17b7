"""What a person types to go straight to a page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.model import Kind, PageHead, PageId
from amparo.library.jumps import Jumps, name_key, number_keys
from amparo.library.store import Store

TO_ITSELF = [
    "plan",
    "plan/activity/13",
    "plan/mandate/9",
    "plan/resolution/5",
    "plan/definition",
    "plan/protection",
]


def head(page: str, title: str) -> PageHead:
    return PageHead(id=PageId(page), kind=Kind.PLAN, lang="en", title=title, subject="", parent=None)


@pytest.fixture(scope="module")
def jumps(content: Path) -> Jumps:
    with Store(content) as store:
        return Jumps(store.heads())


def found(jumps: Jumps, query: str) -> str | None:
    page = jumps.find(query)
    return page.id if page else None


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("activity 13", "plan/activity/13"),
        ("Activity 13", "plan/activity/13"),
        ("  ACTIVITY   13 ", "plan/activity/13"),
        ("activity13", "plan/activity/13"),
        ("activity. 13", "plan/activity/13"),
        ("activity 013", "plan/activity/13"),
        ("Actividad 13", "plan/activity/13"),
        ("atividade 13", "plan/activity/13"),
        ("activité 13", "plan/activity/13"),
        ("ACTIVITÉ 1", "plan/activity/1"),
        ("activity 52", "plan/activity/52"),
        ("mandate 9", "plan/mandate/9"),
        ("mandato 10", "plan/mandate/10"),
        ("mandat 1", "plan/mandate/1"),
        ("paragraph 5", "plan/resolution/5"),
        ("párrafo 5", "plan/resolution/5"),
        ("parágrafo 5", "plan/resolution/5"),
        ("paragraphe 5", "plan/resolution/5"),
        ("article 3", "plan/definition"),
        ("artículo 3", "plan/definition"),
        ("artigo 3", "plan/definition"),
        ("protection", "plan/protection"),
        ("activity １３", "plan/activity/13"),
    ],
)
def test_a_query_that_names_a_page_leads_there(jumps: Jumps, query: str, page: str) -> None:
    assert found(jumps, query) == page


@pytest.mark.parametrize(
    "query",
    [
        "activity 0", "activity 53", "activity 99", "activity 999", "activity 1313", "mandate 11",
        "paragraph 8",
        "article 4", "article 13", "activity", "activity thirteen", "13", "activity 13 and 14",
        "activity -13",
        "my activity 13", "chapter 3", "plan/activity/99", "", " ", "\0", "activity ²", "3 article",
    ],
)  # fmt: skip
def test_a_query_that_only_asks_leads_nowhere(jumps: Jumps, query: str) -> None:
    assert found(jumps, query) is None


@pytest.mark.parametrize("page", TO_ITSELF)
def test_a_page_id_leads_to_its_page(jumps: Jumps, page: str) -> None:
    assert found(jumps, page) == page
    assert found(jumps, f"  {page}\n") == page


def test_of_two_pages_with_one_title_the_first_is_meant() -> None:
    two = (head("guidance/one", "Niño"), head("guidance/two", "NINO"))
    assert found(Jumps(two), "niño") == "guidance/one"


@pytest.fixture(scope="module")
def directory(content: Path) -> Jumps:
    with Store(content) as store:
        return Jumps(store.heads(), store.shortcuts())


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("Bolivia", "bol"), ("bolivia", "bol"), ("Bolívia", "bol"), ("Bolivie", "bol"),
        ("Brazil", "bra"), ("Brasil", "bra"), ("Brésil", "bra"), ("bresil", "bra"),
        ("United States", "usa"), ("United States of America", "usa"), ("USA", "usa"), ("U.S.", "usa"),
        ("Estados Unidos", "usa"), ("EE. UU.", "usa"), ("EEUU", "usa"), ("EUA", "usa"),
        ("États-Unis", "usa"), ("etats unis", "usa"), ("Estados Unidos da América", "usa"),
        ("The Bahamas", "bhs"), ("Bahamas", "bhs"),
        ("República Dominicana", "dom"), ("République dominicaine", "dom"), ("Dominican Republic", "dom"),
        ("Dominica", "dma"), ("Dominique", "dma"), ("St. Lucia", "lca"), ("Sainte-Lucie", "lca"),
        ("São Cristóvão e Névis", "kna"), ("St Kitts and Nevis", "kna"),
        ("Saint-Vincent-et-les-Grenadines", "vct"), ("Trinidad", "tto"), ("Trinidad & Tobago", "tto"),
        ("Perú", "per"), ("Pérou", "per"), ("Haïti", "hti"), ("Granada", "grd"), ("México", "mex"),
        ("OAS", "oas"), ("OEA", "oas"), ("UNHCR", "unhcr"), ("ACNUR", "unhcr"), ("OIM", "iom"),
        ("ILO", "ilo"),
        ("UNODC", "unodc"), ("unicef", "unicef"), ("Organización Internacional del Trabajo", "ilo"),
    ],
)  # fmt: skip
def test_a_state_or_organisation_by_any_of_its_names(directory: Jumps, query: str, page: str) -> None:
    assert found(directory, query) == f"directory/{page}"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("376-8477", "bhs"), ("376 8477", "bhs"), ("3768477", "bhs"), ("376-TIPS", "bhs"), ("376tips", "bhs"),
        ("242-376-8477", "bhs"), ("(242) 376 8477", "bhs"), ("1 242 376 8477", "bhs"),
        ("+1-242-376-8477", "bhs"),
        ("+12423768477", "bhs"), ("0012423768477", "bhs"), ("011 1 242 376 8477", "bhs"),
        ("242.376.8477", "bhs"),
        ("1-888-373-7888", "usa"), ("888 373 7888", "usa"), ("233733", "usa"), ("1-800-THE-LOST", "usa"),
        ("(61) 99611-0100", "bra"), ("061 99611-0100", "bra"), ("+55 61 99611-0100", "bra"),
        ("600 333 00 00", "chl"), ("+56 600 333 00 00", "chl"), ("018000 522020", "col"),
        ("18000522020", "col"),
        ("2427400 ext. 2720", "col"), ("2427400", "col"), ("1800 335486", "ecu"), ("1800 DELITO", "ecu"),
        ("1555", "gtm"), ("1818", "per"), ("18 10", "per"), ("0800 5050", "ury"), ("08005050", "ury"),
        ("800 55 33 000", "mex"), ("01 800 00 854 00", "mex"), ("+1-520-623-7874", "mex"),
        ("400418", "sur"), ("400-418", "sur"), ("+597 400418", "sur"), ("906-4923", "jam"),
        ("8769064923", "jam"),
        ("8990–5187", "hnd"), ("800-4CTU", "tto"), ("868 800 4288", "tto"),
    ],
)  # fmt: skip
def test_a_telephone_number_in_any_form_leads_to_the_page_that_has_it(
    directory: Jumps, query: str, page: str
) -> None:
    assert found(directory, query) == f"directory/{page}"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("(61) 99656-5008", "bra"), ("+5561996565008", "bra"), ("1-888-PROTECT", "jam"),
        ("1-888-776-8328", "jam"),
        ("888 776 8328", "jam"), ("0800-2-3232", "per"), ("467-1279", "kna"), ("869 467 1279", "kna"),
        ("1552", "gtm"),
    ],
)  # fmt: skip
def test_an_old_number_leads_to_the_page_that_says_not_to_dial_it(
    content: Path, directory: Jumps, query: str, page: str
) -> None:
    assert found(directory, query) == f"directory/{page}"
    with Store(content) as store:
        assert "do not dial" in store.page(f"directory/{page}").text.lower()


@pytest.mark.parametrize(
    "query",
    ["145", "911", "*211", "3768478", "2010 protocol", "1", "+", "----", "tel:1555", "name:bolivia", "u"],
)
def test_what_many_states_have_or_nobody_has_leads_nowhere(directory: Jumps, query: str) -> None:
    assert found(directory, query) is None


def test_every_number_of_four_digits_or_more_leads_to_its_page(content: Path, directory: Jumps) -> None:
    with Store(content) as store:
        for entry in store.entries():
            for number in (number for one in entry.authorities for number in one.numbers):
                for form in filter(None, (number.dial, number.from_abroad, number.e164)):
                    if sum(map(str.isdigit, form)) >= 4:
                        assert found(directory, form) == entry.page, form


def test_a_number_that_two_pages_have_leads_to_neither(content: Path) -> None:
    with Store(content) as store:
        shortcuts = store.shortcuts()
    assert set(shortcuts.values()) <= {f"directory/{name}" for name in _names(content)}
    assert not any(key in ("tel:911", "tel:145") for key in shortcuts)


def _names(content: Path) -> set[str]:
    with Store(content) as store:
        return {head.id.partition("/")[2] for head in store.heads(kind=Kind.DIRECTORY)}


def test_a_number_has_a_key_for_every_way_to_write_it() -> None:
    assert number_keys("430-7332", "+1 246-430-7332", "+1-246") == {
        "tel:4307332", "tel:2464307332", "tel:12464307332",
    }  # fmt: skip
    assert number_keys("145", "", "+54") == frozenset()
    assert number_keys("555-1234", "", "+999") == {"tel:5551234", "tel:9995551234"}


def test_a_name_has_one_key_however_it_is_written() -> None:
    assert name_key("ÉTATS-UNIS") == name_key("etats unis") == name_key(" États  Unis. ") == "name:etats unis"


def test_the_name_of_a_state_leads_to_its_page(enriched: Path) -> None:
    with Store(enriched) as store:
        assert found(Jumps(store.heads()), "ruritania") == "directory/example-rur"


@given(query=st.text() | st.from_regex(r"[a-zé]+ ?\.?\d+"))
def test_anything_may_be_typed(content: Path, query: str) -> None:
    with Store(content) as store:
        page = Jumps(store.heads(kind=Kind.PLAN)).find(query)
    assert page is None or page.id.startswith("plan")


def test_a_book_that_was_pasted_is_no_name(jumps: Jumps) -> None:
    assert found(jumps, "activity 13" + " " * 100_000) is None
