"""Which pages stand on which shelf, and in what order; only shelves that hold something are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.core.i18n import N_, _
from amparo.core.kinds import ROLE_NAMES
from amparo.core.model import Audience, Kind, PageHead, PageId

PLAN, IDENTIFY, CONDUCT, DIRECTORY = "plan", "identify", "conduct", "directory"
REFER, CARDS, TRAINING = "refer", "cards", "training"
SHELVES = {
    PLAN: ("plan", N_("Work Plan")),
    IDENTIFY: ("identify", N_("Identify")),
    CONDUCT: ("conduct", N_("Conduct")),
    DIRECTORY: ("directory", N_("Directory")),
    REFER: ("refer", N_("Refer")),
    CARDS: ("cards", N_("Cards")),
    TRAINING: ("training", N_("Training")),
}
"""Icon and name of each, in the order of the navigation."""

_KINDS = {
    Kind.PLAN: PLAN,
    Kind.CHECKLIST: IDENTIFY,
    Kind.GUIDANCE: IDENTIFY,
    Kind.DIRECTORY: DIRECTORY,
    Kind.FORM: REFER,
    Kind.RIGHTS: CARDS,
    Kind.TRAINING: TRAINING,
}
_OF_CONDUCT = "conduct-"
_FIRST_FORM = "form/referral"
_COVERAGE = "guidance/coverage"
_NEARLY_ALL = 5
"""Of the seven kinds of work."""


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the tree with the pages under it; the line may be a page itself."""

    title: str
    pages: tuple[PageHead, ...] = ()
    page: PageHead | None = None


def shelf_of(head: PageHead) -> str:
    """The shelf that a page stands on; the plan's for what has none of its own."""
    if head.id == _COVERAGE:
        return PLAN
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
    if shelf == PLAN:
        return _by_top(tuple(head for head in there if head.parent in (None, "plan")), there)
    if shelf == TRAINING:
        tops = [head for head in there if head.parent is None]
        return _by_top(sorted(tops, key=lambda head: head.id not in mine), there)
    return (*_by_audience(there, mine), *_by_kind(there, mine))


def _by_top(tops: Iterable[PageHead], heads: tuple[PageHead, ...]) -> tuple[Section, ...]:
    """A line for each of these pages, with the pages that are under it."""
    return tuple(
        Section(top.full_title, tuple(head for head in heads if head.parent == top.id != "plan"), top)
        for top in tops
    )


def _by_audience(heads: tuple[PageHead, ...], mine: frozenset[PageId]) -> list[Section]:
    """The checklists by whose work they are for: the officer's own first, then those for nearly all."""
    groups: dict[Audience | None, list[PageHead]] = {}
    for head in heads:
        if head.kind == Kind.CHECKLIST:
            groups.setdefault(_group(head), []).append(head)

    def place(group: Audience | None) -> int:
        if group is None:
            return 1
        return 0 if all(head.id in mine for head in groups[group]) else 2

    return [
        Section(_(ROLE_NAMES[group]) if group else _("For everyone"), tuple(groups[group]))
        for group in sorted(groups, key=place)
    ]


def _group(head: PageHead) -> Audience | None:
    """The work that a checklist is first of all for; None where it is for nearly all."""
    return head.audience[0] if head.audience and len(head.audience) < _NEARLY_ALL else None


def _by_kind(heads: tuple[PageHead, ...], mine: frozenset[PageId]) -> list[Section]:
    found = []
    for kind, title in (
        (Kind.GUIDANCE, _("Guidance")),
        (Kind.FORM, _("Forms")),
        (Kind.RIGHTS, _("Cards")),
    ):
        of_kind = [head for head in heads if head.kind == kind]
        of_kind.sort(key=lambda head: (head.id != _FIRST_FORM, head.id not in mine))
        if of_kind:
            found.append(Section(title, tuple(of_kind)))
    return found
