"""What stands where: every page on one shelf, one's own work first, nothing lost."""

import pytest

from amparo.core.model import Audience, Kind, PageId
from amparo.library.store import Store
from amparo.ui.shelf.shelves import (
    CONDUCT,
    DIRECTORY,
    IDENTIFY,
    REFER,
    SHELVES,
    TRAINING,
    filled,
    sections,
    shelf_of,
)


def mine(store: Store, role: Audience) -> frozenset[PageId]:
    return frozenset(head.id for head in store.pages_for(role))


@pytest.mark.parametrize("role", Audience)
def test_every_page_is_on_its_shelf_once(store: Store, role: Audience) -> None:
    heads = store.heads()
    for shelf in filled(heads):
        if shelf == DIRECTORY:  # has a panel of its own
            continue
        shown = [head.id for section in sections(shelf, heads, mine(store, role)) for head in section.pages]
        shown += [section.page.id for section in sections(shelf, heads, mine(store, role)) if section.page]
        assert sorted(shown) == sorted(head.id for head in heads if shelf_of(head) == shelf)


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Audience.BORDER, "Border or immigration officer"),
        (Audience.LABOUR, "Labour inspector"),
        (Audience.PEACEKEEPING, "Peacekeeping contingent"),
        (Audience.HEALTH, "Health worker"),
    ],
)
def test_checklists_are_by_work_ones_own_first_then_those_for_everyone(
    store: Store, role: Audience, first: str
) -> None:
    titles = [section.title for section in sections(IDENTIFY, store.heads(), mine(store, role))]
    assert titles[:2] == [first, "For everyone"]
    assert titles[-1] == "Guidance"
    assert len(titles) == len(set(titles))


def test_situations_are_the_lines_of_a_work(store: Store) -> None:
    border, everyone, *_ = sections(IDENTIFY, store.heads(), mine(store, Audience.BORDER))
    assert {"checklist/booth", "checklist/secondary-interview", "checklist/documents", "checklist/sea"} <= {
        head.id for head in border.pages
    }
    assert {head.id for head in everyone.pages} == {"checklist/first-contact", "checklist/child"}


def test_training_begins_with_ones_own(store: Store) -> None:
    for role in (Audience.LABOUR, Audience.PEACEKEEPING):
        first = f"training/{role}"
        found = sections(TRAINING, store.heads(), mine(store, role))
        assert found[0].page is not None
        assert found[0].page.id == first
        assert all(head.parent == first for head in found[0].pages)


def test_conduct_has_its_guidance_and_its_sheet(store: Store) -> None:
    found = {section.title: section.pages for section in sections(CONDUCT, store.heads(), frozenset())}
    assert {head.kind for head in found["Guidance"]} == {Kind.GUIDANCE}
    assert [head.id for head in found["Forms"]] == ["form/conduct-sign-off"]


def test_the_referral_form_is_the_first_to_refer_with(store: Store) -> None:
    (forms,) = sections(REFER, store.heads(), frozenset())
    assert [head.id for head in forms.pages] == [
        "form/referral",
        "form/consent",
        "form/directory-correction",
        "form/evidence",
        "form/visit",
    ]
    assert filled(store.heads()) == tuple(SHELVES)
