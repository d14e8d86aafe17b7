import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.core.blocks import Block, Heading, Style, Verbatim, plain, prose
from amparo.core.contacts import Entry
from amparo.library.codec import decode_blocks, decode_entry, encode_blocks, encode_entry

BLOCKS: st.SearchStrategy[Block] = st.one_of([st.from_type(kind) for kind in get_args(Block)])


@given(document=st.lists(BLOCKS, max_size=4).map(tuple))
def test_blocks_come_back(document: tuple[Block, ...]) -> None:
    assert decode_blocks(encode_blocks(document)) == document


@given(entry=st.from_type(Entry))
def test_an_entry_comes_back(entry: Entry) -> None:
    assert decode_entry(encode_entry(entry)) == entry


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"page": 5}'])
def test_what_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_entry(text)


def test_the_library_names_blocks_as_it_always_did() -> None:
    # what was built before must still be read: tables.VERSION goes up with a new name
    document = (Heading("One"), Verbatim("Two", marker="4", mark="/"))
    names = [name for name, _ in json.loads(encode_blocks(document))]
    assert names == ["heading", "verbatim"]


@given(st.text())
def test_words_as_prose_are_the_same_words(text: str) -> None:
    assert plain(prose(text)) == text
    assert prose(text)[0].style is Style.PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        '[["headline", {"text": "One"}]]',
        '[["heading", {}]]',
        '[["heading", {"text": 5}]]',
        '[["heading", {"text": "One", "level": "first"}]]',
        '[["note", {"text": [{"text": "One", "style": "loud"}]}]]',
        '[["heading"]]',
        '[["heading", {"text": "One"}',
    ],
)
def test_what_is_not_blocks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_blocks(text)
