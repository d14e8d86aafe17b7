"""What all tests share: folders of their own, the content as it is built, and nothing left behind."""

import gc
import logging
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from amparo.core import i18n
from amparo.core.places import CONTENT_VARIABLE, HOME_VARIABLE
from amparo_build import content as contents
from amparo_index import Concept, searcher
from amparo_index.concepts import Concepts
from tests.golden_pdf import golden_pdf
from tests.library.examples import EXAMPLES

__all__ = ["golden_pdf"]

settings.register_profile("kit", deadline=None)
settings.load_profile("kit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regold", action="store_true", help="write the golden files anew; look at them before you commit"
    )


def pytest_collection_finish() -> None:
    """Thousands of tests stay until the end: what looks for garbage need not look through them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _a_thesaurus_is_stemmed_once() -> Iterator[None]:
    """It does not change once it is read, and hundreds of windows and commands open the same."""
    made = cache(Concepts)

    def of_the_same(concepts: Sequence[Concept]) -> Concepts:
        return made(tuple(concepts))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searcher, "Concepts", of_the_same)
        yield


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The content of the kit, built once from its documents. Never write into it."""
    folder = tmp_path_factory.mktemp("content") / "built"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CONTENT_VARIABLE, str(folder))
        assert contents.main([]) == 0, "the documents do not hold; the faults are on standard error"
        yield folder


@pytest.fixture(scope="session")
def enriched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same content with an example of every kind beside it. Never write into it."""
    folder = tmp_path_factory.mktemp("enriched") / "built"
    documents = contents.gather(contents.DOCUMENTS)
    documents |= {name: text.encode() for name, text in EXAMPLES.items()}
    assert contents.check(documents) == []
    contents.build(documents, folder)
    return folder


@pytest.fixture(autouse=True)
def home(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep the kit away from the officer's own folder, the built content of a checkout, and its language."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.setenv(CONTENT_VARIABLE, str(content))
    yield folder
    i18n.use(i18n.ENGLISH)


class Logged(logging.Handler):
    """The records of the kit that no test has expected yet."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def expect(self, message: str) -> logging.LogRecord:
        """Take the first record with this message away."""
        said = [record.getMessage() for record in self.records]
        assert message in said
        return self.records.pop(said.index(message))


@pytest.fixture(autouse=True)
def logged() -> Iterator[Logged]:
    """Fail a test on a record of WARNING or above that it did not `expect`; leave the log as it was."""
    kit, logged = logging.getLogger("amparo"), Logged()
    as_it_was = kit.level, kit.propagate, kit.handlers[:]
    kit.addHandler(logged)
    yield logged
    for handler in set(kit.handlers) - set(as_it_was[2]):
        handler.close()
    level, kit.propagate, kit.handlers[:] = as_it_was
    kit.setLevel(level)
    assert not [f"{record.name}: {record.getMessage()}" for record in logged.records]


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    ours = {one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)}
    for thread in ours - before:
        thread.join(2)
    assert not [thread.name for thread in ours - before if thread.is_alive()]
