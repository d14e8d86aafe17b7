"""Three editions of an authority, and a kit that has the first built in."""

import shutil
from pathlib import Path

import pytest

from amparo.library.compile import compile_pack
from amparo.library.pack import make_pack
from tests.sync.authority import Authority, Home, edition, few_documents

OLD_NUMBER = b"911"


@pytest.fixture(scope="session")
def documents() -> dict[str, bytes]:
    return few_documents()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, documents: dict[str, bytes]) -> dict[int, Authority]:
    """The authority as it was after each of three releases. Never write into it."""
    folder = tmp_path_factory.mktemp("authority")
    authority = Authority(folder / "0")
    made = {}
    for number in (1, 2, 3):
        name = "directory/cri.yaml"
        changed = {name: documents[name] + f"# edition {number}\n".encode()} if number > 1 else {}
        authority.release(documents | edition(number) | changed)
        made[number] = authority.copy(folder / str(number))
    return made


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory, documents: dict[str, bytes]) -> Path:
    folder = tmp_path_factory.mktemp("bundled")
    compile_pack(make_pack(documents), folder)
    return folder


@pytest.fixture
def kit(tmp_path: Path, bundled: Path, published: dict[int, Authority]) -> Home:
    """A kit with the first edition built in, and nothing received."""
    return Home(folder=tmp_path / "home" / "content", bundled=bundled, source=published[1].source)


@pytest.fixture
def at(tmp_path: Path, published: dict[int, Authority]) -> dict[int, Path]:
    """The public folders after each release, to be spoiled at will."""
    made = {}
    for number, authority in published.items():
        made[number] = tmp_path / "public" / str(number)
        shutil.copytree(authority.public, made[number])
    return made
