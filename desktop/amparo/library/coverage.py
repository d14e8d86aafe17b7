"""What serves what: every item of the Work Plan with its resources and its gaps."""

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.core.model import Kind, PageId
from amparo.library.draft import Draft

RESOURCES = (Kind.CHECKLIST, Kind.GUIDANCE, Kind.FORM, Kind.RIGHTS, Kind.TRAINING, Kind.DIRECTORY)
"""The kinds of document that can serve an item."""

PILLARS = ("plan/prevention", "plan/prosecution", "plan/protection", "plan/mandates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """An item of the plan.

    Attributes:
        resources: the documents that serve it: (kind, id, title), in the order of lists.
        expects: the kinds that would serve it in the field; none for a policy-level item.
    """

    item: PageId
    pillar: PageId
    number: str
    subject: str
    resources: tuple[tuple[Kind, PageId, str], ...]
    expects: tuple[Kind, ...]

    @property
    def gaps(self) -> tuple[Kind, ...]:
        """The kinds that it expects and has none of."""
        there = {kind for kind, _page, _title in self.resources}
        return tuple(kind for kind in self.expects if kind not in there)

    def of_kind(self, kind: Kind) -> tuple[PageId, ...]:
        """Its resources of a kind."""
        return tuple(page for found, page, _title in self.resources if found == kind)


def covered(drafts: Iterable[Draft]) -> tuple[Covered, ...]:
    """Every activity and mandate, in the plan's order.

    Args:
        drafts: all pages, in the order of lists; of a document in several languages, the first counts.
    """
    pages = {draft.id: draft for draft in reversed(tuple(drafts))}
    serving: dict[str, list[Draft]] = {}
    for draft in reversed(pages.values()):
        for item in draft.serves if draft.parent is None else ():
            serving.setdefault(item, []).append(draft)
    return tuple(
        Covered(
            item=page.id,
            pillar=page.parent,
            number=page.title,
            subject=page.subject,
            resources=tuple((Kind(one.kind), one.id, one.title) for one in serving.get(page.id, ())),
            expects=tuple(map(Kind, page.expects)),
        )
        for page in reversed(pages.values())
        if page.parent in PILLARS
    )
