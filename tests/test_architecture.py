"""The house stands as it was drawn: imports run one way, and starting stays light."""

import ast
from pathlib import Path

import pytest

from tests.programs import CHECKOUT, python

ROOTS = [
    CHECKOUT / "desktop/amparo",
    CHECKOUT / "index/amparo_index",
    CHECKOUT / "resources/amparo_resources",
]
MODULES = sorted(path for root in (*ROOTS, CHECKOUT / "build/amparo_build") for path in root.rglob("*.py"))
CORE = sorted(f"amparo.core.{path.stem}" for path in (CHECKOUT / "desktop/amparo/core").glob("[!_]*.py"))
FIRST = [
    "amparo",
    "amparo.__main__",
    *CORE,
    "amparo.library.store",
    "amparo.library.search",
    "amparo.library.bookmarks",
    "amparo.library.reader",
    "amparo.library.manifest",
    "amparo.paper.printout",
]
"""What stands between the start and the first window, or the first answer."""
HEAVY = {
    "whoosh",
    "reportlab",
    "yaml",
    "markdown_it",
    "sqlite_utils",
    "msgspec",
    "PySide6",
    "shiboken6",
    "pypdfium2",
}
OF_NETWORKS = {"socket", "ssl", "http", "urllib3", "requests"}


def test_imports_keep_their_contracts() -> None:
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ran = python(check, cwd=CHECKOUT)  # in a process of its own: it turns off the log of everybody else
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    "word", ["utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"]
)
def test_no_module_is_a_drawer_for_odds_and_ends(word: str) -> None:
    assert [path for path in MODULES if word in path.relative_to(CHECKOUT).with_suffix("").parts] == []


def test_build_is_no_package() -> None:
    for folder in ("build", "desktop", "index", "resources", "tests"):
        assert not (CHECKOUT / folder / "__init__.py").exists()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_bytes()))


def loaded_by(code: str, *arguments: str) -> set[str]:
    """The packages that a fresh Python has loaded after this code."""
    ran = python(f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)", *arguments)
    assert ran.returncode == 0, ran.stderr
    return {name.partition(".")[0] for name in ran.stderr.split()}


def test_what_starts_first_is_light() -> None:
    assert not loaded_by(f"import {', '.join(FIRST)}") & (HEAVY | OF_NETWORKS)


@pytest.mark.parametrize("module", FIRST)
def test_it_is_light_alone(module: str) -> None:
    assert not loaded_by(f"import {module}") & (HEAVY | OF_NETWORKS)


def test_msgspec_comes_with_the_first_page() -> None:
    opening = (
        "from amparo.core.places import find_places; from amparo.library.store import Store\n"
        "store = Store(find_places().content); store.heads()"
    )
    assert "msgspec" not in loaded_by(f"{opening}; store.close()")
    assert "msgspec" in loaded_by(f"{opening}; store.page('plan'); store.close()")


def test_reading_a_page_loads_neither_search_nor_paper_nor_what_builds() -> None:
    read = "from amparo.cli.main import main; assert main(['show', 'plan/activity/13']) == 0"
    assert not loaded_by(read) & (HEAVY - {"msgspec"} | OF_NETWORKS)


def test_searching_loads_neither_paper_nor_what_builds() -> None:
    search = "from amparo.cli.main import main; assert main(['search', 'victims']) == 0"
    assert not loaded_by(search) & {
        "reportlab",
        "yaml",
        "markdown_it",
        "sqlite_utils",
        "PySide6",
        "pypdfium2",
    }
