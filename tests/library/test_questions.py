"""Everyday questions of officers, each with the documents that should be among the first of its answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from amparo.core.model import PageId
from amparo.library.manifest import read_manifest
from amparo.library.search import Search, excerpt_of
from amparo.library.store import Store
from amparo.ui.results.model import document_of, page_of, rows_of

FIRST = 3
"""Documents that are seen without scrolling."""
ENOUGH = 40
"""Questions of a role that find their document, whatever else is asked and missed."""
ROLES = ("border", "labour", "peacekeeping", "police", "consular", "health", "social")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked.

    Attributes:
        find: the ids of the pages that answer it.
        missed: why none of them is among the first; empty where one should be.
    """

    ask: str
    find: tuple[str, ...]
    missed: str = ""

    def is_answered_by(self, page: str) -> bool:
        return any(page == one or page.startswith(f"{one}/") for one in self.find)


def read() -> dict[str, tuple[Question, ...]]:
    said = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))
    return {
        role: tuple(Question(**{**one, "find": tuple(one["find"])}) for one in questions)
        for role, questions in said.items()
    }


QUESTIONS: Mapping[str, tuple[Question, ...]] = read()


@pytest.fixture(scope="module")
def search(content: Path) -> Iterator[Search]:
    with Search(content, read_manifest(content)) as one:
        yield one


def shown(search: Search, question: str) -> dict[str, list[PageId]]:
    """The pages that the results show for a question, by document, in the order of the best hits."""
    found: dict[str, list[PageId]] = {}
    for row in rows_of(search.ask(question)):
        if page := page_of(row):
            found.setdefault(document_of(page), []).append(page)
    return found


def first_pages(search: Search, question: Question) -> list[PageId]:
    """The pages of the first documents of an answer."""
    found = shown(search, question.ask)
    return [page for document in list(found)[:FIRST] for page in found[document]]


def test_every_role_asks_and_no_question_twice() -> None:
    assert tuple(QUESTIONS) == ROLES
    asked = [one.ask.casefold() for questions in QUESTIONS.values() for one in questions]
    assert len(set(asked)) == len(asked)


def test_every_answer_is_a_page(content: Path) -> None:
    store = Store(content)
    pages = {head.id for head in store.heads()}
    store.close()
    questions = [one for asked in QUESTIONS.values() for one in asked]
    assert {page for one in questions for page in one.find} <= pages
    assert all(1 <= len(one.find) <= 3 for one in questions)


@pytest.mark.parametrize("role", ROLES)
def test_forty_questions_of_a_role_find_their_document_among_the_first(search: Search, role: str) -> None:
    """Names the questions that miss: `pytest -rP` shows them where the test passes."""
    first = {question: first_pages(search, question) for question in QUESTIONS[role]}
    missed = [question for question, pages in first.items() if not any(map(question.is_answered_by, pages))]
    lines = [
        f"{question.ask!r}: {', '.join(first[question]) or 'nothing'}; not {', '.join(question.find)}"
        for question in missed
    ]
    told = "\n".join((f"{len(missed)} of {len(first)} miss:", *lines))
    print(told)
    assert len(first) - len(missed) >= ENOUGH, told
    assert [question.ask for question in missed if not question.missed] == [], told
    assert [question.ask for question in first if question.missed and question not in missed] == [], (
        "no longer missed: take the mark away"
    )


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("pasaporte retenido", {"checklist/pay-papers-fees", "checklist/first-contact"}),
        ("trata", {"plan/definition", "checklist/social"}),
        ("trabalho forçado", {"guidance/labour-inspection", "guidance/glossary", "checklist/displacement"}),
        ("mineur non accompagné", {"checklist/child", "guidance/displacement-and-disaster"}),
        ("debt", {"guidance/recruiters-and-fees", "guidance/interview"}),
    ],
)  # fmt: skip
def test_what_is_said_in_other_words_is_found_and_says_by_what(
    search: Search, words: str, pages: set[str]
) -> None:
    hits = search.ask(words).hits
    assert pages <= {hit.page for hit in hits}
    for hit in hits:
        if hit.found_by:
            assert hit.found_by == words
            assert words not in f"{hit.title} {hit.text}".casefold()
            assert excerpt_of(hit).text
        elif hit.page in pages:
            assert words in f"{hit.title} {hit.text}".casefold()


def test_money_that_is_owed_is_found_by_debt(search: Search) -> None:
    owed = [
        hit for hit in search.ask("debt", limit=200).hits if "debt" not in f"{hit.title} {hit.text}".lower()
    ]
    assert owed
    assert all(hit.found_by == "debt" for hit in owed)
