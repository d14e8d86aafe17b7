#!/usr/bin/env python3
"""The one command of a checkout: makes its environment where it must, then does what is asked.

Standard library only, and no syntax newer than Python 3.6, so that an old Python reads a sentence instead
of a SyntaxError. Heavy modules are imported where they are needed: with nothing to make, a start is a few
hundredths of a second longer. Why it goes about things this way: build/decisions/installing-with-pip.md.
"""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE_ROOTS = [ROOT / name for name in ("desktop", "index", "resources", "build")]
LOCKS = ROOT / "build" / "locks"
RUN, DEVELOP = ("run.txt",), ("run.txt", "dev.txt")
OLDEST, NEWEST = (3, 11), (3, 14)
PYTHON = "{}.{}".format(*sys.version_info)
STAMP = "amparo.stamp"
UNFINISHED = "unfinished"
LONGEST_CHECKOUT = 83  # characters; the longest file of an environment has 151 more, and Windows allows 260
OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}  # of the Qt wheels

# What Qt links to from outside its wheels, and the Debian package of each; a test compares the names with
# those in the wheels.
QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
    "libstdc++.so.6": "libstdc++6",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
X11 = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
}
for _name in ("cursor", "image", "randr", "render", "render-util", "shape", "shm", "xfixes"):
    X11[f"libxcb-{_name}.so.0"] = f"libxcb-{_name}0"
for _name in ("keysyms", "sync", "util", "xkb"):
    X11[f"libxcb-{_name}.so.1"] = f"libxcb-{_name}1"

CONTENT_INPUTS = (
    "resources/amparo_resources/content/**/*",
    "resources/amparo_resources/schema.py",
    "desktop/amparo/core/**/*.py",
    "desktop/amparo/library/**/*.py",
    "index/amparo_index/**/*.py",
    "build/amparo_build/content*/**/*",
    "build/amparo_build/content*.py",
)

LAUNCHER = """#!/bin/sh
# Made by build/dev.py; finds its own folder, so that a checkout can be moved.
here=$(dirname -- "$(readlink -f -- "$0")")
%sexec "$here/python" -P -X utf8 -m amparo "$@"
"""
WINDOWS_LAUNCHER = r"""
import sys
from pip._vendor.distlib.scripts import ScriptMaker
scripts, *roots = sys.argv[1:]
maker = ScriptMaker(None, scripts)
maker.variants, maker.executable = {""}, r"<launcher_dir>\python.exe"
roots = ascii(roots).replace("%", "%%")
maker.script_template = f"import sys\nsys.path[1:1] = {roots}\n{maker.script_template}"
maker.make("amparo = amparo.__main__:main", {"interpreter_args": ["-X", "utf8"]})
"""


class Stop(Exception):
    """What is in the way, and what to do about it."""


def say(step: str) -> None:
    """Tell what is being done; not on stdout, which belongs to the program that we start."""
    print(step, file=sys.stderr, flush=True)


def fits(version: "tuple[int, int]", is_64_bit: bool) -> bool:
    """Whether the locked packages exist for such a Python."""
    return OLDEST <= version <= NEWEST and is_64_bit


def candidates(environ: "dict[str, str]") -> "list[list[str]]":
    """The commands that may start a Python that fits, newest first."""
    releases = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    if os.name == "nt":
        return [["py", f"-{release}"] for release in releases]
    folders = [folder for folder in environ.get("PATH", os.defpath).split(os.pathsep) if folder]
    paths = [f"{folder}/python{release}" for release in releases for folder in folders]
    return [[path] for path in paths if os.access(path, os.X_OK)]


def works(python: "list[str]") -> bool:
    """Run a Python once: version managers put names on PATH that only fail."""
    fitting = f"{OLDEST} <= sys.version_info[:2] <= {NEWEST} and sys.maxsize > 2**32"
    command = [*python, "-c", f"import sys, venv; sys.exit(not ({fitting}))"]
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def use_fitting_python(argv: "list[str]") -> None:
    """Return where this Python fits; otherwise go on in one that does."""
    if fits(sys.version_info[:2], sys.maxsize > 2**32):
        return
    for python in candidates(dict(os.environ)):
        if works(python):
            go([*python, str(Path(__file__).resolve()), *argv])
    oldest, newest = "{}.{}".format(*OLDEST), "{}.{}".format(*NEWEST)
    raise Stop(
        f"Amparo needs a 64-bit Python from {oldest} to {newest}, and this is {PYTHON}:"
        " install one of them and try again."
    )


