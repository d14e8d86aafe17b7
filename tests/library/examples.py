"""A small document of every kind, as its writers would send it in; a new kind of resource is only a file."""

from amparo.library.documents import read_document
from amparo.library.draft import Draft
from amparo.library.pages import PAGES as MAKERS

HEAD = """\
title: {title}
audience: [border, police]
serves: [plan/activity/36]
sources: [SEED]
as_of: 2026-11-02
status: draft
"""

CHECKLIST = (
    "kind: checklist\n"
    + HEAD.format(title="At the booth")
    + """\
intro: What can be seen in two minutes.
situations:
- id: first-look
  title: The first look
  indicators:
  - id: B1
    short: Somebody else holds the passport
    observation: A companion hands over the passport and will not let go of it.
    applies_to: both
    points_to:
    - dimension: CR
      indicator: Confiscation of documents
      adult: medium
      child: strong
    sources: [PAL-3]
  - id: B2
    short: Does not know where to
    observation: The traveller cannot name the town of arrival.
    applies_to: adult
    points_to: []
    sources: [SEED]
  caveats:
  - text: One sign is never a finding.
    sources: [OAS-2551]
"""
)

GUIDANCE = (
    "---\nkind: guidance\n"
    + HEAD.format(title="The first talk")
    + """\
summary: Speak alone, in a language the person chose.
---
# Before you begin

Ask *once*, and **listen**. See [the activity](plan/activity/36) or <https://example.org/talk>.

- water
- a chair

1. greet
2. explain

| Say | Leave out |
|---|---|
| You are safe here | Why did you not run? |

> **Warning:** never through a companion.

> The officer writes down the words as they were said.
"""
)

FORM = (
    "kind: form\n"
    + HEAD.format(title="Hand-over sheet")
    + """\
intro: One sheet a person.
groups:
- id: seen
  title: What was seen
  fields:
  - id: place
    label: Where it was
    type: text
    required: yes-please
    reason: The receiver has to find it.
    privacy: P0
    sources: [PAL-3]
"""
).replace("yes-please", "'yes'")

RIGHTS = (
    "kind: rights\n"
    + HEAD.format(title="What you can ask for")
    + """\
intro: Show it across the desk.
messages:
- id: interpreter
  number: 1
  text: You can ask for an interpreter.
  show: everywhere
  serves: [plan/activity/34]
  child: true
  sources: [PAL-3]
- id: lawyer
  number: 2
  text: You can ask for a lawyer.
  show: confirmed-by-state
  serves: [plan/activity/40]
  sources: []
answers:
- {id: understood, text: I understand}
- {id: not-understood, text: I do not understand}
child_only:
- {id: nothing-wrong, text: You did nothing wrong.}
notes:
- {text: Promise nothing., sources: [SEED], warns: true}
"""
)

TRAINING = (
    "kind: training\n"
    + HEAD.format(title="Two scenes")
    + """\
scenarios:
- id: the-cousin
  title: The cousin
  situation: A man answers every question in the place of his cousin.
  question: What do you do first?
  choices:
  - {text: Ask her in front of him, right: false, reason: She cannot speak freely.}
  - {text: Speak with each alone, right: true, reason: She may then speak freely.}
  sources: [PAL-3]
"""
)

DIRECTORY = (
    "kind: directory\n"
    + HEAD.format(title="Ruritania")
    + """\
names: {en: Ruritania, es: Ruritania, fr: Ruritanie}
also: [Kingdom of Ruritania]
state:
  alpha2: RU
  alpha3: RUR
  calling_code: '+999'
  official_languages: [es, fr]
emergency:
- service: police
  dial: '112'
  confidence: confirmed
  provenance:
  - {title: Decree on numbers, seen_on: '2026-10-01'}
emergency_in_plan: ['112', '999']
bodies:
- id: line
  name: Línea contra la trata
  name_en: Line against trafficking
  role: hotline
  confidence: single-source
  numbers:
  - dial: 0800 555 01
    from_abroad: +999 800 555 01
    kind: hotline
    hours: 24/7
    dialling: toll-free
    plan_check: valid
    confidence: single-source
    last_seen: 2026-09
    provenance: body
  superseded:
  - text: 555-1234 (leaflet of 2019)
    numbers: [555-1234]
  warning:
    en: Ask for the night desk.
  provenance:
  - {title: Report of the ministry, seen_on: undated}
  - {title: Leaflet, address: https://example.org/leaflet, seen_on: 2026-09}
- id: unit
  name: Unit against trafficking
  name_en: Unit against trafficking
  role: police-unit
  confidence: single-source
  languages: [es]
  note:
    en: No number was found.
  provenance:
  - {title: Report of the ministry, seen_on: undated}
roles_not_found: [victim-services, consular]
treaties:
- name: palermo-protocol
  status: accession
  year: 2004
  date: '2004-02-29'
  confidence: confirmed
  provenance:
  - {title: List of treaties, seen_on: '2015'}
conflicts:
- text:
    en: 'A list of 2010 has 1552 for the line: do not dial it.'
  old_numbers: ['1552']
"""
)

THESAURUS = """\
kind: thesaurus
concepts:
- id: passport
  terms:
    en: [passport]
    es: [pasaporte]
    fr: [passeport]
"""

SOURCES = """\
kind: sources
sources:
- key: RUR-1
  title: Decree on numbers
  publisher: Ministry of Ruritania
  year: '2026'
  read: read whole
"""

EXAMPLES = {
    "checklist/example-booth.en.yaml": CHECKLIST,
    "guidance/example-talk.en.md": GUIDANCE,
    "form/example-sheet.en.yaml": FORM,
    "rights/example-card.en.yaml": RIGHTS,
    "training/example-scenes.en.yaml": TRAINING,
    "directory/example-rur.yaml": DIRECTORY,
    "thesaurus/example.yaml": THESAURUS,
    "sources/example.yaml": SOURCES,
}

PAGES = {
    "checklist/example-booth": "companion hands over the passport",
    "guidance/example-talk": "listen in a language the person chose",
    "form/example-sheet": "receiver has to find it",
    "rights/example-card": "ask for an interpreter",
    "training/example-scenes": "answers every question in the place of his cousin",
    "directory/example-rur": "line against trafficking 0800 555 01",
}
"""Each page that the examples make, and words that should find it."""


def pages_of(kind: str, *changes: tuple[str, str]) -> tuple[Draft, ...]:
    """The pages of the example of a kind, with these words exchanged; each must be there."""
    (name,) = (name for name in EXAMPLES if name.startswith(f"{kind}/"))
    text = EXAMPLES[name]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return MAKERS[kind](read_document(name, text.encode()))
