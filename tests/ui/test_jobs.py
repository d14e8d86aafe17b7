from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from amparo.core.errors import AppError
from amparo.core.progress import Tick
from amparo.ui.jobs import Job, Jobs


def test_a_result_arrives(qtbot: QtBot, jobs: Jobs) -> None:
    def work(tick: Tick) -> str:
        tick(1, 2)
        return "done"

    job = Job(work)
    with qtbot.waitSignals([job.progressed, job.succeeded, job.ended], order="strict"):
        jobs.start(job)


def test_what_a_person_can_act_upon_is_told_and_not_logged(
    qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    def work(tick: Tick) -> None:
        raise AppError("The disk is full.", "Make room.")

    job = Job(work)
    with qtbot.waitSignal(job.ended), qtbot.waitSignal(job.failed) as failed:
        jobs.start(job)
    assert str(failed.args[0]) == "The disk is full. Make room."
    assert not [record for record in caplog.records if record.levelname != "INFO"]


def test_cancelled_work_delivers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    begun, go_on = Event(), Event()

    def work(tick: Tick) -> str:
        begun.set()
        go_on.wait(5)
        tick(1, 2)
        return "never"

    job = Job(work)
    with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.ended):
        jobs.start(job)
        begun.wait(5)
        job.cancel()
        go_on.set()


def test_closing_waits_for_what_runs(qtbot: QtBot, jobs: Jobs) -> None:
    begun, ended = Event(), Event()

    def work(tick: Tick) -> None:
        begun.set()
        try:
            while True:
                tick(0, 0)
        finally:
            ended.set()

    jobs.start(Job(work))
    begun.wait(5)
    jobs.close()
    assert ended.is_set()