def go(command: "list[str]") -> None:
    """Become this program, so that its signals and exit code are its own; Windows cannot, and waits."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def cleaned(environ: "dict[str, str]") -> "dict[str, str]":
    """Without what leads pip or Python astray; index, certificates and proxies are the office's own."""
    astray = "PYTHONPATH PYTHONHOME PIP_TARGET PIP_PREFIX PIP_ROOT PIP_CONSTRAINT PIP_REQUIREMENT"
    clean = {name: value for name, value in environ.items() if name not in astray.split()}
    clean.pop("PIP_REQUIRE_VIRTUALENV", None)
    clean["PIP_USER"] = "0"  # `user = true` in a pip.conf would stop the install
    clean.setdefault("PYTHONUTF8", "1")  # under Latin-1 Qt finds no plugin in a non-ASCII folder
    if sys.platform.startswith("linux") and clean.get("LC_ALL") in ("C", "POSIX"):
        clean["LC_ALL"] = "C.UTF-8"  # Qt complains about any other
    return clean


def choose_folder(environ: "dict[str, str]") -> Path:
    """Where the environment lies, or is to lie."""
    named = environ.get("AMPARO_VENV")
    folder = Path(named).absolute() if named else ROOT / ".venv"
    if not named and not os.path.lexists(str(folder)) and (is_too_deep(ROOT) or not is_writable(ROOT)):
        folder = private_cache(environ) / ("amparo-venv-" + digest(os.fsencode(str(ROOT)))[:16])
    folder = folder.resolve()
    if os.pathsep in str(folder) + str(ROOT):
        raise Stop(f"No environment works in a path with '{os.pathsep}': move or rename {ROOT}.")
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder} is a file, and the environment belongs there: move it away.")
    return folder


def is_too_deep(root: Path) -> bool:
    """Whether Windows would refuse the longest names of an environment in this checkout."""
    if sys.platform == "win32" and len(str(root)) > LONGEST_CHECKOUT:
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return not winreg.QueryValueEx(key, "LongPathsEnabled")[0]  # there since Windows 10 1607
    return False


def is_writable(folder: Path) -> bool:
    """Whether files can be made here; Windows tells only whoever tries."""
    import tempfile

    try:
        tempfile.TemporaryFile(dir=str(folder)).close()
    except OSError:
        return False
    return True


def private_cache(environ: "dict[str, str]") -> Path:
    """The person's own cache, for a checkout that cannot be written to; never a folder shared by all."""
    if not has_home():
        raise Stop("This checkout is read-only, and you have no home: name a folder of yours in AMPARO_VENV.")
    if os.name == "nt":
        return Path(environ.get("LOCALAPPDATA") or Path.home())
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def has_home() -> bool:
    """Whether this user has a home; the unknown one of some containers has none."""
    try:
        return bool(Path.home())
    except RuntimeError:
        return False


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    import hashlib

    return hashlib.sha256(data).hexdigest()


def python_of(folder: Path) -> Path:
    """The Python of an environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def is_inside(folder: Path) -> bool:
    """Whether the environment moves with the checkout."""
    return ROOT in folder.parents


def expected_stamp(locks: "tuple[str, ...]") -> "list[str]":
    """What the stamp says of an environment that these locks were installed in."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    here = ["format 1", f"python {PYTHON}", f"platform {sys.platform} {machine}"]
    return here + [f"{lock} {digest((LOCKS / lock).read_bytes())}" for lock in locks]


