"""One index for all tests that only ask."""

from collections.abc import Iterator

import pytest

from amparo_index import Searcher
from tests.index.corpus import CHILD, TRAFFICKING, Kit, make


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    folder = tmp_path_factory.mktemp("kit") / "index"
    with Searcher(folder, expected_digest=make(folder), concepts=(TRAFFICKING, CHILD)) as searcher:
        yield Kit(searcher)
