"""The steps of dev.py, each by itself; none makes an environment or needs a network."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

HERE = "{}.{}".format(*sys.version_info)
needs_posix = pytest.mark.skipif(os.name == "nt", reason="as POSIX does it")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AMPARO_VENV", "AMPARO_CONTENT", "SUDO_UID"):
        monkeypatch.delenv(name, raising=False)


def make_executable(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    path.chmod(0o755)


# Python


def test_an_old_python_can_read_it() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("version", "is_64_bit", "expected"),
    [
        ((2, 7), True, False),
        ((3, 10), True, False),
        ((3, 11), True, True),
        ((3, 12), False, False),
        ((3, 14), True, True),
        ((3, 15), True, False),
    ],
)
def test_which_python_fits(version: tuple[int, int], is_64_bit: bool, expected: bool) -> None:
    assert dev.fits(version, is_64_bit) is expected


@needs_posix
def test_the_newest_python_is_tried_first_and_one_that_only_fails_is_passed_over(tmp_path: Path) -> None:
    shims, system = tmp_path / "shims", tmp_path / "system"
    make_executable(shims / "python3.14", "exit 127")
    make_executable(shims / "python3.10", "exit 0")
    make_executable(system / "python3.14", f'exec "{sys.executable}" "$@"')
    make_executable(system / "python3.11", "exit 0")
    (system / "python3.12").write_text("not executable", encoding="ascii")
    found = dev.candidates({"PATH": os.pathsep.join(["", str(shims), str(system)])})
    expected = [shims / "python3.14", system / "python3.14", system / "python3.11"]
    assert found == [[str(path)] for path in expected]
    assert [dev.works(python) for python in found[:2]] == [False, True]
    assert not dev.works([str(tmp_path / "gone")])


@needs_posix
def test_where_no_python_fits_a_sentence_says_which_would(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "fits", lambda *_: False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.Stop, match=r"64-bit Python from 3\.11 to 3\.14"):
        dev.use_fitting_python(["run"])


@needs_posix
def test_a_fitting_python_goes_on_with_the_same_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[list[str]] = []
    make_executable(tmp_path / "python3.13", "exit 0")
    monkeypatch.setattr(dev, "fits", lambda *_: False)
    monkeypatch.setattr(dev, "go", started.append)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.Stop):  # `go` does not come back, but for here
        dev.use_fitting_python(["run", "search"])
    assert started == [[str(tmp_path / "python3.13"), str(Path(dev.__file__).resolve()), "run", "search"]]


# Variables


def test_what_leads_pip_astray_is_dropped_and_the_offices_settings_stay() -> None:
    office = {"PIP_INDEX_URL": "an index", "PIP_CERT": "a file", "HTTPS_PROXY": "a proxy", "HOME": "/h"}
    astray = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_CONSTRAINT", "PIP_REQUIRE_VIRTUALENV")
    clean = dev.cleaned(dict.fromkeys(astray, "x") | office | {"PIP_USER": "1"})
    assert clean == office | {"PIP_USER": "0", "PYTHONUTF8": "1"}


def test_the_persons_choice_of_encoding_stays_unless_it_is_none() -> None:
    assert dev.cleaned({"PYTHONUTF8": "0"})["PYTHONUTF8"] == "0"
    assert dev.cleaned({"LC_ALL": "es_MX.UTF-8"})["LC_ALL"] == "es_MX.UTF-8"
    if sys.platform.startswith("linux"):
        assert dev.cleaned({"LC_ALL": "C"})["LC_ALL"] == "C.UTF-8"


# Folders


def test_the_environment_lies_in_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert dev.choose_folder({}) == tmp_path / ".venv"
    assert dev.is_inside(tmp_path / ".venv")
    assert not dev.is_inside(tmp_path.parent / "elsewhere")


def test_a_read_only_checkout_uses_the_persons_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path / "kit")
    monkeypatch.setattr(dev, "is_writable", lambda _: False)
    monkeypatch.setattr(dev, "private_cache", lambda _: tmp_path / "cache")
    assert dev.choose_folder({}).parent == tmp_path / "cache"
    first = dev.choose_folder({}).name
    monkeypatch.setattr(dev, "ROOT", tmp_path / "other")
    assert dev.choose_folder({}).name != first, "two checkouts must not share an environment"


def test_a_folder_that_cannot_hold_it_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    (tmp_path / ".venv").write_text("", encoding="ascii")
    with pytest.raises(dev.Stop, match="is a file"):
        dev.choose_folder({})
    with pytest.raises(dev.Stop, match="No environment works in a path with"):
        dev.choose_folder({"AMPARO_VENV": str(tmp_path / f"a{os.pathsep}b")})


# The stamp


def stamped(folder: Path, lines: list[str]) -> Path:
    python = dev.python_of(folder)
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text("", encoding="ascii")
    (folder / "pyvenv.cfg").write_text(f"version = {HERE}.1\n", encoding="ascii")
    if lines:
        dev.write_stamp(folder, lines)
    return folder


def test_an_environment_for_developing_does_for_running(tmp_path: Path) -> None:
    run, develop = dev.expected_stamp(dev.RUN), dev.expected_stamp(dev.DEVELOP)
    assert dev.is_ready(stamped(tmp_path / "both", develop), run)
    assert not dev.is_ready(stamped(tmp_path / "run", run), develop)


def test_a_stamp_is_stale_where_anything_changed(tmp_path: Path) -> None:
    expected = dev.expected_stamp(dev.RUN)
    for place in range(len(expected)):
        lines = [line + "0" if n == place else line for n, line in enumerate(expected)]
        assert not dev.is_ready(stamped(tmp_path, lines), expected), lines[place]
    assert dev.is_ready(stamped(tmp_path, expected), expected)
    dev.python_of(tmp_path).unlink()
    assert not dev.is_ready(tmp_path, expected), "its Python is gone"


class Steps:
    """Stands for the programs that build an environment."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail: str = "") -> None:
        self.commands: list[list[str]] = []
        self._fail = fail
        monkeypatch.setattr(dev, "step", self)
        monkeypatch.setattr(dev, "join", lambda *_: None)

    def __call__(self, command: list[str], _held: int) -> None:
        self.commands.append(command)
        if self._fail in command[2:3]:
            raise dev.Stop("no network")


