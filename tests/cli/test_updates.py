"""Updates in the terminal."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from amparo.core.places import CONTENT_VARIABLE
from amparo.library.compile import compile_pack
from amparo.library.pack import make_pack
from tests.cli.conftest import Amparo
from tests.sync.authority import Authority, edition, few_documents
from tests.sync.servers import giving


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("authority") / "a", now=datetime.now(UTC).replace(microsecond=0))
    documents = few_documents()
    made.release(documents)
    name = "directory/cri.yaml"
    changed = documents[name].replace(b"dial: '911'", b"dial: '2295-4000'", 1)
    made.release(documents | edition(2) | {name: changed})
    return made


@pytest.fixture
def source(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The source file; the kit has the few documents of the authority's first edition built in."""
    bundled = tmp_path / "bundled"
    bundled.mkdir()
    compile_pack(make_pack(few_documents()), bundled)
    monkeypatch.setenv(CONTENT_VARIABLE, str(bundled))
    file = tmp_path / "trial.amparo-source"
    file.write_bytes(authority.source.to_file())
    return file


def test_a_source_is_believed_after_its_letters_were_compared(
    amparo: Amparo, source: Path, authority: Authority
) -> None:
    code, _out, err = amparo("update")
    assert (code, "not set up" in err) == (2, True)
    code, out, err = amparo("source", str(source), "--letters", "7K3M-MQ0T-Z4AB-CDEF")
    assert (code, "not the same" in err) == (2, True)
    assert authority.source.letters in out
    code, _out, err = amparo("update", "--from", str(authority.public))
    assert (code, "not set up" in err) == (2, True), "a no is a no"
    assert amparo("source", str(source), "--letters", authority.source.letters.lower())[0] == 0
    assert "Trial authority" in amparo("doctor")[1]


def test_from_a_folder_to_search_to_another_kit(
    amparo: Amparo, source: Path, authority: Authority, tmp_path: Path, home: Path
) -> None:
    letters = authority.source.letters
    amparo("source", str(source), "--letters", letters)
    code, out, err = amparo("update")
    assert (code, "no address of its own" in err) == (2, True)
    code, out, err = amparo("update", "--from", str(authority.public))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Edition 2026.12.2 is here.",
        "  Costa Rica, police: 2295-4000 in place of 911.",
    ]
    assert "directory/cri" in amparo("search", "2295-4000", "--json")[1]
    assert "Nothing new" in amparo("update", "--from", str(authority.public))[1]
    zipped = tmp_path / "all.zip"
    assert amparo("export", str(zipped))[:2] == (0, f"{zipped}\n")
    home.rename(tmp_path / "other")
    assert amparo("source", str(source), "--letters", letters)[0] == 0
    assert "2026.12.2 is here" in amparo("update", "--from", str(zipped))[1]


def test_from_the_web_and_what_is_refused(
    amparo: Amparo, source: Path, authority: Authority, tmp_path: Path
) -> None:
    amparo("source", str(source), "--letters", authority.source.letters)
    for place in (str(tmp_path / "nowhere"), "http://127.0.0.1:9"):
        code, _out, err = amparo("update", "--from", place)
        assert code == 2
        assert err.strip().endswith(".")
    with giving(authority.public) as url:
        assert "2026.12.2 is here" in amparo("update", "--from", url)[1]
    code, _out, err = amparo("export", str(source / "below-a-file"))
    assert (code, "could not be written" in err) == (2, True)
