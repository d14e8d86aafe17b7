"""What an officer does with the kit, from the first window on; each step is seen on the screen.

Runs in the system's Python beside `officer`; told by a file what to use and where to keep what comes of it.
"""

import json
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from amparo_build.smoke.names import NAME, PASSPHRASE
from amparo_build.smoke.officer import Lost, Officer


@dataclass(frozen=True)
class Task:
    """What is told to a run of journeys.

    Attributes:
        journeys: names of them, done in order; those after one that fails are not done.
        keeps: whether the kit has a place to keep things in.
        output: a folder that the officer saves to; the program's user can write to it.
        card: a line of a key card, to seal to.
        stick: a folder with a newer edition, whose directory has a number that the kit's own has not.
    """

    journeys: tuple[str, ...]
    keeps: bool
    output: str
    card: str
    stick: str = ""


def first_start(officer: Officer, _task: Task) -> None:
    """Three choices, and the kit opens."""
    officer.find("Welcome to Amparo")
    officer.click("Border or immigration officer")
    officer.click("Your state", "text")
    officer.type("Costa Rica")
    officer.press("Return")
    officer.click("Open the kit")
    officer.find("What do you need")
    officer.keep_picture("home")


def search(officer: Officer, _task: Task) -> None:
    """A word with an error in it, and then a number that goes straight to its page."""
    officer.press("ctrl+k")
    officer.type("traficking")
    officer.read(r"\d+ passages")
    officer.keep_picture("search")
    officer.press("ctrl+a")
    officer.type("activity 13")
    officer.find("Go to Activity 13")
    officer.press("Return")
    officer.read("peacekeeping operations are provided instructions")
    officer.keep_picture("activity-13")


def save_pdf(officer: Officer, task: Task) -> None:
    """What is on the screen as PDF."""
    target = Path(task.output) / "activity-13.pdf"
    officer.press("ctrl+p")
    officer.click("Save as PDF", "push button")
    _give(officer, "File name:", str(target))
    officer.read("Saved as activity-13.pdf")
    officer.keep_picture("preview")
    officer.press("Escape")
    if not target.read_bytes().startswith(b"%PDF-"):
        raise Lost("the file that was saved is no PDF")


def screening(officer: Officer, _task: Task) -> None:
    """Answers beside a person, and what they add up to."""
    officer.press("alt+Home")
    officer.click("Begin a screening")
    officer.find("Adult", "radio button")
    officer.press("space")
    officer.press("c", "Down", "c", "Down", "n")
    officer.read("Act now")
    officer.find("3 of ")
    officer.keep_picture("screening")


def vault(officer: Officer, task: Task) -> None:
    """A vault is made, a case kept in it, the vault locked and opened again; or it is refused in words."""
    officer.press("ctrl+l")
    officer.find("New passphrase", "password text")
    officer.type(PASSPHRASE)
    officer.click("The same once more", "password text")
    officer.type(PASSPHRASE)
    officer.press("Return")
    if not task.keeps:
        officer.read("so that no vault was made")
        officer.keep_picture("vault-refused")
        return
    officer.find("New case", "push button", patience_s=60)
    officer.click("New case")
    officer.find("Begin a referral")
    officer.click("Name as the person", "text")
    officer.type(NAME)
    time.sleep(1.5)  # it is kept while one goes on
    officer.keep_picture("case")
    officer.press("ctrl+l")
    officer.find("Passphrase", "password text")
    if any(NAME in line for line in officer.outline().splitlines()):
        raise Lost("the name is still on the screen after locking")
    officer.keep_picture("locked")
    officer.type(PASSPHRASE)
    officer.press("Return")
    officer.find("New case", "push button", patience_s=60)
    officer.tab_to("Cases and visits")
    officer.press("Return")
    officer.read(NAME)


