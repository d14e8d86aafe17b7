"""`python3 build/dev.py advisories`: what is publicly known against the locked versions.

Asks a source in the form of OSV (https://google.github.io/osv.dev/post-v1-querybatch/), in one request that
names public packages and versions only. What wheels hold of others (Qt, OpenSSL, SQLite, PDFium) has no entry
there under their name: for those, see the makers of the wheels.
"""

import json
import os
import sys
from collections.abc import Iterable
from urllib.request import Request, urlopen

from amparo_build.freeze.locked import LOCKS, Pin, pins

SOURCE_VARIABLE = "AMPARO_ADVISORIES"
SOURCE = "https://api.osv.dev/v1/querybatch"

_PATIENCE_S = 20
_LARGEST_BYTES = 4_000_000


class NoAnswer(Exception):
    """The source did not answer, or not in its form; nothing is known then, neither good nor bad."""


def main(arguments: list[str]) -> int:
    """Ask; 0 where nothing is known against any version, 1 where something is, 2 where nobody answered."""
    source = os.environ.get(SOURCE_VARIABLE, SOURCE)
    lock = "dev.txt" if arguments == ["--all"] else "run.txt"
    locked = pins(LOCKS / lock)
    try:
        known = advisories(locked, source)
    except NoAnswer as error:
        print(f"Nothing was checked: {error}.", file=sys.stderr)
        print(f"Try again with a connection, or name another source in {SOURCE_VARIABLE}.", file=sys.stderr)
        return 2
    for pin, names in known.items():
        print(f"{pin.name} {pin.version}: {', '.join(names)}")
    print(f"{len(locked)} versions of {lock} were checked at {source}: {len(known)} have advisories.")
    return 1 if known else 0


def advisories(locked: Iterable[Pin], source: str) -> dict[Pin, tuple[str, ...]]:
    """The names of the advisories against each version that has any, such as `GHSA-…`.

    Raises: NoAnswer.
    """
    locked = tuple(locked)
    asked = [{"package": {"name": pin.name, "ecosystem": "PyPI"}, "version": pin.version} for pin in locked]
    answers = _ask(source, {"queries": asked})
    try:
        told = [tuple(sorted(one["id"] for one in answer.get("vulns", ()))) for answer in answers["results"]]
    except (AttributeError, KeyError, TypeError) as error:
        raise NoAnswer(f"{source} answered in another form") from error
    if len(told) != len(locked):
        raise NoAnswer(f"{source} answered {len(told)} of {len(locked)} questions")
    return {pin: names for pin, names in zip(locked, told, strict=True) if names}


def _ask(source: str, question: object) -> dict[str, list[dict[str, list[dict[str, str]]]]]:
    if not source.startswith(("https://", "http://127.0.0.1:")):
        raise NoAnswer(f"{source} is no https address")
    said = json.dumps(question).encode()
    request = Request(source, said, {"Content-Type": "application/json"})  # noqa: S310 - looked at above
    try:
        with urlopen(request, timeout=_PATIENCE_S) as answer:  # noqa: S310
            data = answer.read(_LARGEST_BYTES)
        told = json.loads(data)
    except (OSError, ValueError) as error:
        raise NoAnswer(f"{source} did not answer ({error})") from error
    if not isinstance(told, dict):
        raise NoAnswer(f"{source} answered in another form")
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
