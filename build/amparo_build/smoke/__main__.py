"""`python3 build/dev.py smoke [PICTURES]`: the frozen folder is used as by an officer on a bare machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from amparo.exchange.keycard import KeyCard
from amparo.exchange.signing import new_signing_key
from amparo_build.freeze.folder import FOLDER
from amparo_build.smoke.debian import NoDebian, life_of_package, minimal_debian
from amparo_build.smoke.names import NAME
from amparo_build.smoke.publisher import a_newer_edition
from amparo_build.smoke.room import NOBODY, Room, clear_away, furnish, leave_the_network
from amparo_build.smoke.screen import SOCKETS, Screen, a_screen, to_png

NEEDS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "age", "age-keygen")
PACKAGES = "xvfb openbox xdotool dbus at-spi2-core gir1.2-atspi-2.0 python3-gi age"
_SOURCES = Path(__file__).parents[2]


@dataclass(frozen=True)
class Seen:
    """What came of one thing that was tried."""

    name: str
    wrong: str = ""


def main(arguments: list[str]) -> int:
    """Try everything; 1 where something was wrong."""
    if problem := in_the_way():
        print(problem, file=sys.stderr)
        return 2
    pictures = Path(arguments[0] if arguments else "dist/pictures").absolute()
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="amparo-smoke-") as named:
        scratch = Path(named)
        scratch.chmod(0o755)
        update = a_newer_edition(scratch / "publisher")
        system = _system(scratch / "system")
        leave_the_network()
        seen = []
        try:
            for one in everything(scratch, pictures, update, system):
                print(f"{'wrong' if one.wrong else 'well '}  {one.name}  {one.wrong}", flush=True)
                seen.append(one)
        finally:
            clear_away(scratch)
    wrong = [one for one in seen if one.wrong]
    print(f"{len(seen)} tried, {len(wrong)} wrong; pictures are in {pictures}")
    return 1 if wrong else 0


def in_the_way() -> str:
    """Why nothing can be tried here; empty for nothing."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "The smoke test makes rooms without a network: it needs Linux, and root."
    if not (FOLDER / "amparo").exists():
        return "There is no frozen program: python3 build/dev.py freeze makes it."
    if missing := [name for name in NEEDS if shutil.which(name) is None]:
        return f"{', '.join(missing)} is missing: apt-get install {PACKAGES}"
    return ""


def everything(scratch: Path, pictures: Path, update: Path, debian: Path | str) -> Iterator[Seen]:
    """Rooms from bare to kind, and in each what an officer would do.

    Args: debian: the root of a minimal system, or why there is none.
    """
    if isinstance(debian, Path) and (packages := list((FOLDER.parent / "packages").glob("*.deb"))):
        shutil.copy(packages[0], scratch)
        yield from (Seen(*told) for told in life_of_package(scratch / packages[0].name, debian))
        bare = furnish(FOLDER, debian, scratch / "minimal", portable="")
        yield _doctor("minimal Debian: the folder, by the doctor", bare)
        yield from _window_in(debian, scratch / "in-minimal", pictures)
    else:
        print(f"not tried: a minimal Debian ({debian if isinstance(debian, str) else 'no package was made'})")
    system = Path("/")
    before = _listing()
    bare = furnish(FOLDER, system, scratch / "bare", portable="")
    yield _doctor("doctor: nobody, no environment, no network, read-only", bare)
    portable = furnish(FOLDER, system, scratch / "portable", portable="writable")
    journeys = (
        "first_start",
        "search",
        "save_pdf",
        "vault",
        "referral",
        "screening",
        "update",
        "licences",
        "close",
    )
    card, key = _card(scratch)
    shutil.copytree(update, portable.output / "stick")
    yield from _window("portable", portable, journeys, pictures, card, keeps=True)
    yield _opened_by_age(portable, key)
    terminal = furnish(FOLDER, system, scratch / "terminal", portable="writable")
    yield from _updated(terminal, update)
    yield _nothing_in_clear(scratch / "portable" / "portable")
    yield Seen("nothing is left on the machine", _difference(before))
    read_only = furnish(FOLDER, system, scratch / "read-only", portable="read-only")
    refused = ("first_start", "search", "screening", "vault", "close")
    yield from _window("read-only", read_only, refused, pictures, card, keeps=False)
    yield Seen("nothing is left on the machine by read-only media", _difference(before))


def _system(folder: Path) -> Path | str:
    """A minimal Debian of one's own, or why there is none."""
    try:
        # as it is: read as files, its devices would never end
        subprocess.run(["cp", "--archive", str(minimal_debian()), str(folder)], check=True)
    except (NoDebian, OSError, subprocess.CalledProcessError) as error:
        return str(error)
    return folder


def _doctor(name: str, room: Room) -> Seen:
    done = room.run("doctor", "--json")
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return Seen(name, f"{done.returncode}: {done.stdout[-300:]} {done.stderr[-300:]}")
    unexpected = [line for line in report["wrong"] if "Nothing can be kept" not in line]
    whole = report["program"].get("commit") and report["index"]["state"] == "sound"
    return Seen(name, "" if whole and not unexpected else str(unexpected or report["program"]))


