import subprocess
import sys
from pathlib import Path

import pytest

INDEX = Path(__file__).parents[2] / "index"


@pytest.mark.parametrize(
    "statement",
    [
        "import amparo_index; amparo_index.Entry, amparo_index.excerpt, amparo_index.digest",
        "import amparo_index.model, amparo_index.query",
        "from amparo_index.analysis import fold; fold('Niño')",
    ],
)
def test_whoosh_is_not_imported_before_it_is_needed(statement: str) -> None:
    code = f"import sys; {statement}; assert 'whoosh' not in sys.modules, 'whoosh'"
    subprocess.run([sys.executable, "-c", code], cwd=INDEX, check=True)


@pytest.mark.parametrize("name", ["Searcher", "build"])
def test_whoosh_comes_with_what_needs_it_and_without_a_warning(name: str) -> None:
    code = f"import sys; from amparo_index import {name}; assert 'whoosh' in sys.modules"
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=INDEX, check=True)


def test_an_unknown_name_is_an_attribute_error() -> None:
    import amparo_index

    with pytest.raises(AttributeError, match="'seacher'"):
        amparo_index.seacher  # noqa: B018


@pytest.mark.parametrize("name", ["Searcher", "build"])
def test_it_comes_without_a_client_for_the_web_and_an_event_loop(name: str, tmp_path: Path) -> None:
    code = f"""
import sys, amparo_index
from pathlib import Path
folder = Path(sys.argv[1])
amparo_index.{name}
made = amparo_index.build([], folder, lambda *_: None)
amparo_index.Searcher(folder, expected_digest=made)
print(*sys.modules)
"""
    told = subprocess.run(
        [sys.executable, "-c", code, tmp_path], cwd=INDEX, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.split()
    assert "whoosh.reading" in told
    assert {"asyncio", "ssl", "http.client", "urllib.request", "cached_property"} & set(told) == set()


def test_whoever_asks_for_the_client_meanwhile_gets_it() -> None:
    code = """
from amparo_index import lean
import sys
with lean._in_place_of("urllib.request", urlretrieve=None):
    from urllib.request import urlopen
    assert callable(urlopen)
    import urllib.request
    assert callable(urllib.request.urlretrieve)
assert callable(sys.modules["urllib.request"].urlopen)
"""
    subprocess.run([sys.executable, "-c", code], cwd=INDEX, check=True)
