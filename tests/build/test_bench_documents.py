"""What is measured with must itself hold, and be what the figures say it is."""

from pathlib import Path

import pytest

from amparo.core.blocks import Signs
from amparo.core.settings import Paper
from amparo.paper.pages import Pages
from amparo.paper.pdf import to_pdf
from amparo_build import content
from amparo_build.bench import documents
from amparo_build.bench.bare_pdf import bare_pdf
from amparo_build.bench.pdf import printouts, words
from amparo_build.bench.queries import prefixes


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> documents.Content:
    return documents.build(tmp_path_factory.mktemp("bench") / "content", 1200)


def test_made_up_documents_hold() -> None:
    assert content.check(content.gather(content.DOCUMENTS) | documents.made_up(120)) == []


def test_the_same_number_makes_the_same_documents() -> None:
    assert documents.made_up(50) == documents.made_up(50)


def test_real_content_stays_as_it_is(tmp_path: Path, built: documents.Content) -> None:
    real = documents.build(tmp_path / "real")
    assert 0 < real.passages < built.passages
    assert built.passages == 1200 + documents.SIGNS + 1, "the checklist's signs, and its intro"


def test_the_checklist_has_its_signs_and_the_plan_is_there(built: documents.Content) -> None:
    checklist, plan = printouts(built.folder)
    signs = [sign for block in checklist.blocks if isinstance(block, Signs) for sign in block.signs]
    assert len(signs) == documents.SIGNS
    assert plan.document == "plan"


def test_the_bare_pdf_says_the_same_words(built: documents.Content) -> None:
    checklist, _ = printouts(built.folder)
    with Pages(bare_pdf(words(checklist))) as bare, Pages(to_pdf(checklist, Paper.A4)) as ours:
        said, printed = (" ".join(map(pages.text, range(pages.count))).split() for pages in (bare, ours))
    missing = set(said) - set(printed) - {"-", "Confirmed", "Suspected", "No"}  # over the boxes of ours
    assert not missing


def test_a_text_is_typed_key_by_key() -> None:
    assert list(prefixes("abc")) == ["a", "ab", "abc"]
