"""`python3 build/dev.py bench`: measures everything, and prints one table with its budgets."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from amparo_build.bench import answers, documents, machine, pdf, starts
from amparo_build.bench.display import NoDisplay, Xvfb
from amparo_build.bench.figures import Row, not_measured, summary, table
from amparo_build.bench.frozen import NotFrozen, frozen_pair, size_row
from amparo_build.bench.programs import peers, set_up, surroundings
from amparo_build.bench.screen import Screen

KEY_MS, KEY_OF_TEN_TIMES_MS = 16.7, 50.0
METHOD = """\
Medians with the least and the most in brackets; programs in turn, after one start each that does not count.
First window: from the start of the process until the first pixel of its first window is painted, seen from
outside by another client of the X server (Xvfb, 1366 x 768, no window manager), for all programs alike.
First page: until there is more than an empty ground on the line across the middle of that window.
Memory: proportional set size of the process and all that it started, once none of it has run for 0.4 s;
of the times when nobody else on the machine had the same Qt loaded, if there were any.
Keys: sent to the search box of the real window, each when the hits of the one before are on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetitions:
    """How often each thing is measured."""

    starts: int
    keys: int
    answers: int
    pdfs: int

    @classmethod
    def of(cls, starts: int) -> "Repetitions":
        """What is short is repeated more often."""
        return cls(starts=starts, keys=max(1, starts // 3), answers=max(1, starts // 3), pdfs=3 * starts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print; a missed budget is a finding, not an error."""
    chosen = _parser().parse_args(arguments)
    began = time.monotonic()
    print(machine.describe(), METHOD, sep="\n\n", end="\n\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="amparo-bench-", ignore_cleanup_errors=True) as scratch:
        try:
            if chosen.frozen:
                rows = list(_frozen_rows(Path(scratch), chosen.repetitions))
            else:
                rows = list(_rows(Path(scratch), Repetitions.of(chosen.repetitions), chosen.planned))
        except NotFrozen as error:
            print(f"Nothing was measured: {error}", file=sys.stderr)
            return 1
    print(table(rows), summary(rows), sep="\n\n")
    print(f"Took {time.monotonic() - began:.0f} s.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--repetitions", type=_positive, default=7, help="starts of each program (7)")
    parser.add_argument(
        "--planned",
        type=_positive,
        default=4000,
        help="passages that the kit is to have one day; ten times that takes two minutes to build (4000)",
    )
    parser.add_argument(
        "--frozen", action="store_true", help="measure the start and size of the program in dist/amparo alone"
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("should be 1 or more")
    return number


def _rows(scratch: Path, repetitions: Repetitions, planned: int) -> Iterator[Row]:
    _say("Building content of three sizes.")
    real = documents.build(scratch / "real")
    tenfold = documents.build(scratch / "tenfold", 10 * real.passages)
    full = documents.build(scratch / "planned", planned)
    sizes = ((real, KEY_MS), (tenfold, KEY_OF_TEN_TIMES_MS), (full, KEY_MS))
    with ExitStack() as stack:
        environment = surroundings(scratch, "")
        try:
            display = stack.enter_context(Xvfb())
        except NoDisplay as error:
            yield not_measured("first window, search usable, memory, key to painted hits", str(error))
        else:
            environment = surroundings(scratch, display.name)
            screen = stack.enter_context(Screen(display.name))
            installed, missing = peers()
            _say("Starting programs in turn.")
            kit = set_up(environment, scratch / "home-of-the-kit", real.folder)
            measured = (starts.BARE, starts.KIT, *installed.values())
            seen = starts.measure(screen, kit, measured, repetitions.starts, starts.TELLING_KIT)
            yield from starts.rows(seen, missing)
            _say("Typing.")
            yield from answers.key_rows(sizes, environment, scratch, repetitions.keys)
        _say("Asking.")
        yield from answers.service_rows(sizes, scratch, repetitions.answers)
        _say("Printing.")
        yield from pdf.rows(tenfold.folder, environment, scratch, repetitions.pdfs, repetitions.starts)


def _frozen_rows(scratch: Path, repetitions: int) -> Iterator[Row]:
    _say("Making a bare window.")
    kit, bare = frozen_pair(scratch)
    yield size_row(kit, bare)
    try:
        display = Xvfb()
    except NoDisplay as error:
        yield not_measured("first window, memory", str(error))
        return
    with display, Screen(display.name) as screen:
        installed, missing = peers()
        environment = set_up(surroundings(scratch, display.name), scratch / "home-of-the-kit")
        _say("Starting programs in turn.")
        seen = starts.measure(screen, environment, (bare, kit, *installed.values()), repetitions)
        yield from starts.rows(seen, missing)


def _say(step: str) -> None:
    """What is being done; not on stdout, which belongs to the table."""
    print(step, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
