"""The publisher's command: keys wrapped by passphrases, releases, renewals, keys exchanged."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest
from tuf.api.metadata import Metadata, Timestamp

from amparo.library.compile import compile_pack
from amparo.library.pack import make_pack
from amparo.sync.carried import FolderCarrier
from amparo.sync.source import SUFFIX, read_source_file
from amparo_build.publish import __main__ as publish
from amparo_build.publish.keys import BadKey, new_signer, read_key, write_key
from tests.sync.authority import Home, edition, few_documents

NAMES = ("root-1", "root-2", "root-3", "targets", "online")
PASSPHRASE = "a passphrase of twenty letters"  # noqa: S105
Run = Callable[..., int]


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are wrapped in a moment, where `age` takes three seconds on purpose."""
    monkeypatch.setattr(
        pyrage.passphrase, "encrypt", lambda data, passphrase: f"{passphrase}\n".encode() + data
    )

    def decrypt(data: bytes, passphrase: str) -> bytes:
        used, _line, found = data.partition(b"\n")
        if used.decode() != passphrase:
            raise pyrage.DecryptError
        return found

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


@pytest.fixture
def run(tmp_path: Path, cheap: None) -> Run:
    passphrases = tmp_path / "passphrases"
    passphrases.write_text("".join(f"{name}: {PASSPHRASE}\n" for name in NAMES), encoding="utf-8")

    def run_it(word: str, *more: str | Path) -> int:
        return publish.main([word, *map(str, more), "--passphrase-file", str(passphrases)])

    return run_it


