"""The kinds of document, as their writers fill them in; typed, and closed to unknown keys.

One document a file: `content/<kind>/<id>.<lang>.yaml`, or `.md` with a YAML head for prose. Directory and
sources are neutral of language: `content/<kind>/<id>.yaml`, with names and notes a language each. What
concerns more than one document (a source that is not defined, an item that does not exist) is checked when
the content is built.
"""

from amparo_resources.schema.base import Audience, Document, Notice, Part, Remark, Resource
from amparo_resources.schema.checklist import Checklist, Indicator, PointsTo, Situation
from amparo_resources.schema.directory import (
    About,
    Body,
    Conflict,
    Directory,
    EmergencyNumber,
    Number,
    Provenance,
    Superseded,
    Treaty,
)
from amparo_resources.schema.edition import Edition
from amparo_resources.schema.form import Detail, Field, FieldGroup, Form, Option
from amparo_resources.schema.guidance import Guidance
from amparo_resources.schema.plan import (
    Activity,
    Clause,
    Introduction,
    Mandates,
    Paragraph,
    Pillar,
    Plan,
    Resolution,
)
from amparo_resources.schema.rights import Message, Rights, Tile
from amparo_resources.schema.sources import Source, Sources
from amparo_resources.schema.thesaurus import Concept, Thesaurus
from amparo_resources.schema.training import Choice, Scenario, Training

__all__ = [
    "KINDS",
    "NEUTRAL",
    "About",
    "Activity",
    "AnyDocument",
    "Audience",
    "Body",
    "Checklist",
    "Choice",
    "Clause",
    "Concept",
    "Conflict",
    "Detail",
    "Directory",
    "Document",
    "Edition",
    "EmergencyNumber",
    "Field",
    "FieldGroup",
    "Form",
    "Guidance",
    "Indicator",
    "Introduction",
    "Mandates",
    "Message",
    "Notice",
    "Number",
    "Option",
    "Paragraph",
    "Part",
    "Pillar",
    "Plan",
    "PointsTo",
    "Provenance",
    "Remark",
    "Resolution",
    "Resource",
    "Rights",
    "Scenario",
    "Situation",
    "Source",
    "Sources",
    "Superseded",
    "Thesaurus",
    "Tile",
    "Training",
    "Treaty",
]

AnyDocument = Document | Sources | Thesaurus
KINDS: dict[str, type[AnyDocument]] = {
    "plan": Plan,
    "checklist": Checklist,
    "guidance": Guidance,
    "form": Form,
    "rights": Rights,
    "training": Training,
    "directory": Directory,
    "thesaurus": Thesaurus,
    "sources": Sources,
}
NEUTRAL = frozenset({"directory", "sources", "thesaurus"})
"""Kinds whose files carry all languages at once."""