def _window(
    name: str, room: Room, journeys: tuple[str, ...], pictures: Path, card: str, *, keeps: bool
) -> Iterator[Seen]:
    """The real window, used by mouse and keyboard."""
    kept = pictures / name
    kept.mkdir()
    place = room.folder.parent
    with a_screen(place) as screen:
        room.share(SOCKETS, screen.bus)
        program = subprocess.Popen(
            room.command(environment=screen.environment),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            told = {
                "task": {
                    "journeys": journeys,
                    "keeps": keeps,
                    "output": str(room.output),
                    "card": card,
                    "stick": str(room.output / "stick"),
                },
                "frame": str(screen.frame),
                "pictures": str(kept),
            }
            yield from _journeys(told, place / "task.json", screen, name)
            code = program.wait(20)
            yield Seen(f"{name}: it ends by its own key", "" if code == 0 else f"exit code {code}")
        except subprocess.TimeoutExpired:
            yield Seen(f"{name}: it ends by its own key", "it does not")
        finally:
            program.kill()
            said, _nothing = program.communicate()
            if said.strip():
                (kept / "said.txt").write_text(said, encoding="utf-8")
    for dump in sorted(kept.glob("*.xwd")):
        to_png(dump)


def _window_in(debian: Path, scratch: Path, pictures: Path) -> Iterator[Seen]:
    """The window in a system that has nothing else, of which not a file may have changed afterwards."""
    room = furnish(FOLDER, debian, scratch, portable="writable")
    before = _all_of(debian)
    journeys = ("first_start", "search", "save_pdf", "vault", "screening", "close")
    yield from _window("minimal Debian", room, journeys, pictures, "", keeps=True)
    changed = sorted(path for path, _size, _time in before ^ _all_of(debian))
    name = f"minimal Debian: of its {len(before)} files none came, went or changed"
    yield Seen(name, ", ".join(changed[:5]))


def _all_of(system: Path) -> set[tuple[str, int, int]]:
    """Every file of a system with its size and time, but for what we lent it."""
    found = set()
    for folder, folders, files in os.walk(system):
        folders[:] = [one for one in folders if one != SOCKETS.name and not one.startswith("amparo-smoke-")]
        for path in (Path(folder, one) for one in (*files, *folders)):
            told = path.lstat()
            is_folder = path.is_dir() and not path.is_symlink()
            found.add((str(path), 0, 0) if is_folder else (str(path), told.st_size, told.st_mtime_ns))
    return found


def _journeys(told: Mapping[str, object], task: Path, screen: Screen, name: str) -> Iterator[Seen]:
    task.write_text(json.dumps(told), encoding="utf-8")
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "PYTHONPATH": str(_SOURCES), **screen.environment}
    command = ["/usr/bin/python3", "-m", "amparo_build.smoke.journeys", str(task)]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    for line in running.stdout:
        said = json.loads(line)
        yield Seen(f"{name}: {said['name']} ({said['seconds']:.0f} s)", said["wrong"])
    running.wait()


def _card(scratch: Path) -> tuple[str, Path]:
    """A key card as a desk would give it, and the key that opens what is sealed to it, for stock `age`."""
    key = scratch / "desk.key"
    subprocess.run(["age-keygen", "-o", str(key)], check=True, stderr=subprocess.DEVNULL)
    public = subprocess.run(["age-keygen", "-y", str(key)], check=True, capture_output=True, text=True)
    until = (datetime.now(UTC) + timedelta(days=30)).date()
    signer = new_signing_key().public
    made = KeyCard(
        name="Desk of the smoke test", public=public.stdout.strip(), signer=signer, valid_until=until
    )
    return made.line, key


def _opened_by_age(room: Room, key: Path) -> Seen:
    name = "the sealed referral opens with stock age"
    sealed = list(room.output.glob("*.age"))
    if len(sealed) != 1:
        return Seen(name, f"{len(sealed)} sealed files")
    opened = subprocess.run(
        ["age", "--decrypt", "-i", str(key), str(sealed[0])], check=False, capture_output=True
    )
    return Seen(name, "" if opened.stdout.startswith(b"PK") else opened.stderr.decode(errors="replace"))


def _updated(room: Room, update: Path) -> Iterator[Seen]:
    """From a stick, in the terminal: the source is trusted, the edition received, and found."""
    stick = room.output / "stick"
    shutil.copytree(update, stick)
    letters = (stick / "letters").read_text(encoding="ascii")
    [source] = stick.glob("*.amparo-source")
    for words, told in (
        (("source", str(source), "--letters", letters), letters),
        (("update", "--from", str(stick)), "is here"),
        (("search", "2295-4000"), "directory/cri"),
        (("export", str(room.output)), "amparo-content"),
    ):
        done = room.run(*words)
        is_well = done.returncode == 0 and told in done.stdout
        yield Seen(f"terminal, from a stick: {words[0]}", "" if is_well else f"{done.stdout} {done.stderr}")


def _nothing_in_clear(data: Path) -> Seen:
    forms = (NAME.encode(), NAME.encode("utf-16-le"))
    found = [
        str(path.relative_to(data))
        for path in data.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]
    return Seen("no file holds the person's name in clear", ", ".join(found))


def _listing() -> set[str]:
    """What a program might leave on a machine: files of its user's, and in the places for passing files."""
    command = ["find", "/", "-xdev", "-user", str(NOBODY), "-not", "-path", "/proc/*"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return set(done.stdout.splitlines())


def _difference(before: set[str]) -> str:
    left = {path for path in _listing() - before if "/amparo-smoke-" not in path}
    return ", ".join(sorted(left)[:5])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
