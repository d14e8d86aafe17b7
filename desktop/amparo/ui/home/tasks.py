"""The three tasks of each role."""

from dataclasses import dataclass

from amparo.core.i18n import N_
from amparo.core.model import Audience, PageId
from amparo.core.states import page_of_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do, with a verb on its button.

    Attributes:
        page: that it opens.
        prints: whether it goes straight to the preview.
        calls: whether its card shows the first numbers themselves.
        screens: whether it begins a screening by the checklist that it opens.
    """

    title: str
    words: str
    verb: str
    page: PageId
    prints: bool = False
    calls: bool = False
    screens: bool = False


_CHECKLISTS = {
    Audience.BORDER: PageId("checklist/booth"),
    Audience.LABOUR: PageId("checklist/walk-through"),
    Audience.PEACEKEEPING: PageId("checklist/checkpoint"),
    Audience.POLICE: PageId("checklist/police"),
    Audience.CONSULAR: PageId("checklist/consular"),
    Audience.HEALTH: PageId("checklist/health"),
    Audience.SOCIAL: PageId("checklist/social"),
}


def tasks_for(role: Audience, state: str) -> tuple[Task, Task, Task]:
    """What this role does most: call somebody, screen a person, print a checklist.

    Args:
        state: the officer's, ISO 3166 alpha-3.
    """
    to_call = Task(
        title=N_("Whom to call"),
        words=N_("Emergency, the reporting line, and who answers in your state."),
        verb=N_("Open the directory"),
        page=page_of_state(state),
        calls=True,
    )
    to_screen = Task(
        title=N_("Screen a person"),
        words=N_("Go through the signs that your work most often meets; see what they add up to."),
        verb=N_("Begin a screening"),
        page=_CHECKLISTS[role],
        screens=True,
    )
    to_print = Task(
        title=N_("Print a checklist"),
        words=N_("The signs that your work most often meets, with boxes to tick."),
        verb=N_("Print"),
        page=_CHECKLISTS[role],
        prints=True,
    )
    return (to_call, to_screen, to_print)
