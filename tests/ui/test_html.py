import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from amparo.core.blocks import (
    Block,
    Fields,
    Footnote,
    Heading,
    Items,
    Note,
    Paragraph,
    Span,
    Style,
    Table,
    Verbatim,
    prose,
)
from amparo.core.fields import Detail
from amparo.library.store import Store
from amparo.ui.html import Writer
from amparo.ui.theme.tokens import LIGHT
from tests.core.examples import CARD, field, options


def drawn(*blocks: Block) -> str:
    document = QTextDocument()
    document.setHtml(Writer(LIGHT, 1.0).document(blocks))
    return document.toPlainText()


LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cn")), min_size=1
)


@pytest.mark.usefixtures("qapp")
@given(LETTERS)
def test_any_words_are_drawn_as_they_are(words: str) -> None:
    assert drawn(Paragraph((Span(words, Style.STRONG),))) == words
    assert drawn(Verbatim(words)) == words
    assert drawn(Table((words,), ((words,),))).split() == [words, words]
    assert words in drawn(Note(prose(words), sources=(words,)))
    assert drawn(Items((prose(words),))) == words
    assert drawn(Heading(words)) == words


def test_the_plan_is_drawn_to_the_letter(store: Store, qapp: QApplication) -> None:
    for head in store.heads():
        page = store.page(head.id)
        text = drawn(*page.blocks).replace("\u00a0", " ")
        for block in page.blocks:
            if isinstance(block, Verbatim | Footnote):
                assert block.text.strip() in text  # doubled spaces and all


def test_a_number_leads_to_its_page(qapp: QApplication) -> None:
    html = Writer(LIGHT, 1.0).block(Verbatim("Text", marker="13.", target="plan/activity/13"))
    assert 'href="plan/activity/13"' in html


def test_a_field_is_drawn_with_its_number_its_answers_and_why_it_is_asked(qapp: QApplication) -> None:
    when = Detail(id="when", label="When", type="date")
    asked = field(
        "choice",
        number=9,
        minimum=True,
        options=options("yes, today", "no"),
        details=(when,),
        sources=("ILO",),
    )
    text = drawn(Fields((asked,)))
    assert "9. Where it was · yes, today; no" in text
    assert "When" in text
    assert "The receiver has to find it. (needed before sending) [ILO]" in text


def test_what_needs_confirmation_is_drawn_apart_from_what_may_be_shown(qapp: QApplication) -> None:
    text = drawn(CARD)
    parts = ["Everywhere", "You can stop.", "If confirmed", "Ask your state first.", "lawyer. (if confirmed)"]
    places = [text.index(part) for part in (*parts, "Yes · No · Stop · Water", "You did nothing wrong.")]
    assert places == sorted(places)
