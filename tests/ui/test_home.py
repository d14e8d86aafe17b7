import pytest

from amparo.core.model import Audience
from amparo.core.states import STATES
from amparo.library.store import Store
from amparo.ui.home.tasks import tasks_for


@pytest.mark.parametrize("role", Audience)
def test_the_tasks_of_every_role_open_pages_of_the_kit(store: Store, role: Audience) -> None:
    pages = {head.id for head in store.heads()}
    for state in STATES:
        assert {task.page for task in tasks_for(role, state)} <= pages
