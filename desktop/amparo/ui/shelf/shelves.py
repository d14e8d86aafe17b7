"""Which pages stand on which shelf, and in what order; only shelves that hold something are shown."""

from dataclasses import dataclass

from amparo.core.i18n import N_, _
from amparo.core.model import Kind, PageHead, PageId

PLAN, IDENTIFY, CONDUCT, TRAINING = "plan", "identify", "conduct", "training"
SHELVES = {
    PLAN: ("plan", N_("Work Plan")),
    IDENTIFY: ("identify", N_("Identify")),
    CONDUCT: ("conduct", N_("Conduct")),
    TRAINING: ("training", N_("Training")),
}
"""Icon and name of each, in the order of the navigation."""

_KINDS = {
    Kind.PLAN: PLAN,
    Kind.CHECKLIST: IDENTIFY,
    Kind.GUIDANCE: IDENTIFY,
    Kind.FORM: IDENTIFY,
    Kind.TRAINING: TRAINING,
}
_OF_CONDUCT = "conduct-"


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the tree with the pages under it; the line may be a page itself."""

    title: str
    pages: tuple[PageHead, ...] = ()
    page: PageHead | None = None


def shelf_of(head: PageHead) -> str:
    """The shelf that a page stands on; the plan's for what has none of its own."""
    if head.id.partition("/")[2].startswith(_OF_CONDUCT):
        return CONDUCT
    return _KINDS.get(head.kind, PLAN)


def filled(heads: tuple[PageHead, ...]) -> tuple[str, ...]:
    """The shelves that these pages fill, in the order of the navigation."""
    found = set(map(shelf_of, heads))
    return tuple(name for name in SHELVES if name in found)


def sections(shelf: str, heads: tuple[PageHead, ...], mine: frozenset[PageId]) -> tuple[Section, ...]:
    """A shelf as a tree.

    Args:
        heads: all pages of the content.
        mine: those that concern the officer's work; of a shelf other than the plan's they come first.
    """
    there = tuple(head for head in heads if shelf_of(head) == shelf)
    return _plan(there) if shelf == PLAN else tuple(_by_kind(there, mine))


def _plan(heads: tuple[PageHead, ...]) -> tuple[Section, ...]:
    tops = (head for head in heads if head.parent in (None, "plan"))
    return tuple(
        Section(top.title, tuple(head for head in heads if head.parent == top.id != "plan"), top)
        for top in tops
    )


def _by_kind(heads: tuple[PageHead, ...], mine: frozenset[PageId]) -> list[Section]:
    found = []
    for kind, title in (
        (Kind.CHECKLIST, _("Checklists")),
        (Kind.GUIDANCE, _("Guidance")),
        (Kind.FORM, _("Forms")),
        (Kind.TRAINING, _("Scenarios")),
    ):
        of_kind = [head for head in heads if head.kind == kind]
        of_kind.sort(key=lambda head: head.id not in mine)
        if of_kind:
            found.append(Section(title, tuple(of_kind)))
    return found