def read_stamp(folder: Path) -> "list[str]":
    """The lines of the stamp; none where there is no environment, or one that others made."""
    try:
        return (folder / STAMP).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def write_stamp(folder: Path, lines: "list[str]") -> None:
    """Stamp an environment, whole or not at all."""
    fresh = folder / (STAMP + ".new")
    with fresh.open("w", encoding="utf-8") as opened:
        opened.write("\n".join(lines) + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    fresh.replace(folder / STAMP)


def is_ready(folder: Path, stamp: "list[str]") -> bool:
    """Whether there is nothing to make; a link to a Python that is gone says no."""
    return set(stamp) <= set(read_stamp(folder)) and python_of(folder).exists()


def missing(libraries: "dict[str, str]") -> "dict[str, str]":
    """Those that the loader does not find; all of them at once, which neither Qt nor ldd would name."""
    import ctypes

    lacking = {}
    for soname, package in libraries.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            lacking[soname] = package
    return lacking


def window_libraries(environ: "dict[str, str]") -> "dict[str, str]":
    """What a window needs here: Wayland's libraries or X11's, by the server that Qt will be on."""
    server = environ.get("QT_QPA_PLATFORM") or (
        "wayland" if environ.get("WAYLAND_DISPLAY") or environ.get("WAYLAND_SOCKET") else "xcb"
    )
    return dict(QT, **(WAYLAND if "wayland" in server else X11 if "xcb" in server else {}))


def machine_problems(machine: str, libc: str, flags: "set[str]") -> "list[str]":
    """Why the wheels would not run on this Linux; no `flags` where they are not known."""
    import re

    found = tuple(int(number) for number in re.findall(r"\d+", libc)[:2])
    needed = OLDEST_GLIBC.get(machine)
    problems = []
    if needed is None:
        problems.append(f"Qt is not made for this processor ({machine}): take a 64-bit PC or ARM machine.")
    elif found < needed:
        wanted = "{}.{}".format(*needed)
        has = libc or "another C library"
        problems.append(f"Qt needs glibc {wanted}, and this is {has}: take a newer release of the system.")
    if machine == "x86_64" and flags and not {"sse4_2", "popcnt"} <= flags:
        problems.append("Qt needs a processor with SSE4.2 and POPCNT (from 2009 on), and this one has none.")
    return problems


def this_machine() -> "list[str]":
    """The problems of the machine that we are on."""
    if not sys.platform.startswith("linux"):
        return []
    try:
        libc = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (OSError, ValueError):  # musl
        libc = ""
    try:
        cpu = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        cpu = ""
    flags = next((line for line in cpu.splitlines() if line.startswith("flags")), "")
    return machine_problems(os.uname().machine, libc, set(flags.split()))


def ensure_system(libraries: "dict[str, str]", building: bool) -> None:
    """Find all that this machine lacks before anything is downloaded; install it where we may."""
    import shutil
    from importlib.util import find_spec

    def lacking() -> "dict[str, str]":
        found = missing(libraries) if sys.platform.startswith("linux") else {}
        if building and find_spec("ensurepip") is None:
            found["ensurepip"] = f"python{PYTHON}-venv"
        return found

    problems, found = this_machine() if building else [], lacking()
    if found and not problems and shutil.which("apt-get") and os.geteuid() == 0:
        apt_install(sorted(set(found.values())))
        found = lacking()
    if found:
        problems.append(advice(found, [name for name in ("apt-get", "dnf") if shutil.which(name)]))
    if problems:
        raise Stop("\n".join(problems))


def advice(lacking: "dict[str, str]", installers: "list[str]") -> str:
    """What is missing from the system, and the command that installs it."""
    if "apt-get" in installers:
        command = "apt-get install --no-install-recommends " + " ".join(sorted(set(lacking.values())))
    elif "dnf" in installers:
        capabilities = [f"'{name}()(64bit)'" for name in sorted(lacking) if ".so." in name]
        command = " ".join(["dnf install python3", *capabilities])
    else:
        return f"Install the packages of your system that hold {', '.join(sorted(lacking))}."
    return f"This system lacks something that Amparo needs. Run: sudo {command}"


def apt_install(packages: "list[str]") -> None:
    """Install Debian packages; its lists are fetched only where the present ones do not do."""
    say("Installing system packages: {}.".format(" ".join(packages)))
    search = os.environ.get("PATH", os.defpath) + ":/usr/local/sbin:/usr/sbin:/sbin"
    environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive", PATH=search)
    apt = ["apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    for command in (install, [*apt, "update"], install):
        done = subprocess.run(
            command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if command is install and done.returncode == 0:
            import importlib

            importlib.invalidate_caches()
            return
    say(done.stdout.decode("utf-8", "replace").strip())


@contextmanager
def locked(path: Path):  # type: ignore[no-untyped-def]  # -> Iterator[int], a name that costs an import
    """Hold a lock; whoever inherits its descriptor goes on holding it when we are killed."""
    import time

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as opened:
        if not lock(opened.fileno()):
            say("Another dev.py is at work on this; waiting for it.")
            while not lock(opened.fileno()):
                time.sleep(0.1)
        yield opened.fileno()


def lock(descriptor: int) -> bool:
    """Try to lock a file; one that cannot be locked, as on some network drives, counts as ours."""
    import errno

    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def prepare(locks: "tuple[str, ...]", libraries: "dict[str, str]") -> Path:
    """Give the environment in which these locks are installed, made where it must be."""
    folder = choose_folder(dict(os.environ))
    if not has_home():  # pip and platformdirs would raise
        os.environ["HOME"] = str(folder.parent / ".cache" / "home")
    stamp = expected_stamp(locks)
    ready = is_ready(folder, stamp)
    ensure_system(libraries, not ready)
    if not ready:
        make(folder, stamp, LOCKS / locks[-1])
    if not is_inside(folder):
        os.environ["PYTHONPATH"] = os.pathsep.join(str(root) for root in SOURCE_ROOTS)
    return folder


def make(folder: Path, stamp: "list[str]", lock_file: Path) -> None:
    """Make or mend the environment, one dev.py at a time."""
    try:
        with locked(folder.with_name(folder.name + ".lock")) as held:
            if not is_ready(folder, stamp):
                build(folder, stamp, lock_file, held)
    except PermissionError as error:
        if os.name == "nt":
            raise Stop(f"{folder} is in use: close Amparo and try again.") from error
        raise Stop(f"{folder} belongs to somebody else: name a folder of yours in AMPARO_VENV.") from error
    except OSError as error:
        raise Stop(f"{folder}: {error}. Mend that, or name another folder in AMPARO_VENV.") from error


def build(folder: Path, stamp: "list[str]", lock_file: Path, held: int) -> None:
    """Make the environment; its stamp says `unfinished` until the last step is done."""
    present = read_stamp(folder)
    is_foreign = not present and folder.exists() and any(folder.iterdir())
    is_kept = set(stamp[:3]) <= set(present) and python_of(folder).exists()
    if is_foreign:
        accept_foreign(folder)  # and never mark it as one that we may empty
    else:
        folder.mkdir(parents=True, exist_ok=True)
        write_stamp(folder, [UNFINISHED])
    if not is_kept:
        say(f"Making an environment in {folder} with Python {PYTHON}.")
        if "SUDO_UID" in os.environ and ROOT.stat().st_uid != 0:
            say("Under sudo it will be root's; without sudo it would be yours.")
        if not is_foreign:
            empty(folder)
        maker = getattr(sys, "_base_executable", sys.executable)  # for when we run in what we replace
        step([maker, "-m", "venv", str(folder)], held)
    say(f"Installing what {lock_file.name} pins (up to 200 MB the first time).")
    flags = "--require-hashes --only-binary :all: --no-compile --no-input --disable-pip-version-check --quiet"
    pip = [str(python_of(folder)), "-m", "pip", "install", "--retries", "2", *flags.split()]
    step([*pip, "-r", str(lock_file)], held)
    join(folder, held)
    write_stamp(folder, stamp)


def accept_foreign(folder: Path) -> None:
    """Complete an environment that others made, if it is one and of this Python; touch nothing else."""
    import re

    try:
        config = (folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        raise Stop(f"{folder} is no environment of ours, nor empty: move it away.") from None
    version = re.search(r"^version(?:_info)?\s*=\s*(\d+\.\d+)", config, re.MULTILINE)
    if version is None or version.group(1) != PYTHON:
        raise Stop(f"{folder} was made by others, and for another Python: move it away.")


def empty(folder: Path) -> None:
    """Remove all but the stamp, which goes on telling that the folder is ours."""
    import shutil

    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(str(entry))
        elif entry.name != STAMP:
            entry.unlink()


def step(command: "list[str]", held: int) -> None:
    """Run a step of the making; it inherits the lock, since it may outlive us."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=() if os.name == "nt" else (held,),
    )
    if done.returncode:
        output = done.stdout.decode("utf-8", "replace").strip()
        raise Stop(f"{output}\n\n{reason(output)}")


def reason(output: str) -> str:
    """Why a step failed, in a sentence: what pip says of a missing network leads astray."""
    if "No space left" in output or "not enough space" in output:
        return "The disk is full: make room (an environment takes 600 MB) and try again."
    if "SSLError" in output:
        return "The package index is not trusted here: name your office's certificates in PIP_CERT."
    if any(word in output for word in ("NewConnectionError", "ConnectTimeout", "ProxyError")):
        return (
            "No connection to the package index: connect and try again, or fetch the wheels elsewhere and set"
            " PIP_NO_INDEX=1 and PIP_FIND_LINKS=<their folder>."
        )
    if "DO NOT MATCH THE HASHES" in output:
        return "A package is not the one that was locked, and was not installed: do not trust its source."
    if "Permission denied" in output:
        return "A file belongs to somebody else: name a folder of yours in AMPARO_VENV."
    return "The environment is not finished: what went wrong stands above. The next try begins anew."


def join(folder: Path, held: int) -> None:
    """Join the checkout to its environment, and make the program `amparo`."""
    import sysconfig

    inside = is_inside(folder)
    if inside:
        # Relative and so plain ASCII: an absolute path breaks with a move, and with a non-ASCII folder.
        site = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
        lines = [os.path.relpath(str(root), site) for root in SOURCE_ROOTS]
        Path(site, "amparo-checkout.pth").write_text("\n".join(lines) + "\n", encoding="ascii")
    roots = [] if inside else [str(root) for root in SOURCE_ROOTS]
    if os.name == "nt":
        python = python_of(folder)
        step([str(python), "-c", WINDOWS_LAUNCHER, str(python.parent), *roots], held)
        return
    import shlex

    exports = f"export PYTHONPATH={shlex.quote(os.pathsep.join(roots))}\n" if roots else ""
    launcher = folder / "bin" / "amparo"
    launcher.write_bytes(os.fsencode(LAUNCHER % exports))
    launcher.chmod(0o755)


def content_inputs(root: Path) -> str:
    """A digest of everything that the content is built from: relative names and bytes."""
    import hashlib

    files = {path for pattern in CONTENT_INPUTS for path in root.glob(pattern) if path.is_file()}
    named = sorted((path.relative_to(root).as_posix(), path) for path in files)
    total = hashlib.sha256()
    for name, path in named:
        if "__pycache__" not in name:
            data = path.read_bytes()
            total.update(b"%s\0%d\0" % (os.fsencode(name), len(data)) + data)
    return total.hexdigest()


def is_current(built: Path, inputs: str) -> bool:
    """Whether the content was built from what is there now."""
    try:
        return (built / "inputs.txt").read_text(encoding="ascii", errors="replace").strip() == inputs
    except OSError:
        return False


def content_folder(folder: Path, inputs: str) -> Path:
    """Where the built content lies; outside a checkout that cannot be written to, the kit must be told."""
    if "AMPARO_CONTENT" in os.environ:
        return Path(os.environ["AMPARO_CONTENT"]).absolute()
    built = ROOT / "resources" / "amparo_resources" / "built"
    if is_current(built, inputs) or is_writable(built.parent):
        return built
    if is_inside(folder):  # somebody else's, in a checkout that is somebody else's
        built = private_cache(dict(os.environ)) / ("amparo-content-" + digest(os.fsencode(str(ROOT)))[:16])
    else:
        built = folder.with_name(folder.name + "-content")
    os.environ["AMPARO_CONTENT"] = str(built)
    return built


def make_content(folder: Path, anew: bool = False) -> None:
    """Build the content where it is not of today's documents and code."""
    inputs = content_inputs(ROOT)
    built = content_folder(folder, inputs)
    if is_current(built, inputs) and not anew:
        return
    # A lock of its own: the environment may be somebody else's, and several may share a checkout.
    inside = ROOT in built.parents
    with locked(ROOT / ".cache" / "content.lock" if inside else built.with_name(built.name + ".lock")):
        if anew or not is_current(built, inputs):
            say("Building the content.")
            if subprocess.call(
                [*module(folder, "amparo_build.content"), "--inputs", inputs], stdout=sys.stderr
            ):
                raise Stop("The content could not be built: what is wrong stands above.")


def module(folder: Path, name: str) -> "list[str]":
    """The command of a module; scripts in `bin` break with a move, and -P keeps the folder we are in out."""
    return [str(python_of(folder)), "-P", "-m", name]


def display_problem() -> bool:
    """Whether Qt would find no display, as the kit itself sees it."""
    sys.path.insert(0, str(ROOT / "desktop"))
    from amparo.core.display import Display, find_display

    return find_display() in (Display.UNSET, Display.SILENT)


def run(args: "list[str]") -> int:
    """Open the kit; with arguments, use its command line, which needs neither Qt nor a display."""
    needs_window = not args and not display_problem()
    folder = prepare(RUN, window_libraries(dict(os.environ)) if needs_window else {})
    make_content(folder)
    if not args and display_problem():
        say("There is no display here: Amparo answers in the terminal.")
    go(module(folder, "amparo") + args)
    return 0


def testing(folder: Path) -> "list[str]":
    """The command of the tests; what its tools keep goes where a read-only checkout has room."""
    os.chdir(str(ROOT))  # pytest collects the folder that it is in
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(folder / "hypothesis"))
    return [*module(folder, "pytest"), "-o", f"cache_dir={folder / 'pytest_cache'}"]


def test(args: "list[str]") -> int:
    """Run the tests, or those that the arguments name to pytest."""
    folder = prepare(DEVELOP, QT)
    make_content(folder)
    go(testing(folder) + args)
    return 0


def check(args: "list[str]") -> int:
    """Check format, lint, types, imports and catalogues, then run the tests."""
    folder = prepare(DEVELOP, QT)
    make_content(folder)
    tests = testing(folder) + args
    # dev.py is named apart since pyproject.toml leaves it out, for build/ruff.toml.
    ruff, files = module(folder, "ruff"), [".", "build/dev.py"]
    contracts = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    steps = [
        ("format", [*ruff, "format", "--check", *files]),
        ("lint", [*ruff, "check", *files]),
        ("types", module(folder, "mypy")),
        ("imports", [str(python_of(folder)), "-c", contracts, "--no-logo"]),
        ("tests", tests),
    ]
    if (ROOT / "build" / "amparo_build" / "catalogues.py").exists():
        steps.insert(-1, ("catalogues", [*module(folder, "amparo_build.catalogues"), "check"]))
    failed = []
    for name, command in steps:
        say(f"Checking: {name}.")
        if subprocess.call(command):
            failed.append(name)
    if failed:
        say("Failed: {}.".format(", ".join(failed)))
    return 1 if failed else 0


def content(args: "list[str]") -> int:
    """Build the content anew from its documents."""
    if args:
        raise Stop("`content` takes no arguments.")
    make_content(prepare(RUN, {}), anew=True)
    return 0


def bench(args: "list[str]") -> int:
    """Measure the kit against bare programs and its peers."""
    folder = prepare(RUN, QT if display_problem() else window_libraries(dict(os.environ)))
    make_content(folder)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each start would compile anew, 0.4 s
    go(module(folder, "amparo_build.bench") + args)
    return 0


def lock_words(args: "list[str]") -> int:
    """Pin the packages anew in build/locks; with --upgrade, to their newest."""
    folder = prepare(DEVELOP, {})
    flags = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-package pip"
    uv = [*module(folder, "uv"), "pip", "compile", "--quiet", *flags.split()]
    uv += ["--custom-compile-command", "python3 build/dev.py lock", *args]
    os.chdir(str(LOCKS))  # uv notes the names as they are given
    for names in (["run.in", "-o", "run.txt"], ["dev.in", "-c", "run.txt", "-o", "dev.txt"]):
        say(f"Pinning {names[-1]}.")
        if subprocess.call(uv + names, stdout=subprocess.DEVNULL):
            raise Stop(f"{names[-1]} stays as it was: what is wrong stands above.")
    return 0


def catalogues(args: "list[str]") -> int:
    """Bring the translators' catalogues up to date."""
    go(module(prepare(DEVELOP, {}), "amparo_build.catalogues") + args)
    return 0


WORDS = {
    "run": run,
    "test": test,
    "check": check,
    "content": content,
    "bench": bench,
    "lock": lock_words,
    "catalogues": catalogues,
}


def usage() -> str:
    """What the command can do, a line a word."""
    lines = [f"  {word:11} {act.__doc__}" for word, act in WORDS.items()]
    return "\n".join(["usage: python3 build/dev.py WORD [ARGUMENTS]", "", *lines])


def main(argv: "list[str]") -> int:
    """Do what the word says."""
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    if argv[0] not in WORDS:
        say(f"There is no word {argv[0]!r}.\n\n{usage()}")
        return 2
    try:
        use_fitting_python(argv)
        clean = cleaned(dict(os.environ))
        os.environ.clear()
        os.environ.update(clean)
        return WORDS[argv[0]](argv[1:])
    except Stop as stop:
        say(str(stop))
        return 2
    except KeyboardInterrupt:
        say("Interrupted; the next call goes on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
