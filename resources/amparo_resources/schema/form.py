"""Forms to be filled."""

from typing import Annotated, Literal

import msgspec

from amparo_resources.schema.base import Document, Notice, Part, Said, Slug, SourceKey


class Option(Part, frozen=True, kw_only=True):
    """One answer of a choice; its id stays for ever, so that a filled form outlives a translation."""

    id: Slug
    label: Said


class Detail(Part, frozen=True, kw_only=True):
    """What is written beside the answer of a field, where there is more to say, such as since when."""

    id: Slug
    label: Said
    type: Literal["text", "number", "date", "date-time", "yes-no", "choice", "language"]
    options: tuple[Option, ...] = ()


class Field(Part, frozen=True, kw_only=True):
    """A field of a form.

    Attributes:
        number: as the facts count it; stays for ever.
        type: what is entered. `choice` is one of the options, `choices` any of them; `code` is made by the
            kit; `codes` are signs of the checklists; `body` is an entry of the directory or free text;
            `language` and `state` are ISO 639 and ISO 3166, or one of the options; `fixed` only stands there.
        required: whether it must be filled, or in which case.
        minimum: whether nothing can be sent without it; the others may follow.
        privacy: P0 may stand outside, P1 staff only, P2 identifies the person.
        details: what is written beside the answer; never required by themselves.
    """

    id: Slug
    number: Annotated[int, msgspec.Meta(ge=1)] | None = None
    label: Said
    type: Literal[
        "text",
        "long-text",
        "number",
        "date",
        "date-time",
        "yes-no",
        "choice",
        "choices",
        "body",
        "language",
        "state",
        "code",
        "codes",
        "fixed",
    ]
    required: Literal["yes", "no", "if-child", "if-no-consent", "if-contact-wanted", "receiver"]
    minimum: bool = False
    reason: Said
    privacy: Literal["P0", "P1", "P2"]
    options: tuple[Option, ...] = ()
    details: tuple[Detail, ...] = ()
    sources: tuple[SourceKey, ...]


class FieldGroup(Part, frozen=True, kw_only=True):
    """Fields that belong together on screen and paper.

    Attributes:
        apart: on sheets of its own, which are sealed and sent by another way than the rest.
        repeats: one line a person or item, as many as are wanted.
        rows: how many lines a blank form has, where it repeats; 0 for as many as whoever prints it wants.
        notes: what to know before the first of its fields is filled.
    """

    id: Slug
    title: Said
    fields: Annotated[tuple[Field, ...], msgspec.Meta(min_length=1)]
    apart: bool = False
    repeats: bool = False
    rows: Annotated[int, msgspec.Meta(ge=0)] = 0
    notes: tuple[Notice, ...] = ()


class Form(Document, frozen=True, kw_only=True):
    """A form to be filled.

    Attributes:
        notes: what to know before anything is filled.
    """

    kind: Literal["form"]
    intro: Said
    notes: tuple[Notice, ...] = ()
    groups: tuple[FieldGroup, ...]
