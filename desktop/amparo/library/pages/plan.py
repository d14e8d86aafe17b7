"""The Work Plan: one document, a page for every piece that can be cited, and one for the whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from amparo.core.blocks import Block, Footnote, Verbatim, VerbatimRole
from amparo.core.model import PageId
from amparo.library.documents import Written
from amparo.library.draft import Draft, Passage, notes_of, status_of
from amparo_resources.schema import (
    Activity,
    Clause,
    Introduction,
    Mandates,
    Paragraph,
    Pillar,
    Plan,
    Remark,
    Resolution,
)

PLAN = PageId("plan")
RESOLUTION = PageId("plan/resolution")
INTRODUCTION = PageId("plan/introduction")
DEFINITION = PageId("plan/definition")
MANDATES = PageId("plan/mandates")


@dataclass(frozen=True, slots=True)
class _Words:
    """What the kit calls the pieces, in the language of the document."""

    whole: str = "Work Plan 2010-2012"
    paragraph: str = "Paragraph"
    activity: str = "Activity"
    mandate: str = "Mandate"
    footnote: str = "footnote"
    of_the_resolution: str = "Resolution · operative paragraph"
    for_states: str = "possible activity for member states"
    to_the_secretariat: str = "Mandate to the General Secretariat"


_WORDS = {"en": _Words()}


def pages(written: Written) -> tuple[Draft, ...]:
    """All pages of the plan, in its own order."""
    document = written.document
    assert isinstance(document, Plan)
    return tuple(_Pages(written, document).all())


def rebuilt(document: Plan) -> tuple[str, ...]:
    """Every line of the plan that is not blank, in order, to the letter."""
    return tuple(line for block in _whole(document) for line in _lines(block))


class _Pages:
    def __init__(self, written: Written, plan: Plan) -> None:
        self._lang, self._plan = written.lang, plan
        self._words = _WORDS.get(written.lang, _Words())

    def all(self) -> Iterator[Draft]:
        plan, words = self._plan, self._words
        yield self._page(PLAN, words.whole, _whole(plan), None, plan.notes)
        yield self._resolution(plan.resolution)
        for paragraph in plan.resolution.paragraphs:
            yield self._paragraph(paragraph)
        yield self._introduction(plan.introduction)
        yield self._definition(plan.definition)
        for pillar in plan.pillars:
            yield self._section(_pillar_id(pillar), pillar.subject, pillar.heading, _pillar(pillar))
            for activity in pillar.activities:
                context = f"{pillar.subject} · {words.for_states}"
                yield self._item("activity", words.activity, activity, context, _pillar_id(pillar))
        mandates = plan.mandates
        yield self._section(MANDATES, mandates.subject, mandates.heading, _mandates(mandates))
        for mandate in mandates.items:
            yield self._item("mandate", words.mandate, mandate, words.to_the_secretariat, MANDATES)

    def _resolution(self, resolution: Resolution) -> Draft:
        passages = tuple(Passage(title=clause.subject, text=clause.text) for clause in resolution.preamble)
        blocks = _resolution(self._plan)
        return self._page(RESOLUTION, resolution.subject, blocks, PLAN, resolution.notes, passages)

    def _paragraph(self, paragraph: Paragraph) -> Draft:
        page = PageId(f"plan/resolution/{paragraph.number}")
        title = f"{self._words.paragraph} {paragraph.number}"
        clause = self._clause(page, title, paragraph, (_verbatim(paragraph),), RESOLUTION)
        return replace(clause, context=self._words.of_the_resolution, instruments=paragraph.instruments)

    def _introduction(self, introduction: Introduction) -> Draft:
        clauses = introduction.paragraphs
        passages = tuple(Passage(title=introduction.subject, text=clause.text) for clause in clauses)
        blocks = _introduction(self._plan)
        return self._page(INTRODUCTION, introduction.subject, blocks, PLAN, introduction.notes, passages)

    def _definition(self, clause: Clause) -> Draft:
        passages = (Passage(title=clause.subject, text=clause.text),)
        return self._page(DEFINITION, clause.subject, (_verbatim(clause),), PLAN, clause.notes, passages)

    def _section(self, page: PageId, subject: str, heading: str, blocks: tuple[Block, ...]) -> Draft:
        return self._page(page, subject, blocks, PLAN, (), (Passage(title=subject, text=heading),))

    def _item(self, name: str, word: str, item: Activity, context: str, parent: PageId) -> Draft:
        blocks: tuple[Block, ...] = (_verbatim(item, item.mark), *_footnotes((item,)))
        page = PageId(f"plan/{name}/{item.number}")
        clause = self._clause(page, f"{word} {item.number}", item, blocks, parent)
        if item.footnote:
            about = Passage(title=f"{clause.title}: {self._words.footnote}", text=item.footnote)
            clause = replace(clause, footnote=item.footnote, passages=(*clause.passages, about))
        return replace(
            clause,
            context=context,
            instruments=item.instruments,
            expects=item.expects,
            audience=item.audience,
        )

    def _clause(
        self, page: PageId, title: str, clause: Clause, blocks: tuple[Block, ...], parent: PageId
    ) -> Draft:
        passages = (Passage(title=f"{title}: {clause.subject}", text=clause.text, tags=(self._words.whole,)),)
        draft = self._page(page, title, blocks, parent, clause.notes, passages)
        return replace(draft, subject=clause.subject, text=clause.text)

    def _page(
        self,
        page: PageId,
        title: str,
        blocks: tuple[Block, ...],
        parent: PageId | None,
        remarks: tuple[Remark, ...],
        passages: tuple[Passage, ...] = (),
    ) -> Draft:
        cited = (key for remark in remarks for key in remark.sources)
        return Draft(
            id=page,
            kind=self._plan.kind,
            lang=self._lang,
            title=title,
            parent=parent,
            text="\n".join(chain.from_iterable(map(_lines, blocks))),
            notes=notes_of(remarks),
            sources=tuple(dict.fromkeys((*self._plan.sources, *cited))),
            as_of=self._plan.as_of,
            status=status_of(self._plan),
            blocks=blocks,
            passages=passages,
        )


def _whole(plan: Plan) -> tuple[Block, ...]:
    return (
        *_resolution(plan),
        *_introduction(plan),
        Verbatim(plan.definition.text, target=DEFINITION),
        *chain.from_iterable(map(_section, plan.pillars)),
        *_mandates(plan.mandates),
        *_footnotes(activity for pillar in plan.pillars for activity in pillar.activities),
    )


def _resolution(plan: Plan) -> tuple[Block, ...]:
    resolution = plan.resolution
    return (
        *(Verbatim(line, VerbatimRole.TITLE) for line in resolution.front),
        *(Verbatim(clause.text) for clause in resolution.preamble),
        Verbatim(resolution.resolves, VerbatimRole.HEADING),
        *(_part(paragraph, f"plan/resolution/{paragraph.number}") for paragraph in resolution.paragraphs),
    )


def _introduction(plan: Plan) -> tuple[Block, ...]:
    introduction = plan.introduction
    return (
        *(Verbatim(line, VerbatimRole.TITLE) for line in introduction.headings),
        *(Verbatim(clause.text) for clause in introduction.paragraphs),
    )


def _pillar(pillar: Pillar) -> tuple[Block, ...]:
    return (*_section(pillar), *_footnotes(pillar.activities))


def _section(pillar: Pillar) -> tuple[Block, ...]:
    heading = Verbatim(pillar.heading, VerbatimRole.HEADING, marker=pillar.marker)
    items = (_part(item, f"plan/activity/{item.number}", item.mark) for item in pillar.activities)
    return (heading, *items)


def _mandates(mandates: Mandates) -> tuple[Block, ...]:
    items = (_part(mandate, f"plan/mandate/{mandate.number}") for mandate in mandates.items)
    return (Verbatim(mandates.heading, VerbatimRole.HEADING), *items)


def _footnotes(activities: Iterable[Activity]) -> tuple[Block, ...]:
    return tuple(Footnote(activity.footnote) for activity in activities if activity.footnote)


def _part(clause: Clause, page: str, mark: str = "") -> Verbatim:
    return replace(_verbatim(clause, mark), target=page)


def _verbatim(clause: Clause, mark: str = "") -> Verbatim:
    return Verbatim(clause.text, marker=clause.marker, mark=mark)


def _pillar_id(pillar: Pillar) -> PageId:
    return PageId(f"plan/{pillar.id}")


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case Verbatim(text, _, marker, mark):
            return tuple(line for line in (marker, text, mark) if line)
        case Footnote(text):
            return (text,)
    return ()
