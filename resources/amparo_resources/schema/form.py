"""Forms to be filled."""

from typing import Literal

from amparo_resources.schema.base import Document, Part, Remark, Said, Slug, SourceKey


class Field(Part, frozen=True, kw_only=True):
    """A field of a form.

    Attributes:
        type: what is entered; `options` for a choice.
        required: whether it must be filled, or in which case.
        privacy: P0 may stand outside, P1 staff only, P2 identifies the person.
    """

    id: Slug
    label: Said
    type: Literal["text", "long-text", "date", "date-time", "yes-no", "choice", "choices", "body", "fixed"]
    required: Literal["yes", "no", "if-child", "if-no-consent", "receiver"]
    reason: Said
    privacy: Literal["P0", "P1", "P2"]
    options: tuple[Said, ...] = ()
    sources: tuple[SourceKey, ...]


class FieldGroup(Part, frozen=True, kw_only=True):
    """Fields that belong together on screen and paper.

    Attributes:
        repeats: one line a person or item, as many as are wanted.
    """

    title: Said
    fields: tuple[Field, ...]
    repeats: bool = False
    notes: tuple[Remark, ...] = ()


class Form(Document, frozen=True, kw_only=True):
    """A form to be filled."""

    kind: Literal["form"]
    intro: Said
    groups: tuple[FieldGroup, ...]
