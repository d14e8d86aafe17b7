from pytestqt.qtbot import QtBot

from amparo.core.model import PageId
from amparo.screening.answers import Age, Answer
from amparo.screening.assessment import Outcome
from amparo.ui.screening.sitting import Screening, Screenings
from tests.core.examples import sign

BOOTH, SEA = PageId("checklist/booth"), PageId("checklist/sea")
SIGNS = (sign("B-1"), sign("B-2", applies_to="adult"), sign("B-3", applies_to="child"))


def test_each_checklist_has_its_own_and_none_is_lost(qtbot: QtBot) -> None:
    screenings = Screenings()
    with qtbot.waitSignal(screenings.changed) as told:
        screenings.choose_age(BOOTH, Age.ADULT)
    assert told.args == [BOOTH]
    screenings.answer(BOOTH, "B-1", Answer.CONFIRMED)
    screenings.note(BOOTH, "B-1", "looked away")
    screenings.answer(SEA, "B-M1", Answer.NO)
    assert screenings.of(BOOTH).answers == {"B-1": Answer.CONFIRMED}
    assert screenings.of(BOOTH).notes == {"B-1": "looked away"}
    assert screenings.of(SEA).answers == {"B-M1": Answer.NO}


def test_not_asked_and_an_empty_note_take_back() -> None:
    screenings = Screenings()
    screenings.answer(BOOTH, "B-1", Answer.SUSPECTED)
    screenings.answer(BOOTH, "B-1", Answer.NOT_ASKED)
    screenings.note(BOOTH, "B-1", "x")
    screenings.note(BOOTH, "B-1", "  ")
    assert screenings.of(BOOTH).is_empty


def test_forgetting_leaves_nothing() -> None:
    screenings = Screenings()
    screenings.choose_age(BOOTH, Age.CHILD)
    screenings.judge(BOOTH, True)
    screenings.forget(BOOTH)
    assert screenings.of(BOOTH) == Screening()


def test_the_age_decides_which_signs_are_asked() -> None:
    def ids(age: Age | None) -> list[str]:
        return [one.id for one in Screening(age=age).shown(SIGNS)]

    assert ids(None) == []
    assert ids(Age.ADULT) == ["B-1", "B-2"]
    assert ids(Age.CHILD) == ids(Age.POSSIBLE_CHILD) == ["B-1", "B-3"]


def test_a_sign_that_is_not_asked_at_this_age_does_not_count() -> None:
    answers = {"B-2": Answer.CONFIRMED}
    adult = Screening(age=Age.ADULT, answers=answers).assessed(SIGNS)
    child = Screening(age=Age.CHILD, answers=answers).assessed(SIGNS)
    assert adult is not None
    assert child is not None
    assert adult.outcome is Outcome.LOOK_FURTHER
    assert child.outcome is Outcome.NOT_ESTABLISHED
    assert Screening(answers=answers).assessed(SIGNS) is None
