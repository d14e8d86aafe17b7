"""What a person types to go straight to a page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.fingerprint import fingerprint, read_fingerprint
from amparo.core.model import Kind, PageHead, PageId
from amparo.library.jumps import Jumps
from amparo.library.store import Store

VERSION = "2026.11.1"
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
        return Jumps(store.heads(), VERSION)


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


@pytest.mark.parametrize("page", TO_ITSELF)
def test_a_fingerprint_from_paper_leads_to_its_page(jumps: Jumps, page: str) -> None:
    printed = fingerprint(page, VERSION)
    looks_like = printed.lower().replace("0", "o").replace("1", "l")
    for typed in (printed, looks_like, printed.replace("-", ""), printed.replace("-", " ")):
        assert found(jumps, typed) == page


def test_every_page_has_its_own_fingerprint(content: Path) -> None:
    with Store(content) as store:
        heads = store.heads()
    assert len({fingerprint(head.id, VERSION) for head in heads}) == len(heads)


def test_a_fingerprint_of_another_version_leads_nowhere(jumps: Jumps) -> None:
    assert found(jumps, fingerprint("plan/activity/13", "2025.1.1")) is None


def test_a_title_that_could_be_a_fingerprint_is_still_a_title() -> None:
    title = next(title for n in range(10_000, 10_999) if read_fingerprint(title := f"Case {n}"))
    assert found(Jumps((head("guidance/x", title),), VERSION), title) == "guidance/x"


def test_of_two_pages_with_one_title_the_first_is_meant() -> None:
    two = (head("guidance/one", "Niño"), head("guidance/two", "NINO"))
    assert found(Jumps(two, VERSION), "niño") == "guidance/one"


def test_the_name_of_a_state_leads_to_its_page(enriched: Path) -> None:
    with Store(enriched) as store:
        assert found(Jumps(store.heads(), VERSION), "ruritania") == "directory/example-rur"


@given(query=st.text() | st.from_regex(r"[a-zé]+ ?\.?\d+"))
def test_anything_may_be_typed(content: Path, query: str) -> None:
    with Store(content) as store:
        page = Jumps(store.heads(kind=Kind.PLAN), VERSION).find(query)
    assert page is None or page.id.startswith("plan")


def test_a_book_that_was_pasted_is_no_name(jumps: Jumps) -> None:
    assert found(jumps, "activity 13" + " " * 100_000) is None