def test_an_environment_is_unfinished_until_its_last_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, stamp = tmp_path / ".venv", dev.expected_stamp(dev.RUN)
    Steps(monkeypatch, fail="pip")
    with pytest.raises(dev.Stop):
        dev.make(folder, stamp, dev.LOCKS / "run.txt")
    assert dev.read_stamp(folder) == [dev.UNFINISHED]
    (folder / "half-written").mkdir()
    steps = Steps(monkeypatch)
    dev.make(folder, stamp, dev.LOCKS / "run.txt")
    assert [command[2] for command in steps.commands] == ["venv", "pip"]
    assert not (folder / "half-written").exists()
    assert dev.read_stamp(folder) == stamp


def test_a_changed_lock_needs_no_new_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stamp = dev.expected_stamp(dev.RUN)
    folder, steps = stamped(tmp_path / ".venv", [*stamp[:3], "run.txt 0"]), Steps(monkeypatch)
    dev.make(folder, stamp, dev.LOCKS / "run.txt")
    assert [command[2] for command in steps.commands] == ["pip"]


def test_pip_checks_hashes_and_builds_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps = Steps(monkeypatch)
    dev.make(tmp_path / ".venv", dev.expected_stamp(dev.RUN), dev.LOCKS / "run.txt")
    pip = " ".join(steps.commands[-1])
    assert "--require-hashes" in pip
    assert "--only-binary :all:" in pip


