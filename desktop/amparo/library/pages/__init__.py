"""How each kind of document becomes pages."""

from collections.abc import Callable

from amparo.library.documents import Written
from amparo.library.draft import Draft
from amparo.library.pages import checklist, directory, form, plan, prose, rights, training

PAGES: dict[str, Callable[[Written], tuple[Draft, ...]]] = {
    "plan": plan.pages,
    "guidance": prose.pages,
    "checklist": checklist.pages,
    "form": form.pages,
    "rights": rights.pages,
    "training": training.pages,
    "directory": directory.pages,
}
"""Sources and thesaurus are tables of their own, and no pages."""
