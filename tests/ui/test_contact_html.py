"""Authorities and numbers as the window draws them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from amparo.core.blocks import Block, Contact, Numbers
from amparo.core.contact_words import authority_text, numbers_text
from amparo.core.contacts import Superseded
from amparo.core.model import Kind
from amparo.library.store import Store
from amparo.ui.html import Writer
from amparo.ui.theme.tokens import DARK, LIGHT, Tokens
from tests.core.contacts import authority, danger, number

WHOLE = authority(
    "police-unit",
    number("<0800> & 01", from_abroad="+999 800 555 01", note="<b>free</b>"),
    number("326-0133", confidence="single-source", warning="Ask first."),
    superseded=(Superseded(text="155 (campaign of 2019)", numbers=("155",)),),
    email="desk@example.org",
    website="https://example.org/desk",
    warning="It moved.",
)


def drawn(*blocks: Block) -> str:
    document = QTextDocument()
    document.setHtml(Writer(LIGHT, 1.0).document(blocks))
    return " ".join(document.toPlainText().split())


def test_the_window_says_all_that_is_known_of_an_authority(qapp: QApplication) -> None:
    text = drawn(Contact(WHOLE, (1, 2)))
    assert [line for line in authority_text(WHOLE, (1, 2)).splitlines() if line not in text] == []
    assert "155" not in text
    assert "No number is known to this kit." in drawn(Contact(authority()))


def test_emergency_numbers_stand_under_their_services(qapp: QApplication) -> None:
    numbers = (danger(), danger("ambulance", "113"), danger("fire"))
    text = drawn(Numbers(numbers, (1,)))
    assert [line for line in numbers_text(numbers, (1,)).splitlines() if line not in text] == []
    assert "Police · Fire" in text
    assert drawn(Numbers(())) == ""


def sizes(html: str) -> dict[str, float]:
    """The size of type of every stretch of text."""
    document, found = QTextDocument(), dict[str, float]()
    document.setHtml(html)
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            found[iterator.fragment().text()] = iterator.fragment().charFormat().fontPointSize()
            iterator += 1
        block = block.next()
    return found


def test_the_number_is_the_largest_thing_on_its_card(qapp: QApplication) -> None:
    found = sizes(Writer(LIGHT, 1.0).document((Contact(WHOLE), Numbers((danger(),)))))
    largest = max(found.values())
    assert {text for text, size in found.items() if size == largest} == {"<0800> & 01", "326-0133", "112"}


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_a_warning_stands_on_its_own_ground(look: Tokens, qapp: QApplication) -> None:
    warned = Writer(look, 1.0).block(Contact(WHOLE))
    assert f'bgcolor="{look.warning_soft}"' in warned
    assert look.warning_soft not in Writer(look, 1.0).block(Contact(authority("hotline", number())))


def test_a_web_address_is_text_that_leads_there_and_an_e_mail_address_is_text(qapp: QApplication) -> None:
    html = Writer(LIGHT, 1.0).block(Contact(WHOLE))
    assert html.count("<a ") == 1
    assert 'href="https://example.org/desk"' in html
    assert "mailto" not in html


def test_text_grows_with_the_scale(qapp: QApplication) -> None:
    once, twice = (
        max(sizes(Writer(LIGHT, scale).document((Contact(WHOLE),))).values()) for scale in (1.0, 2.0)
    )
    assert twice == 2 * once


def test_every_entry_is_drawn_whole(content: Path, qapp: QApplication) -> None:
    with Store(content) as store:
        for head in store.heads(kind=Kind.DIRECTORY):
            page = store.page(head.id)
            text = drawn(*page.blocks).replace("\u00a0", " ")
            words = " ".join(page.text.split()).split(" ")
            assert [word for word in words if word not in text and word != "·"] == [], page.id