def referral(officer: Officer, task: Task) -> None:
    """The least that is needed, then sealed to a key card, into a file."""
    officer.tab_to("Begin a referral", "push button")
    officer.press("space")
    officer.find("Date, time, time zone", "text")
    officer.click("Show every field")  # and back: the editor is made anew, and the keys are on its head
    officer.click("Only what is needed first")
    _choose(officer, "Urgency level", "Urgent")
    _fill(officer, "Referring body", "Border police")
    _fill(officer, "Receiving body", "Child protection")
    _choose(officer, r"Does the person agree to the referral\?", "yes")
    _fill(officer, "Preferred language", "es")
    _choose(officer, "Age group", "adult")
    _tick(officer, "Needs that the person asks for: safety")
    _fill(officer, r"Signs seen \(codes", "own judgement")
    _choose(officer, r"Urgent medical need\?", "no$")
    _tick(officer, "Immediate threats: debt")
    officer.keep_picture("referral")
    officer.click("Seal for a receiver")
    officer.find("Seal the referral")
    officer.click("Line of a key card", "text")
    officer.type(task.card)
    officer.keep_picture("key-card")
    officer.click("The letters are the same", "push button")
    officer.tab_to("Desk of the smoke test", "check box")
    officer.press("space")
    officer.keep_picture("sealing")
    officer.click("Seal and save")
    _give(officer, "Directory:", task.output)
    officer.read("Sealed as")
    officer.keep_picture("sealed")
    if not list(Path(task.output).glob("*.age")):
        raise Lost("no sealed file is in the folder")


def update(officer: Officer, task: Task) -> None:
    """A publisher is trusted once its letters are compared, and a newer edition received from a stick."""
    stick = Path(task.stick)
    [source] = stick.glob("*.amparo-source")
    officer.click("^Updates$")
    officer.click("Add a source file", "push button")
    _give(officer, "File name:", str(source))
    officer.read((stick / "letters").read_text(encoding="ascii"))
    officer.keep_picture("letters")
    officer.click("The letters are the same: trust it", "push button")
    officer.click("From a stick", "push button")
    _give(officer, "Directory:", str(stick))
    officer.read(r"^Edition \d+\.1\.1$", patience_s=60)
    officer.keep_picture("received")
    officer.press("ctrl+k")
    officer.type("2295-4000")
    officer.read("Costa Rica")
    officer.press("Return")
    officer.read("2295-4000")
    officer.keep_picture("new-number")


def licences(officer: Officer, _task: Task) -> None:
    """The terms of the program and of a part of it."""
    officer.click("^Settings$")
    officer.tab_to("Licences of its parts", "push button")
    officer.press("space")
    officer.read("Apache License")
    officer.press("Down", "Down")
    officer.read("Permission is hereby granted|Copyright")
    officer.keep_picture("licences")
    officer.press("Escape")


def close(officer: Officer, _task: Task) -> None:
    """The kit is closed by its own key."""
    officer.press("ctrl+q")


def _give(officer: Officer, line: str, path: str) -> None:
    """Tell the system's own dialog a file or folder."""
    officer.find(line, "text")
    officer.press("ctrl+a")
    officer.type(path)
    officer.press("Return")


def _choose(officer: Officer, field: str, option: str) -> None:
    officer.tab_to(f"^{field}: no answer", "radio button")
    for key in ("Right", "Right", "Down", "Left", "Left", "Right", "Right", "Down", "Left"):  # over the rows
        officer.press(key)
        focused = officer.focused()
        if focused and officer.matches(f"^{field}: {option}", focused):
            return
    raise Lost(f"{field} has no {option}")


def _fill(officer: Officer, field: str, words: str) -> None:
    officer.tab_to(f"^{field}", "text")
    officer.type(words)


def _tick(officer: Officer, box: str) -> None:
    officer.tab_to(f"^{box}", "check box")
    officer.press("space")


JOURNEYS: dict[str, Callable[[Officer, Task], None]] = {
    journey.__name__: journey
    for journey in (first_start, search, save_pdf, screening, vault, referral, update, licences, close)
}


def main(arguments: list[str]) -> int:
    """Do what the file tells; a line of JSON for each journey: its name, seconds, and what went wrong."""
    told = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    task = Task(**told["task"])
    officer = Officer(Path(told["frame"]), Path(told["pictures"]))
    for name in task.journeys:
        began, wrong = time.monotonic(), ""
        try:
            JOURNEYS[name](officer, task)
        except Exception as error:
            wrong = f"{error}" if isinstance(error, Lost) else traceback.format_exc()
            officer.keep_picture(f"{name}-failed")
            (Path(told["pictures"]) / f"{name}-failed.txt").write_text(officer.outline(), encoding="utf-8")
        print(json.dumps({"name": name, "seconds": time.monotonic() - began, "wrong": wrong}), flush=True)
        if wrong:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
