from pytestqt.qtbot import QtBot

from amparo.core.model import PageId
from amparo.ui.training.sitting import Answer, Progress, Sitting

BAR, FLIGHT, RUNAWAY = (PageId(f"training/x/{name}") for name in ("bar", "flight", "runaway"))
ALL = (BAR, FLIGHT, RUNAWAY)


def test_the_first_answer_counts(qtbot: QtBot) -> None:
    sitting = Sitting()
    with qtbot.waitSignal(sitting.changed):
        sitting.answer(BAR, Answer(2, is_right=False))
    with qtbot.assertNotEmitted(sitting.changed):
        sitting.answer(BAR, Answer(1, is_right=True))
    assert sitting.answer_of(BAR) == Answer(2, is_right=False)
    assert sitting.answer_of(FLIGHT) is None


def test_progress_is_of_the_scenarios_that_are_asked_for() -> None:
    sitting = Sitting()
    sitting.answer(BAR, Answer(0, is_right=True))
    sitting.answer(FLIGHT, Answer(1, is_right=False))
    assert sitting.progress(ALL) == Progress(answered=2, right=1, of=3)
    assert sitting.progress((RUNAWAY,)) == Progress(answered=0, right=0, of=1)


def test_what_is_forgotten_can_be_answered_anew() -> None:
    sitting = Sitting()
    sitting.answer(BAR, Answer(2, is_right=False))
    sitting.forget((BAR, FLIGHT))
    sitting.answer(BAR, Answer(1, is_right=True))
    assert sitting.progress(ALL) == Progress(answered=1, right=1, of=3)
