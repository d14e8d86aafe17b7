"""When a vault locks by itself."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amparo.ui.vault import watch as watching
from amparo.ui.vault.watch import Watch
from tests.programs import environment, python


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(watching, "time", clock)
    return clock


@pytest.fixture
def watch(qapp: QApplication, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    monkeypatch.setattr(sys, "platform", "none")  # no bus of this computer
    watch = Watch(qapp)
    watch.set_idle(2)
    watch.start()
    yield watch
    watch.stop()


def look(watch: Watch, clock: Clock, seconds: float, step_s: float = 5) -> bool:
    """Look every few seconds for so long; whether it expired."""
    told: list[bool] = []
    watch.expired.connect(lambda: told.append(True))
    while seconds > 0 and not told:
        clock.now += step_s
        seconds -= step_s
        watch.look()
    return bool(told)


def touch() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QObject(), event)


def test_it_expires_after_so_long_without_a_touch(watch: Watch, clock: Clock) -> None:
    assert not look(watch, clock, 115)
    assert look(watch, clock, 10)


def test_a_touch_begins_the_time_anew(watch: Watch, clock: Clock) -> None:
    assert not look(watch, clock, 115)
    touch()
    assert not look(watch, clock, 115)


def test_a_look_that_comes_much_too_late_means_that_the_computer_slept(watch: Watch, clock: Clock) -> None:
    assert look(watch, clock, 90, step_s=90)


def test_a_clock_set_back_expires_it(watch: Watch, clock: Clock) -> None:
    assert look(watch, clock, 1, step_s=-3600)


def test_what_does_not_watch_does_not_expire(watch: Watch, clock: Clock) -> None:
    watch.stop()
    assert not look(watch, clock, 600)
    assert not watch.is_on


LISTEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from amparo.ui.vault.sleep import SleepSignal
app = QApplication([])
sleep = SleepSignal(app)
sleep.going.connect(lambda: print("going", flush=True))
QTimer.singleShot(0, lambda: print("ready", flush=True))
QTimer.singleShot(8000, app.quit)
app.exec()
"""
TELL = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
app, bus = QCoreApplication([]), QDBusConnection.systemBus()
assert bus.registerService("org.freedesktop.login1")
login = "org.freedesktop.login1"
for path, interface, signal, said in (
    ("", "Manager", "PrepareForSleep", [False]),
    ("", "Manager", "PrepareForSleep", [True]),
    ("/session/x", "Session", "Lock", []),
):
    message = QDBusMessage.createSignal("/org/freedesktop/login1" + path, f"{login}.{interface}", signal)
    message.setArguments(said)
    assert bus.send(message)
QDBusConnection.disconnectFromBus("qt_default_system_bus")
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="a bus of the system is asked for"
)
def test_sleep_and_a_locked_session_are_told_by_the_bus() -> None:
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        world = environment(DBUS_SYSTEM_BUS_ADDRESS=address, QT_QPA_PLATFORM="offscreen")
        listening = subprocess.Popen(
            [sys.executable, "-c", LISTEN], env=world, stdout=subprocess.PIPE, text=True
        )
        assert listening.stdout is not None
        assert listening.stdout.readline() == "ready\n"
        told = python(TELL, env=world)
        assert told.returncode == 0, told.stderr
        assert [listening.stdout.readline() for _time in range(2)] == ["going\n", "going\n"]
        listening.kill()
        listening.communicate()
    finally:
        bus.kill()
        bus.communicate()


def test_it_is_quiet_where_there_is_no_bus(qtbot: QtBot) -> None:
    code = (
        "from PySide6.QtWidgets import QApplication\nfrom amparo.ui.vault.sleep import SleepSignal\n"
        "app = QApplication([]); SleepSignal(app); print('fine')"
    )
    world = environment(DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nonexistent", QT_QPA_PLATFORM="offscreen")
    ran = python(code, env=world)
    assert (ran.stdout, ran.stderr) == ("fine\n", ""), os.environ.get("DISPLAY", "")
