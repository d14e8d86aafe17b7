"""Forms: fields with why they are asked, which of them repeat, and which go on sheets of their own."""

from amparo.core.blocks import Fields, Heading, Lines, Note, Tone
from amparo.core.fields import Detail, Option
from tests.library.examples import pages_of

GROUP = "- id: seen\n  title: What was seen\n"
LAST = "    sources: [PAL-3]\n"


def test_a_form_says_why_it_asks_and_how_private_the_answer_is() -> None:
    (page,) = pages_of("form")
    (fields,) = (block for block in page.blocks if isinstance(block, Fields))
    (field,) = fields.fields
    assert (field.label, field.type, field.required) == ("Where it was", "text", "yes")
    assert (field.reason, field.privacy) == ("The receiver has to find it.", "P0")
    assert (field.number, field.minimum, field.sources) == (0, False, ("PAL-3",))
    assert not fields.repeats
    assert "Where it was · The receiver has to find it." in page.text


def test_a_field_brings_its_number_its_options_and_what_is_written_beside_it() -> None:
    said = "    type: choice\n    number: 9\n    minimum: true\n    options: [{id: here, label: Over here}]\n"
    said += "    details:\n    - {id: when, label: When, type: choice, options: [{id: now, label: Today}]}\n"
    (page,) = pages_of("form", ("    type: text\n", said))
    (fields,) = (block for block in page.blocks if isinstance(block, Fields))
    (field,) = fields.fields
    assert (field.number, field.minimum) == (9, True)
    assert field.options == (Option(id="here", label="Over here"),)
    now = Option(id="now", label="Today")
    assert field.details == (Detail(id="when", label="When", type="choice", options=(now,)),)
    assert "Where it was · Over here · When · Today · The receiver has to find it." in page.text


def test_a_group_that_repeats() -> None:
    (page,) = pages_of("form", (GROUP, f"{GROUP}  repeats: true\n  rows: 8\n"))
    fields = page.blocks[-1]
    assert isinstance(fields, Fields)
    assert (fields.repeats, fields.rows, fields.id) == (True, 8, "seen")


def test_notes_come_first_and_say_what_they_rest_on() -> None:
    notes = "notes:\n- {text: Phone first., sources: [PAL-3], warns: true}\n"
    notes += "- {text: It is a list., sources: [PAL-3]}\n- {text: Keep it., sources: [], warns: true}\n"
    inner = "  notes:\n  - {text: Write no name., sources: []}\n"
    (page,) = pages_of("form", ("groups:\n", f"{notes}groups:\n"), (LAST, LAST + inner))
    _intro, warning, told, advice, _heading, before, fields = page.blocks
    tones = [note.tone for note in (warning, told, advice, before) if isinstance(note, Note)]
    assert tones == [Tone.WARNING, Tone.EDITORIAL, Tone.ADVICE, Tone.ADVICE]
    assert isinstance(fields, Fields)
    first, second = page.passages
    assert "Phone first." in first.text
    assert "Write no name." in second.text


def test_what_goes_apart_begins_a_sheet_that_says_which_case_it_is_of() -> None:
    group = """\
- id: {name}
  title: {title}
{apart}  fields:
  - id: name-{name}
    label: Name
    type: text
    required: 'no'
    reason: For the receiver.
    privacy: P2
    sources: []
"""
    apart = "  apart: true\n"
    more = group.format(name="one", title="Sealed", apart=apart)
    more += group.format(name="two", title="Sealed too", apart=apart)
    more += group.format(name="three", title="Open again", apart="")
    (page,) = pages_of("form", (LAST, LAST + more))
    begun = [block.text for block in page.blocks if isinstance(block, Heading) and block.begins_sheet]
    assert begun == ["Sealed", "Open again"]
    groups = [(block.id, block.apart) for block in page.blocks if isinstance(block, Fields)]
    assert groups == [("seen", False), ("one", True), ("two", True), ("three", False)]
    lines = [page.blocks[place - 1] for place, block in enumerate(page.blocks) if isinstance(block, Lines)]
    assert [isinstance(block, Heading) and block.text for block in lines] == begun
