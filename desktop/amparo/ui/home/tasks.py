"""The three tasks of each role, as far as there is content for them."""

from collections.abc import Collection
from dataclasses import dataclass

from amparo.core.contacts import page_of_state
from amparo.core.i18n import N_
from amparo.core.model import Audience, Kind, PageId
from amparo.library.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do, with a verb on its button.

    Attributes:
        page: that it opens; empty where it opens the search box.
        only_mine: whether the tree then shows what concerns the officer's work alone.
        prints: whether it goes straight to the preview.
        calls: whether its card shows the first numbers themselves.
    """

    title: str
    words: str
    verb: str
    page: str = ""
    only_mine: bool = False
    prints: bool = False
    calls: bool = False


_KEY_PAGES = {
    Audience.BORDER: (
        "plan/activity/6",
        N_("Activity 6: security and immigration officers sharing information."),
    ),
    Audience.LABOUR: ("plan/activity/15", N_("Activity 15: supervising travel agents and job recruiters.")),
    Audience.PEACEKEEPING: (
        "plan/activity/13",
        N_("Activity 13: instructions for officials in peacekeeping operations."),
    ),
    Audience.POLICE: (
        "plan/activity/23",
        N_("Activity 23: evidence that does not rest on the victim’s testimony."),
    ),
    Audience.CONSULAR: (
        "plan/activity/35",
        N_("Activity 35: victims know of consular services and can reach them."),
    ),
    Audience.HEALTH: ("plan/activity/36", N_("Activity 36: everyone whom a victim meets has been trained.")),
    Audience.SOCIAL: (
        "plan/activity/37",
        N_("Activity 37: adequate shelters, by gender, age and other factors."),
    ),
}


_CHECKLISTS = {
    Audience.BORDER: "checklist/booth",
    Audience.LABOUR: "checklist/walk-through",
    Audience.PEACEKEEPING: "checklist/checkpoint",
    Audience.POLICE: "checklist/police",
    Audience.CONSULAR: "checklist/consular",
    Audience.HEALTH: "checklist/health",
    Audience.SOCIAL: "checklist/social",
}


def tasks_for(role: Audience, state: str, there: Collection[PageId]) -> tuple[Task, Task, Task]:
    """What this role does most: call somebody, read what concerns it, print a checklist or its key page.

    Args:
        state: the officer's, ISO 3166 alpha-3.
        there: the pages of this content; where they lack one, the task is to find a passage, or to print
            the key page.
    """
    page, words = _KEY_PAGES[role]
    to_print = Task(title=N_("Print the key page"), words=words, verb=N_("Print"), page=page, prints=True)
    if _CHECKLISTS[role] in there:
        to_print = Task(
            title=N_("Print a checklist"),
            words=N_("The signs that your work most often meets, with boxes to tick."),
            verb=N_("Print"),
            page=_CHECKLISTS[role],
            prints=True,
        )
    to_call = Task(
        title=N_("Find a passage"),
        words=N_("Type two words; the passages of the kit that answer are listed as you type."),
        verb=N_("Search"),
    )
    if page_of_state(state) in there:
        to_call = Task(
            title=N_("Whom to call"),
            words=N_("Emergency, the reporting line, and who answers in your state."),
            verb=N_("Open the directory"),
            page=page_of_state(state),
            calls=True,
        )
    return (
        to_call,
        Task(
            title=N_("Read what concerns my work"),
            words=N_("The activities and mandates of the Work Plan that name or concern your work."),
            verb=N_("Read"),
            page=page,
            only_mine=True,
        ),
        to_print,
    )


def missing_kinds(store: Store) -> tuple[Kind, ...]:
    """The kinds of document that an officer will look for, and that this content has none of."""
    wanted = (Kind.CHECKLIST, Kind.GUIDANCE, Kind.DIRECTORY, Kind.FORM)
    return tuple(kind for kind in wanted if not store.has(kind))