def test_what_others_made_is_completed_and_never_emptied(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, stamp = stamped(tmp_path / ".venv", []), dev.expected_stamp(dev.RUN)
    (folder / "theirs").write_text("", encoding="ascii")
    Steps(monkeypatch, fail="pip")
    with pytest.raises(dev.Stop):
        dev.make(folder, stamp, dev.LOCKS / "run.txt")
    assert dev.read_stamp(folder) == [], "marked as ours, the next try would empty it"
    Steps(monkeypatch)
    dev.make(folder, stamp, dev.LOCKS / "run.txt")
    assert (folder / "theirs").exists()
    assert dev.is_ready(folder, stamp)


def test_a_folder_of_letters_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps = Steps(monkeypatch)
    (tmp_path / "letter").write_text("dear", encoding="ascii")
    with pytest.raises(dev.Stop, match="move it away"):
        dev.make(tmp_path, dev.expected_stamp(dev.RUN), dev.LOCKS / "run.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]
    assert steps.commands == []


def test_an_environment_of_others_for_another_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion_info = 3.9.2.final.0\n", encoding="ascii")
    with pytest.raises(dev.Stop, match="another Python"):
        dev.accept_foreign(tmp_path)


# Prerequisites and reasons


@pytest.mark.parametrize(
    ("machine", "libc", "flags", "words"),
    [
        ("x86_64", "glibc 2.34", {"sse4_2", "popcnt"}, []),
        ("x86_64", "glibc 2.36", set(), []),
        ("x86_64", "glibc 2.31", set(), ["glibc 2.34"]),
        ("aarch64", "glibc 2.36", set(), ["glibc 2.39"]),
        ("x86_64", "", set(), ["another C library"]),
        ("x86_64", "glibc 2.31", {"sse4_1"}, ["glibc 2.34", "SSE4.2"]),
        ("i686", "glibc 2.36", set(), ["processor"]),
    ],
)
def test_machines_that_qt_is_not_made_for(machine: str, libc: str, flags: set[str], words: list[str]) -> None:
    problems = dev.machine_problems(machine, libc, flags)
    assert len(problems) == len(words)
    assert all(word in problem for word, problem in zip(words, problems, strict=True))


def test_all_that_is_missing_is_named_at_once() -> None:
    gone = {"libnot-there.so.1": "not-there1", "libnor-this.so.2": "nor-this2"}
    assert dev.missing(gone) == gone


def test_the_advice_is_a_command_of_this_system() -> None:
    lacking = {
        "libGL.so.1": "libgl1",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libglib-2.0.so.0": "libglib2.0-0",
    }
    debian = dev.advice(lacking, ["apt-get"])
    assert debian.endswith("Run: sudo apt-get install --no-install-recommends libgl1 libglib2.0-0")
    assert "'libGL.so.1()(64bit)'" in dev.advice(lacking, ["dnf"])
    assert "libGL.so.1" in dev.advice(lacking, [])


def test_libraries_follow_the_display_server() -> None:
    assert set(dev.window_libraries({"DISPLAY": ":0"})) == set(dev.QT) | set(dev.X11)
    both = dev.window_libraries({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert set(both) == set(dev.QT) | set(dev.WAYLAND)
    assert dev.window_libraries({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == dev.QT


@pytest.mark.parametrize(
    ("output", "word"),
    [
        (
            "broken by 'NewConnectionError(...)'\nERROR: No matching distribution found for click",
            "connection",
        ),
        ("broken by 'SSLError(...)'\nERROR: No matching distribution found for click", "certificates"),
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that was locked"),
        ("ERROR: [Errno 13] Permission denied: 'x'", "AMPARO_VENV"),
        ("ERROR: anything else", "stands above"),
    ],
)
def test_a_failure_gets_its_reason_in_a_sentence(output: str, word: str) -> None:
    assert word in dev.reason(output)
    assert "\n" not in dev.reason(output)


@needs_posix
def test_whoever_inherits_the_lock_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with dev.locked(path) as held:
        dev.step([sys.executable, "-c", "import os, sys; os.fstat(int(sys.argv[1]))", str(held)], held)
        pip = subprocess.Popen(["sleep", "60"], pass_fds=(held,))
    with path.open("a") as opened:
        assert not dev.lock(opened.fileno()), "the lock went with us, though pip still writes"
        pip.kill()
        pip.wait()
        assert dev.lock(opened.fileno())


# The program and the content


@needs_posix
@pytest.mark.parametrize("name", ["kit", "Ámparo ñ kit Ж"])
def test_the_program_finds_its_checkout_after_a_move(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    old, new = tmp_path / "old", tmp_path / name
    monkeypatch.setattr(dev, "ROOT", old)
    monkeypatch.setattr(dev, "SOURCE_ROOTS", [old / "desktop"])
    site = old / ".venv" / "lib" / f"python{HERE}" / "site-packages"
    site.mkdir(parents=True)
    make_executable(old / ".venv" / "bin" / "python", 'printf "%s\\n" "$0" "$@"')
    dev.join(old / ".venv", -1)
    assert (site / "amparo-checkout.pth").read_text(encoding="ascii") == "../../../../desktop\n"
    old.rename(new)
    link = tmp_path / "amparo"
    link.symlink_to(new / ".venv" / "bin" / "amparo")
    said = subprocess.run([link, "search", "two words"], capture_output=True, check=True, encoding="utf-8")
    python, *arguments = said.stdout.splitlines()
    assert python == str(new / ".venv" / "bin" / "python")
    assert arguments == ["-P", "-X", "utf8", "-m", "amparo", "search", "two words"]


def test_the_content_is_stale_when_bytes_or_names_change(tmp_path: Path) -> None:
    document = tmp_path / "resources" / "amparo_resources" / "content" / "plan" / "plan.en.yaml"
    document.parent.mkdir(parents=True)
    seen = {dev.content_inputs(tmp_path)}
    document.write_bytes(b"a")
    seen.add(dev.content_inputs(tmp_path))
    document.write_bytes(b"b")
    seen.add(dev.content_inputs(tmp_path))
    document = document.rename(document.with_name("plan.es.yaml"))
    seen.add(dev.content_inputs(tmp_path))
    assert len(seen) == 4
    (tmp_path / "README.md").write_bytes(b"not of the content")
    (document.parent / "__pycache__").mkdir()
    (document.parent / "__pycache__" / "x.pyc").write_bytes(b"neither")
    assert dev.content_inputs(tmp_path) in seen


def test_content_beside_a_read_only_checkout_is_handed_to_the_kit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path / "kit")
    assert dev.is_current(tmp_path, "x") is False
    monkeypatch.setattr(dev, "is_writable", lambda _: False)
    monkeypatch.setenv("AMPARO_CONTENT", "")  # so that what is set below is undone
    monkeypatch.delenv("AMPARO_CONTENT")
    built = dev.content_folder(tmp_path / "venv", "x")
    assert built.parent == tmp_path
    assert os.environ["AMPARO_CONTENT"] == str(built)


# The words


def test_without_a_word_it_lists_what_it_can_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    listed = capsys.readouterr().out
    assert all(f"  {word} " in listed for word in dev.WORDS)


def test_a_word_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["frobnicate"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "frobnicate" in said.err
