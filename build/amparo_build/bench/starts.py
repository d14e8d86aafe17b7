"""Starts: how soon the first window is painted and search usable, and what memory a program then holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from amparo_build.bench.figures import Row, Series, compared, not_measured, told, within
from amparo_build.bench.process import Process, Silent
from amparo_build.bench.programs import Program, module
from amparo_build.bench.screen import NeverShown, Screen, Shown

FIRST_WINDOW, MEMORY = "first window", "memory at rest (PSS)"
PAGE, SEARCH = "first page in it, after it", "search usable after it"
KIT = module("the kit", "amparo")
TELLING_KIT = module("the kit, telling", "amparo_build.bench.kit_window")
BARE = module("bare window", "amparo_build.bench.bare_window")

_PATIENCE_S = 15
_BUDGETS = {"bare window": (1.5, 2.0), "Kiwix": (1.0, 0.5), "Zeal": (None, None)}
"""For the first window and for memory, as ratios."""
_SEARCH_MS = 500


@dataclass
class Starts:
    """What was seen of every program, by its name; and why nothing was seen of some.

    Attributes:
        memory_mb: each with whether others, started by somebody else, ran on the same Qt.
    """

    window_ms: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    page_ms: list[float] = field(default_factory=list)
    search_ms: list[float] = field(default_factory=list)
    memory_mb: dict[str, list[tuple[float, bool]]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, str] = field(default_factory=dict)


def measure(
    screen: Screen,
    environment: Mapping[str, str],
    programs: Iterable[Program],
    repetitions: int,
    telling: Program | None = None,
) -> Starts:
    """Start all of them in turn, once without counting: caches fill, and Python compiles.

    Args:
        telling: a kit that says when its search is open, which nothing outside could see.
    """
    starts, programs = Starts(), tuple(programs)
    for count in range(repetitions + 1):
        seen = Starts(failed=starts.failed) if count == 0 else starts
        for program in programs:
            if program.name not in starts.failed:
                _start(program, screen, environment, seen)
        if telling and KIT.name not in starts.failed:
            _start_telling(telling, screen, environment, seen)
    return starts


def rows(starts: Starts, missing: Iterable[str]) -> Iterator[Row]:
    """The rows of the table, a peer a row."""
    starts.failed.update(dict.fromkeys(missing, "not installed"))
    window = {name: Series(name, tuple(seen)) for name, seen in starts.window_ms.items()}
    for name, (at_most, _) in _BUDGETS.items():
        yield _beside(FIRST_WINDOW, name, window, at_most, starts.failed)
    if starts.page_ms:
        yield told(PAGE, Series(KIT.name, tuple(starts.page_ms)))
    if starts.search_ms or KIT.name in starts.failed:
        yield _search_row(starts)
    for name, (_, at_most) in _BUDGETS.items():
        memory = memory_pair(starts.memory_mb, KIT.name, name)
        yield _beside(MEMORY, name, memory, at_most, starts.failed)


def memory_pair(seen: Mapping[str, list[tuple[float, bool]]], *names: str) -> dict[str, Series]:
    """The memory of programs, of the times when nobody else had part in their Qt.

    All times where one of them was never alone: what is shared must be so on both sides.
    """
    alone = {name: tuple(size for size, shared in seen.get(name, ()) if not shared) for name in names}
    if all(alone.values()):
        return {name: Series(name, sizes, "MB") for name, sizes in alone.items()}
    return {
        name: Series(f"{name}, Qt shared with others", tuple(size for size, _ in seen[name]), "MB")
        for name in names
        if seen.get(name)
    }


def _beside(
    what: str, name: str, series: Mapping[str, Series], at_most: float | None, failed: Mapping[str, str]
) -> Row:
    what = f"{what}, beside {name}"
    if why := failed.get(KIT.name) or failed.get(name):
        return not_measured(what, why)
    return compared(what, series[KIT.name], series[name], at_most)


def _search_row(starts: Starts) -> Row:
    if not starts.search_ms:
        return not_measured(SEARCH, starts.failed.get(KIT.name, "it never opened"))
    return within(SEARCH, Series(KIT.name, tuple(starts.search_ms)), _SEARCH_MS)


def _start(program: Program, screen: Screen, environment: Mapping[str, str], seen: Starts) -> None:
    screen.clear()
    try:
        with Process(program.command, environment) as started:
            shown = screen.first_window(_PATIENCE_S)
            if program.name == KIT.name:
                seen.page_ms.append(1000 * (screen.filled_s(shown, _PATIENCE_S) - shown.painted_s))
            started.wait_until_idle()
            was_shared, size_mb = started.shares_qt(), started.pss_mb()
            seen.window_ms[program.name].append(_ms(started, shown))
            seen.memory_mb[program.name].append((size_mb, was_shared or started.shares_qt()))
    except NeverShown as error:
        seen.failed[program.name] = str(error)


def _start_telling(telling: Program, screen: Screen, environment: Mapping[str, str], seen: Starts) -> None:
    screen.clear()
    try:
        with Process(telling.command, environment) as started:
            shown = screen.first_window(_PATIENCE_S)
            seen.search_ms.append(1000 * (float(started.line()) - shown.painted_s))
    except (NeverShown, Silent) as error:
        seen.failed[KIT.name] = str(error)


def _ms(started: Process, shown: Shown) -> float:
    return 1000 * (shown.painted_s - started.started_s)