@pytest.fixture
def folder(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> Path:
    made = tmp_path / "authority"
    made.mkdir()
    assert run("init", made, "--name", "Trial authority", "--url", "https://updates.example.org") == 0
    [source] = made.glob(f"*{SUFFIX}")
    assert read_source_file(source).letters in capsys.readouterr().out
    return made


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    for name, data in few_documents().items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(data)
    return made


def raised(documents: Path, number: int) -> None:
    (documents / "edition.yaml").write_bytes(edition(number)["edition.yaml"])


@pytest.fixture
def kit(tmp_path: Path, folder: Path, content: Path) -> Home:
    [source] = folder.glob(f"*{SUFFIX}")
    return Home(
        folder=tmp_path / "kit", bundled=content, source=read_source_file(source), now=datetime.now(UTC)
    )


def test_a_key_file_opens_with_its_passphrase_alone_and_with_stock_age_too(tmp_path: Path) -> None:
    path, signer = tmp_path / "x.key.age", new_signer()
    write_key(path, signer, PASSPHRASE)
    assert b"PRIVATE" not in path.read_bytes()
    assert path.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert path.stat().st_mode & 0o077 == 0
    assert read_key(path, PASSPHRASE).public_key.keyid == signer.public_key.keyid
    with pytest.raises(BadKey, match="no key opens"):
        read_key(path, f"{PASSPHRASE}!")
    with pytest.raises(FileExistsError):
        write_key(path, new_signer(), PASSPHRASE)


def test_from_keys_to_a_release_that_a_kit_takes(
    folder: Path, run: Run, documents: Path, kit: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    raised(documents, 2)
    assert run("release", folder, "--documents", documents, "--say", "The first of all.") == 0
    assert "Edition 2026.12.2" in capsys.readouterr().out
    outcome = kit.update(FolderCarrier(folder / "public"))
    assert (outcome.is_new, outcome.release.said) == (True, ("The first of all.",))
    path = documents / "directory" / "cri.yaml"
    path.write_bytes(path.read_bytes().replace(b"dial: '911'", b"dial: '2295-4000'", 1))
    raised(documents, 3)
    assert run("release", folder, "--documents", documents) == 0
    assert "in place of 911" in capsys.readouterr().out
    outcome = kit.update(FolderCarrier(folder / "public"))
    assert "in place of 911" in outcome.release.said[0]
    names = {path.name.partition(".")[2] for path in (folder / "public" / "targets").iterdir()}
    assert {"pack.tar", "pack.tar.zst"} < names, "and a delta"
    private = {path.name for path in (folder / "public").rglob("*") if "key" in path.name}
    assert private == set()


@pytest.mark.parametrize("fault", ["a line", "the same edition", "no edition"])
def test_nothing_is_signed_where_the_documents_do_not_hold(
    folder: Path, run: Run, documents: Path, capsys: pytest.CaptureFixture[str], fault: str
) -> None:
    assert run("release", folder, "--documents", documents) == 0
    before = {path: path.read_bytes() for path in (folder / "public").rglob("*") if path.is_file()}
    if fault == "a line":
        raised(documents, 2)
        path = documents / "directory" / "cri.yaml"
        path.write_bytes(path.read_bytes().replace(b"confidence: confirmed", b"confidence: sure", 1))
    elif fault == "no edition":
        (documents / "edition.yaml").unlink()
    assert run("release", folder, "--documents", documents) == 1
    said = capsys.readouterr().err
    assert ("cri.yaml, line" in said) == (fault == "a line")
    assert "othing was signed" in said
    assert before == {path: path.read_bytes() for path in (folder / "public").rglob("*") if path.is_file()}


def test_a_wrong_or_missing_passphrase_signs_nothing(
    folder: Path, run: Run, documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("targets: something else that is long\n", encoding="utf-8")
    release = ["release", str(folder), "--documents", str(documents), "--passphrase-file", str(wrong)]
    assert publish.main(release) == 1
    assert "no key opens with this passphrase" in capsys.readouterr().err
    wrong.write_text(f"targets: {PASSPHRASE}\n", encoding="utf-8")
    assert publish.main(release) == 1
    assert "no passphrase for online" in capsys.readouterr().err
    assert not (folder / "public" / "metadata" / "timestamp.json").exists()


def test_a_short_passphrase_makes_no_keys(
    tmp_path: Path, cheap: None, capsys: pytest.CaptureFixture[str]
) -> None:
    short = tmp_path / "short"
    short.write_text("".join(f"{name}: secret\n" for name in NAMES), encoding="utf-8")
    assert publish.main(["init", str(tmp_path / "a"), "--name", "A", "--passphrase-file", str(short)]) == 1
    assert "20 characters" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_keys_are_made_once(folder: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("init", folder, "--name", "Again") == 1
    assert "keys in" in capsys.readouterr().err


def test_the_timestamp_is_renewed(folder: Path, run: Run, documents: Path) -> None:
    run("release", folder, "--documents", documents)
    path = folder / "public" / "metadata" / "timestamp.json"
    before = Metadata[Timestamp].from_file(str(path)).signed
    assert run("renew", folder) == 0
    after = Metadata[Timestamp].from_file(str(path)).signed
    assert (after.version, after.snapshot_meta) == (before.version + 1, before.snapshot_meta)


@pytest.mark.parametrize("name", ["root-3", "targets", "online"])
def test_a_key_is_exchanged_with_signatures_from_several_machines(
    folder: Path, run: Run, documents: Path, kit: Home, tmp_path: Path, name: str
) -> None:
    run("release", folder, "--documents", documents)
    kit.bundled = tmp_path / "bundled"
    kit.bundled.mkdir()
    compile_pack(make_pack(few_documents()), kit.bundled)
    kit.update(FolderCarrier(folder / "public"))
    assert run("rotate", "begin", folder, "--name", name) == 0
    assert run("rotate", "finish", folder) == 1, "nobody has signed"
    for machine in ("root-1", "root-2"):  # each has its own key, and gets the proposed root alone
        other = tmp_path / machine
        other.mkdir()
        shutil.copy(folder / "proposed.root.json", other)
        key = other / f"{machine}.key.age"
        shutil.copy(folder / "keys" / key.name, key)
        assert run("rotate", "sign", other, "--key", key) == 0
        shutil.copy(other / "proposed.root.json", folder)
    assert run("rotate", "finish", folder) == 0
    assert not (folder / "proposed.root.json").exists()
    raised(documents, 2)
    assert run("release", folder, "--documents", documents) == 0
    assert kit.update(FolderCarrier(folder / "public")).is_new
    old = [path for path in (folder / "keys").iterdir() if path.name.endswith(f"-{name}.key.age")]
    assert len(old) == 1, "the old key is set aside, not lost"


def test_a_key_that_does_not_exist_is_not_exchanged(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("rotate", "begin", folder, "--name", "root-9") == 1
    assert "root-1" in capsys.readouterr().err
    assert run("rotate", "sign", folder, "--key", folder / "keys" / "root-1.key.age") == 1
    assert run("rotate", "finish", folder) == 1
    assert json.loads((folder / "public" / "metadata" / "1.root.json").read_bytes())["signed"]["version"] == 1
