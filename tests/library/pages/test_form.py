"""Forms: fields with why they are asked, and which of them repeat."""

from amparo.core.blocks import Fields, Note, Tone
from tests.library.examples import pages_of


def test_a_form_says_why_it_asks_and_how_private_the_answer_is() -> None:
    (page,) = pages_of("form")
    (fields,) = (block for block in page.blocks if isinstance(block, Fields))
    (field,) = fields.fields
    assert (field.label, field.type, field.required) == ("Where it was", "text", "yes")
    assert (field.reason, field.privacy) == ("The receiver has to find it.", "P0")
    assert not fields.repeats
    assert "Where it was · The receiver has to find it." in page.text


def test_a_group_that_repeats_and_its_warning() -> None:
    (page,) = pages_of(
        "form",
        ("- title: What was seen\n", "- title: Signed by\n  repeats: true\n"),
        ("    sources: [PAL-3]\n", "    sources: [PAL-3]\n  notes:\n  - {text: Keep it., sources: []}\n"),
    )
    note, fields = page.blocks[-2:]
    assert isinstance(note, Note)
    assert note.tone is Tone.WARNING
    assert isinstance(fields, Fields)
    assert fields.repeats
