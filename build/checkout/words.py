"""The words of the command: what each needs, and what it starts."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from checkout import places
from checkout.built_content import make_content
from checkout.environment import prepare
from checkout.libraries import QT, window_libraries
from checkout.messages import Stop, say
from checkout.programs import become, module, python_of
from checkout.stamp import DEVELOP, RUN
from checkout.variables import cleaned


def run(args: list[str]) -> int:
    """Open the kit; with arguments, use its command line, which needs neither Qt nor a display."""
    needs_window = not args and not display_problem()
    folder = prepare(RUN, window_libraries(os.environ) if needs_window else {})
    make_content(folder)
    if not args and display_problem():
        say("There is no display here: Amparo answers in the terminal.")
    return become([*module(folder, "amparo"), *args])


def test(args: list[str]) -> int:
    """Run the tests, or those that the arguments name to pytest."""
    folder = prepare(DEVELOP, QT)
    make_content(folder)
    return become([*testing(folder), *args])


def check(args: list[str]) -> int:
    """Check format, lint, types, imports and catalogues, then run the tests."""
    folder = prepare(DEVELOP, QT)
    make_content(folder)
    tests = [*testing(folder), *args]
    # dev.py is named apart since pyproject.toml leaves it out, for build/ruff.toml.
    ruff, files = module(folder, "ruff"), [".", "build/dev.py"]
    contracts = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    steps = {
        "format": [*ruff, "format", "--check", *files],
        "lint": [*ruff, "check", *files],
        "types": module(folder, "mypy"),
        "imports": [str(python_of(folder)), "-c", contracts, "--no-logo"],
    }
    if (places.ROOT / "build" / "amparo_build" / "catalogues.py").exists():
        steps["catalogues"] = [*module(folder, "amparo_build.catalogues"), "check"]
    failed = []
    for name, command in (steps | {"tests": tests}).items():
        say(f"Checking: {name}.")
        if subprocess.call(command):
            failed.append(name)
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def content(args: list[str]) -> int:
    """Build the content anew from its documents."""
    if args:
        raise Stop("`content` takes no arguments.")
    make_content(prepare(RUN, {}), anew=True)
    return 0


def publish(args: list[str]) -> int:
    """Publish content: init, release, renew, rotate, serve; build/decisions/publishing.md says how."""
    folder = prepare(RUN, {})
    make_content(folder)
    return become([*module(folder, "amparo_build.publish"), *args])


def bench(args: list[str]) -> int:
    """Measure the kit against bare programs and its peers; with --frozen, the program in dist/amparo."""
    is_frozen = "--frozen" in args
    folder = prepare(DEVELOP if is_frozen else RUN, QT if display_problem() else window_libraries(os.environ))
    if not is_frozen:
        make_content(folder)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each start would compile anew, 0.4 s
    return become([*module(folder, "amparo_build.bench"), *args])


def freeze(args: list[str]) -> int:
    """Make the program for people without Python, in dist/amparo."""
    if args:
        raise Stop("`freeze` takes no arguments.")
    return become(module(prepare(DEVELOP, QT), "amparo_build.freeze"))


def smoke(args: list[str]) -> int:
    """Use the frozen program as on a bare machine: no network, another user; Linux and root. [PICTURES]."""
    return become([*module(prepare(DEVELOP, QT), "amparo_build.smoke"), *args])


def package(args: list[str]) -> int:
    """Pack the frozen program: an archive, and on Debian a package, in dist/packages."""
    if args:
        raise Stop("`package` takes no arguments.")
    return become(module(prepare(DEVELOP, QT), "amparo_build.package"))


def advisories(args: list[str]) -> int:
    """Ask a public source what is known against the locked versions; with --all, the tools' too."""
    return become([*module(prepare(DEVELOP, {}), "amparo_build.advisories"), *args])


def lock(args: list[str]) -> int:
    """Pin the packages anew in build/locks; with --upgrade, to their newest."""
    folder = prepare(DEVELOP, {})
    flags = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-package pip"
    uv = [*module(folder, "uv"), "pip", "compile", "--quiet", *flags.split()]
    uv += ["--custom-compile-command", "python3 build/dev.py lock", *args]
    os.chdir(places.LOCKS)  # uv notes the names as they are given
    for names in (["run.in", "-o", "run.txt"], ["dev.in", "-c", "run.txt", "-o", "dev.txt"]):
        say(f"Pinning {names[-1]}.")
        if subprocess.call([*uv, *names], stdout=subprocess.DEVNULL):
            raise Stop(f"{names[-1]} stays as it was: what is wrong stands above.")
    return 0


def catalogues(args: list[str]) -> int:
    """Bring the translators' catalogues up to date."""
    return become([*module(prepare(DEVELOP, {}), "amparo_build.catalogues"), *args])


WORDS: dict[str, Callable[[list[str]], int]] = {
    word.__name__: word
    for word in (
        run,
        test,
        check,
        content,
        publish,
        bench,
        freeze,
        smoke,
        package,
        advisories,
        lock,
        catalogues,
    )
}


def act(argv: list[str]) -> int:
    """Do what the word says, and tell in a sentence what is in the way."""
    match argv:
        case [] | ["-h" | "--help" | "help", *_]:
            print(usage())
            return 0
        case [word, *_] if word not in WORDS:
            say(f"There is no word {word!r}.\n\n{usage()}")
            return 2
    clean = cleaned(os.environ)
    os.environ.clear()
    os.environ.update(clean)
    try:
        return WORDS[argv[0]](argv[1:])
    except Stop as stop:
        say(str(stop))
        return 2
    except KeyboardInterrupt:
        say("Interrupted; the next call goes on from here.")
        return 130


def usage() -> str:
    """What the command can do, a line a word."""
    lines = [f"  {name:11} {word.__doc__}" for name, word in WORDS.items()]
    return "\n".join(["usage: python3 build/dev.py WORD [ARGUMENTS]", "", *lines])


def display_problem() -> bool:
    """Whether Qt would find no display, as the kit itself sees it."""
    sys.path.insert(0, str(places.ROOT / "desktop"))
    from amparo.core.display import Display, find_display

    return find_display() in (Display.UNSET, Display.SILENT)


def testing(folder: Path) -> list[str]:
    """The command of the tests; what its tools keep goes where a read-only checkout has room."""
    os.chdir(places.ROOT)  # pytest collects the folder that it is in
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(folder / "hypothesis"))
    return [*module(folder, "pytest"), "-o", f"cache_dir={folder / 'pytest_cache'}"]
