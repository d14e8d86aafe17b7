"""Whatever a carrier brings that the publisher did not sign is refused, told, and leaves nothing behind."""

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from amparo.sync import relay
from amparo.sync.carried import FolderCarrier, carried_at
from amparo.sync.reasons import NotReceived
from amparo.sync.state import StateFile
from amparo_build.publish import roots
from amparo_build.publish.keys import new_signer
from tests.sync.authority import NOW, Authority, Home

At = dict[int, Path]
Spoil = Callable[[Path, At], object]


def signed(path: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change what was signed, and leave the signature as it was."""
    said = json.loads(path.read_bytes())
    change(said["signed"])
    path.write_bytes(json.dumps(said).encode())


def every(folder: Path, pattern: str, data: bytes) -> None:
    found = list(folder.rglob(pattern))
    assert found
    for path in found:
        path.write_bytes(data)


def rolled_back(new: Path, at: At) -> None:
    shutil.rmtree(new)
    shutil.copytree(at[1], new)


PORTAL = b"<html><body>Please sign in</body></html>"
NESTED = b"[" * 10_000
SPOILED: dict[str, tuple[Spoil, str]] = {
    "rollback": (rolled_back, "older"),
    "newer timestamp, older snapshot": (
        lambda new, at: shutil.copy(at[2] / "metadata/2.snapshot.json", new / "metadata/3.snapshot.json"),
        "older",
    ),
    "newer snapshot, older targets": (
        lambda new, at: shutil.copy(at[2] / "metadata/2.targets.json", new / "metadata/3.targets.json"),
        "older",
    ),
    "another document under the right name": (
        lambda new, at: every(new, "*.zst", next(at[2].rglob("*.pack.tar.zst")).read_bytes()[:200]),
        "not the one that was signed",
    ),
    "a truncated delta": (
        lambda new, _at: [path.write_bytes(path.read_bytes()[:-9]) for path in new.rglob("*.zst")],
        "not the one that was signed",
    ),
    "a portal's page as a document": (
        lambda new, _at: every(new, "*.zst", PORTAL),
        "not the one that was signed",
    ),
    "an endless document": (
        lambda new, _at: every(new, "*.zst", bytes(3 * 2**20)),
        "not the one that was signed",
    ),
    "an endless list": (
        lambda new, _at: every(new, "timestamp.json", bytes(2**20)),
        "not the one that was signed",
    ),
    "a flipped bit in a list": (
        lambda new, _at: signed(new / "metadata/3.targets.json", lambda said: said.update(version=3, x=1)),
        "not signed",
    ),
    "a longer life": (
        lambda new, _at: signed(
            new / "metadata/timestamp.json", lambda said: said.update(expires="2099-01-01T00:00:00Z")
        ),
        "not signed",
    ),
    "half a list": (
        lambda new, _at: every(new, "timestamp.json", (new / "metadata/timestamp.json").read_bytes()[:100]),
        "no list",
    ),
    "a portal's page as a list": (lambda new, _at: every(new, "timestamp.json", PORTAL), "no list"),
    "a deep list": (lambda new, _at: every(new, "timestamp.json", NESTED), "no list"),
    "no lists": (lambda new, _at: (new / "metadata/timestamp.json").unlink(), "missing"),
    "no targets": (lambda new, _at: shutil.rmtree(new / "targets"), "missing"),
    "an empty list": (lambda new, _at: every(new, "timestamp.json", b""), "no list"),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_a_fault_is_refused_with_its_reason_and_the_next_good_one_is_taken(
    kit: Home, at: At, tmp_path: Path, fault: str
) -> None:
    kit.update(FolderCarrier(at[2]))
    before = kit.state()
    spoiled = tmp_path / "spoiled"
    shutil.copytree(at[3], spoiled)
    spoil, reason = SPOILED[fault]
    spoil(spoiled, at)
    with pytest.raises(NotReceived, match=reason) as refused:
        kit.update(FolderCarrier(spoiled))
    assert refused.value.to_do.endswith("Nothing was changed.")
    assert kit.state() == before, "byte for byte as before"
    assert reason in StateFile(kit.folder).read().trouble
    assert kit.update(FolderCarrier(at[3])).is_new


def test_a_stranger_with_keys_of_their_own(kit: Home, tmp_path: Path, documents: dict[str, bytes]) -> None:
    stranger = Authority(tmp_path / "stranger")
    stranger.release(documents | {"edition.yaml": b"version: 2027.1.1\nissued: 2026-12-01\n"})
    with pytest.raises(NotReceived, match="not signed"):
        kit.update(FolderCarrier(stranger.public))
    assert kit.state() == {}


def test_a_root_that_the_old_keys_did_not_sign(
    kit: Home, published: dict[int, Authority], tmp_path: Path
) -> None:
    authority = published[2].copy(tmp_path / "odd")
    proposed = roots.propose(authority.repository, "root-1", new_signer())
    roots.add_signature(proposed, authority.keys["root"][1])  # one of two
    shutil.copy(proposed, authority.public / "metadata" / "2.root.json")
    with pytest.raises(NotReceived, match="not signed"):
        kit.update(FolderCarrier(authority.public))
    assert kit.state() == {}


def test_too_few_signatures_on_the_targets(kit: Home, tmp_path: Path, documents: dict[str, bytes]) -> None:
    authority = Authority(tmp_path / "two")
    authority.keys["targets"].append(new_signer())
    shutil.rmtree(authority.folder)
    authority.repository.write_root(roots.first_root(authority.keys, NOW))
    authority.keys["targets"], both = authority.keys["targets"][:1], authority.keys["targets"]
    with pytest.raises(ValueError, match="1 more of its keys"):
        authority.release(documents)
    assert not (authority.public / "metadata" / "timestamp.json").exists()
    authority.keys["targets"] = both
    authority.release(documents)
    kit.source = authority.source
    assert not kit.update(FolderCarrier(authority.public)).is_new


# Keys that change


def rotated(authority: Authority, name: str, kind: str, place: int = 0) -> None:
    fresh = new_signer()
    proposed = roots.propose(authority.repository, name, fresh)
    with pytest.raises(ValueError, match="lacks"):
        roots.finish(authority.repository, authority.keys["targets"], authority.keys["online"][0])
    old = authority.keys[kind][place]
    authority.keys[kind][place] = fresh
    for signer in {*authority.keys["root"], old} if kind == "root" else authority.keys["root"][:2]:
        roots.add_signature(proposed, signer)
    roots.finish(authority.repository, authority.keys["targets"], authority.keys["online"][0])


def test_every_key_is_exchanged_and_a_kit_follows_in_one_step(
    kit: Home, at: At, published: dict[int, Authority], tmp_path: Path, documents: dict[str, bytes]
) -> None:
    kit.update(FolderCarrier(at[1]))
    authority = published[2].copy(tmp_path / "rotated")
    for name, kind, place in (("root-2", "root", 1), ("targets", "targets", 0), ("online", "online", 0)):
        rotated(authority, name, kind, place)
    assert kit.update(FolderCarrier(authority.public)).release.trusted.roots.keys() == {1, 2, 3, 4}
    authority.release(documents | {"edition.yaml": b"version: 2026.12.9\nissued: 2026-12-01\n"})
    assert kit.update(FolderCarrier(authority.public)).is_new
    fresh = Home(folder=tmp_path / "fresh", bundled=kit.bundled, source=kit.source)
    (authority.public / "metadata" / "2.root.json").rename(tmp_path / "2.root.json")
    with pytest.raises(NotReceived, match="not signed"):
        fresh.update(FolderCarrier(authority.public))  # a root that is missing between
    (tmp_path / "2.root.json").rename(authority.public / "metadata" / "2.root.json")
    assert fresh.update(FolderCarrier(authority.public)).is_new


def test_a_stolen_online_key_that_ran_ahead_is_undone_by_its_exchange(
    kit: Home, published: dict[int, Authority], tmp_path: Path
) -> None:
    authority = published[2].copy(tmp_path / "stolen")
    thief = authority.copy(tmp_path / "thief")
    ahead = thief.repository.timestamp()
    ahead.signed.version = 10**6
    ahead.sign(thief.keys["online"][0])
    (thief.public / "metadata" / "timestamp.json").write_bytes(ahead.to_bytes())
    kit.update(FolderCarrier(thief.public))
    with pytest.raises(NotReceived, match="older"):
        kit.update(FolderCarrier(authority.public))
    rotated(authority, "online", "online")
    kit.update(FolderCarrier(authority.public))


# Sticks


def exported(kit: Home, place: Path) -> Path:
    return relay.export(relay.files_of(kit.folder, kit.source, kit.current), place)


def test_half_a_newer_stick_does_not_shut_out_an_honest_older_colleague(kit: Home, at: At) -> None:
    shutil.rmtree(at[3] / "targets")
    with pytest.raises(NotReceived, match="missing"):
        kit.update(FolderCarrier(at[3]))
    assert kit.update(FolderCarrier(at[2])).is_new
    with pytest.raises(NotReceived, match="older"):
        kit.update(FolderCarrier(at[1]))


def rewritten(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> None:
    with zipfile.ZipFile(path) as old:
        members = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members:
            if (member := change(name, data)) is not None:
                made.writestr(*member)


def bomb(name: str, data: bytes) -> tuple[str, bytes]:
    return name, bytes(300 * 2**20) if name.endswith("pack.tar") else data


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def tamper(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data.replace(b"911", b"119") if name.endswith("pack.tar") else data


def climb(name: str, data: bytes) -> tuple[str, bytes]:
    return (f"../../{name}", data) if name.endswith("pack.tar") else (name, data)


ZIPS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a changed number": (lambda path: rewritten(path, tamper), "not the one that was signed"),
    "a bomb": (lambda path: rewritten(path, bomb), "not the one that was signed"),
    "no pack": (
        lambda path: rewritten(path, lambda name, data: None if name.endswith("pack.tar") else (name, data)),
        "missing",
    ),
    "names that climb": (lambda path: rewritten(path, climb), "missing"),
    "cut": (lambda path: os.truncate(path, path.stat().st_size // 2), "no update in"),
    "a flipped bit": (flip, "cut|not the one|no list|Reading"),
}


@pytest.mark.parametrize("fault", ZIPS)
def test_malicious_zips(kit: Home, at: At, tmp_path: Path, fault: str) -> None:
    kit.update(FolderCarrier(at[3]))
    colleague = Home(folder=tmp_path / "colleague", bundled=kit.bundled, source=kit.source)
    zipped = exported(kit, tmp_path / "stick" / "amparo-content.zip")
    good = zipped.read_bytes()
    spoil, reason = ZIPS[fault]
    spoil(zipped)
    there = {path for path in tmp_path.rglob("*") if colleague.folder not in path.parents}
    with pytest.raises(Exception, match=reason) as refused:
        colleague.update(carried_at(tmp_path / "stick"))
    assert "Nothing was changed" in str(refused.value) or "Choose" in str(refused.value)
    assert colleague.state() == {}
    left = {path for path in tmp_path.rglob("*") if colleague.folder not in path.parents}
    assert left - there <= {colleague.folder}, "nothing is unpacked beside it"
    zipped.write_bytes(good)
    assert colleague.update(carried_at(zipped)).is_new


@pytest.mark.parametrize("zipped", [False, True])
def test_what_a_kit_hands_on_is_taken_like_the_publishers_own(
    kit: Home, at: At, tmp_path: Path, zipped: bool
) -> None:
    kit.update(FolderCarrier(at[2]))
    kit.update(FolderCarrier(at[3]))
    stick = tmp_path / "stick"
    for _twice in range(2):
        place = exported(kit, stick / "all.zip" if zipped else stick)
    assert [path.name for path in stick.iterdir()] == [place.name]
    colleague = Home(folder=tmp_path / "colleague", bundled=kit.bundled, source=kit.source)
    assert colleague.update(carried_at(place if zipped else stick)).is_new
    assert colleague.current.edition == kit.current.edition
    assert exported(colleague, tmp_path / "next").is_dir()


def test_a_kit_hands_on_nothing_that_nobody_vouched_for(kit: Home) -> None:
    with pytest.raises(Exception, match="no signature to hand on"):
        exported(kit, kit.folder)


@pytest.mark.parametrize("name", ["none.zip", "empty", "text.txt"])
def test_a_place_without_an_update_is_told(kit: Home, tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    if name == "empty":
        place.mkdir()
    elif name == "text.txt":
        place.write_text("no zip", encoding="utf-8")
    with pytest.raises(Exception, match=r"no update in .*Choose"):
        kit.update(carried_at(place))


def test_a_carrier_that_is_pulled_out(kit: Home, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pulled(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:  # noqa: ARG002
            raise OSError(5, "Input/output error")

    opened = Path.open

    def from_the_stick(path: Path, mode: str = "r") -> object:
        return Pulled(path) if at[2] in path.parents else opened(path, mode)

    monkeypatch.setattr(Path, "open", from_the_stick)
    with pytest.raises(NotReceived, match="cut"):
        kit.update(FolderCarrier(at[2]))
    assert kit.state() == {}


def test_the_timestamp_is_renewed_and_a_stale_kit_is_fresh_again(
    kit: Home, published: dict[int, Authority], tmp_path: Path
) -> None:
    authority = published[2].copy(tmp_path / "renewed")
    kit.update(FolderCarrier(authority.public))
    kit.now = authority.now = NOW + timedelta(days=60)
    assert kit.update(FolderCarrier(authority.public)).release.verdict == "stale"
    authority.repository.renew(authority.keys["online"][0])
    outcome = kit.update(FolderCarrier(authority.public))
    assert (outcome.release.verdict, outcome.is_new) == ("fresh", False)
