"""How each kind of document becomes pages."""

from collections.abc import Callable

from amparo.library.documents import Written
from amparo.library.draft import Draft
from amparo.library.pages import data, plan, prose

PAGES: dict[str, Callable[[Written], tuple[Draft, ...]]] = {
    "plan": plan.pages,
    "guidance": prose.pages,
    "checklist": data.checklist,
    "form": data.form,
    "rights": data.rights,
    "training": data.training,
    "directory": data.directory,
}
"""Sources and thesaurus are tables of their own, and no pages."""
