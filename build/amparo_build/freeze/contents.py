"""The parts that the frozen folder really holds, each with its version, licence and notices."""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path
from typing import cast

from amparo_build.freeze.locked import installed

NOTICES = Path(__file__).parents[2] / "notices"
"""Texts that no package brings: see each."""

_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$|/licenses/", re.IGNORECASE)
_OPENSSL = re.compile(rb"OpenSSL (\d+\.\d+\.\d+) \d+ \w{3} \d{4}")
_SQLCIPHER = re.compile(rb"\0community\0(\d+\.\d+\.\d+)\0")
_SQLITE = re.compile(rb"(3\.\d{2}\.\d+)\0")
_INSIDE = {
    "SQLCipher": ("sqlcipher3/_sqlite3", _SQLCIPHER, "BSD-3-Clause", "sqlcipher.txt"),
    "SQLite in SQLCipher": ("sqlcipher3/_sqlite3", _SQLITE, "blessing", "sqlite.txt"),
    "OpenSSL in SQLCipher": ("sqlcipher3/_sqlite3", _OPENSSL, "Apache-2.0", ""),
    "OpenSSL in cryptography": ("cryptography/hazmat/bindings/_rust", _OPENSSL, "Apache-2.0", ""),
}
"""What wheels hold of others: in which file, how its version reads there, its licence, its notice of ours."""

_OWN_NOTICES = {
    "pyside6-essentials": ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
}
_KNOWN = {"pyrage": "MIT", "sqlcipher3": "Zlib"}
"""Where only the text of a licence is there, and no name."""

_NO_PARTS = {"amparo", "amparo_index", "amparo_resources", "PyInstaller", "_pyinstaller_hooks_contrib"}


class Stranger(Exception):
    """The folder holds a package that is not locked for running, such as a developer's tool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that others made and that is in the folder.

    Attributes:
        licence: an SPDX expression, or what its makers call it.
        purl: its address among packages, https://github.com/package-url; empty where it has none.
        notices: the texts that must go with it.
        needs: the names of parts that it stands on.
    """

    name: str
    version: str
    licence: str
    purl: str = ""
    notices: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def parts(modules: Iterable[str], origins: Mapping[str, str]) -> tuple[Part, ...]:
    """The parts of a folder.

    Args:
        modules: of Python, that were frozen.
        origins: the files of the folder, and where each came from.

    Raises: Stranger.
    """
    found = [_python(), *_packages(modules, origins), _bootloader(), *_inside(origins), *_of_system(origins)]
    return tuple(sorted(found, key=lambda part: part.name.lower()))


def _python() -> Part:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(_text(place) for place in places if place.is_file())
    version = sys.version.split()[0]
    return Part(
        name="CPython",
        version=version,
        licence="PSF-2.0",
        notices=texts[:1],
        purl=f"pkg:generic/python@{version}",
    )


def _packages(modules: Iterable[str], origins: Mapping[str, str]) -> Iterator[Part]:
    tops = {name.partition(".")[0] for name in modules}
    tops |= {name.partition("/")[0].partition(".")[0] for name in origins}
    owners = {top: names for top, names in packages_distributions().items() if top in tops - _NO_PARTS}
    frozen = {_plain(name) for names in owners.values() for name in names}
    locked = {_plain(pin.name): here for pin, here in installed()}
    if strangers := frozen - set(locked):
        raise Stranger(f"the folder holds {', '.join(sorted(strangers))}, which build/locks/run.txt does not")
    for name in frozen:
        yield _package(locked[name], frozen)


def _package(here: Distribution, frozen: set[str], licence: str = "") -> Part:
    head = cast("Message", here.metadata)
    name = _plain(here.name)
    own = tuple(_text(NOTICES / file) for file in _OWN_NOTICES.get(name, ()))
    needs = {_plain(re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]) for line in here.requires or ()}
    return Part(
        name=name,
        version=here.version,
        licence=licence or _licence(head),
        purl=f"pkg:pypi/{name}@{here.version}",
        notices=own + tuple(_text(Path(str(file))) for file in _licence_files(here)),
        needs=tuple(sorted(needs & frozen - {name})),
    )


def _bootloader() -> Part:
    return _package(distribution("pyinstaller"), set(), "GPL-2.0-or-later WITH Bootloader-exception")


def _licence(head: Message) -> str:
    said = head.get("License-Expression") or head.get("License") or ""
    if not said or "\n" in said or len(said) > 80:  # some put the whole text there
        classified = [
            line.rpartition("::")[2].strip()
            for line in head.get_all("Classifier") or ()
            if "License ::" in line
        ]
        said = (
            " OR ".join(classified) or said.partition("\n")[0] or _KNOWN.get(head["Name"], "see its notice")
        )
    return said


def _licence_files(here: Distribution) -> list[str]:
    names = [file for file in here.files or () if ".dist-info/" in file.as_posix()]
    chosen = [file for file in names if _LICENCE_FILE.search(file.as_posix())]
    return sorted(str(here.locate_file(file)) for file in chosen)


def _inside(origins: Mapping[str, str]) -> Iterator[Part]:
    for name, (file, pattern, licence, notice) in _INSIDE.items():
        holder = next((source for dest, source in origins.items() if dest.startswith(file)), None)
        if holder is None:
            continue
        match = pattern.search(Path(holder).read_bytes())
        version = match.group(1).decode() if match else ""
        texts = (_text(NOTICES / notice),) if notice else ()
        yield Part(name=name, version=version, licence=licence, notices=texts, purl=_generic(name, version))


def _generic(name: str, version: str) -> str:
    return f"pkg:generic/{name.partition(' in ')[0].lower()}@{version}" if version else ""


def _of_system(origins: Mapping[str, str]) -> Iterator[Part]:
    """The libraries that are the building system's, by its packages."""
    ours = tuple(str(Path(place).resolve()) for place in (sys.prefix, sys.base_prefix, NOTICES.parents[1]))
    files = {Path(source).resolve() for source in origins.values()}
    files = {file for file in files if not str(file).startswith(ours) and ".so" in file.name}
    unknown: set[str] = set()
    packages: set[str] = set()
    for file in files:
        package = _debian_owner(file)
        (packages if package else unknown).add(package or file.name)
    for package in sorted(packages):
        yield _debian_part(package)
    for name in sorted(unknown):
        yield Part(name=name, version="", licence="not known")


@cache
def _debian_owner(file: Path) -> str:
    for form in (str(file), str(file).removeprefix("/usr"), f"/usr{file}"):
        said = _told("dpkg-query", "--search", form)
        if said:
            return said.partition(": ")[0]
    return ""


def _debian_part(package: str) -> Part:
    version, _, source = _told(
        "dpkg-query", "--show", "--showformat=${Version} ${source:Package}", package
    ).partition(" ")
    name = package.partition(":")[0]
    copyright_file = Path("/usr/share/doc") / name / "copyright"
    text = _text(copyright_file) if copyright_file.is_file() else ""
    named = dict.fromkeys(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE))
    return Part(
        name=name,
        version=version,
        licence=" AND ".join(named) if 0 < len(named) <= 3 else f"see the notice of {source}",
        purl=f"pkg:deb/debian/{name}@{version}",
        notices=(text,) if text else (),
    )


def _told(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:  # no Debian
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace").strip() + "\n"
