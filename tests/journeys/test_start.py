"""What happens before the first window is up, and what never happens at all."""

from pathlib import Path

from tests.programs import environment, python

HEAVY = (
    *("whoosh", "reportlab", "yaml", "msgspec", "pypdfium2", "markdown_it", "sqlite_utils", "click"),
    *("sqlcipher3", "cryptography", "pyrage", "zxcvbn"),
)

WATCH = """
import sys
families = []
def hook(event, args):
    if event == "socket.__new__" and int(args[1]) in (2, 10):
        families.append(args[1])
sys.addaudithook(hook)
"""
OPEN = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from amparo.start import Start
from amparo.core.places import find_places
app = QApplication([])
start = Start(app, find_places())
while start.kit is None:
    app.processEvents()
kit = start.kit
"""
OPEN_AND_NO_MORE = OPEN.replace("while start.kit is None:\n    app.processEvents()", "start._make_kit()")
"""What comes after the first paint of the page cannot have begun."""
USE = """
def use(damaged):
    kit.window.search_box.setText("peacekeeping")
    kit.window.results_model.changed.connect(leave)
def leave(state):
    if state.rows:
        kit.window.read("plan/activity/13")
        app.quit()
kit._content.search.opened.connect(use)
QTimer.singleShot(30_000, app.quit)
app.exec()
assert kit.window.reading.state.page.id == "plan/activity/13"
kit.shell.close()
kit.close()
"""


def run(code: str, home: Path) -> str:
    home.mkdir(parents=True, exist_ok=True)
    (home / "settings.json").write_text('{"role": "border", "state": "CRI", "language": "en"}')
    ran = python(code, env=environment(QT_QPA_PLATFORM="offscreen"), timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_first_window_is_up_before_anything_heavy_is_loaded(home: Path) -> None:
    say = f"import sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    close = "kit.shell.close(); kit.close()"
    assert run(f"{OPEN_AND_NO_MORE}\n{say}\n{close}", home) == "[]\n"


def test_no_connection_is_ever_opened(home: Path) -> None:
    assert run(f"{WATCH}\n{OPEN}\n{USE}\nprint(families)", home) == "[]\n"


def test_the_watch_would_see_a_connection(home: Path) -> None:
    assert run(f"{WATCH}\nimport socket\nsocket.socket().close()\nprint(len(families))", home) == "1\n"


BROKEN = """
import amparo.app, amparo.start
from amparo.ui import messages
def no_kit(*_):
    raise ValueError("a name")
amparo.app.Kit = no_kit
messages.show_bug = lambda report, parent: print("a name" in report, "no_kit" in report, parent.isVisible())
raise SystemExit(amparo.start.open_window())
"""


def test_a_kit_that_cannot_be_made_says_so_and_leaves_no_empty_window(home: Path) -> None:
    ran = python(BROKEN, env=environment(QT_QPA_PLATFORM="offscreen"), timeout=60)
    assert (ran.returncode, ran.stdout) == (1, "False True True\n"), ran.stderr
