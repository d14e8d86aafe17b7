"""The same documents give the same bytes, and nothing else is a pack."""

import io
import tarfile
from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.library.pack import LARGEST_FILE_BYTES, LARGEST_PACK_BYTES, BadPack, make_pack, read_pack

DOCUMENTS = {
    "edition.yaml": b"version: 2026.11.1\n",
    "a/one.en.yaml": b"1" * 700,
    "a/two.en.md": "ñ\n".encode(),
}
NAMES = st.from_regex(r"[a-z]{1,9}/[a-z0-9-]{1,20}\.(en|es)\.(yaml|md)", fullmatch=True)


def tar_of(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """A tar that somebody else made."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for entry, data in entries:
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return made.getvalue()


def entry(name: str, kind: bytes = tarfile.REGTYPE, **headers: str) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type = kind
    made.linkname = "/etc/passwd" if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else ""
    made.pax_headers = {name.replace("_", "."): value for name, value in headers.items()}
    return made


@given(documents=st.dictionaries(NAMES, st.binary(max_size=600), max_size=5))
def test_what_was_packed_is_there_again(documents: dict[str, bytes]) -> None:
    assert read_pack(make_pack(documents)) == documents


def test_the_order_of_asking_does_not_matter() -> None:
    assert make_pack(dict(reversed(DOCUMENTS.items()))) == make_pack(DOCUMENTS)


def test_the_same_documents_give_the_same_bytes_for_ever() -> None:
    # what was given out is known by this hash: the form of a pack may not change unseen
    expected = "f427d031d4cc37a4e7701af6f36fa53570c45ef4481141aef716d701543a9ec4"
    assert sha256(make_pack(DOCUMENTS)).hexdigest() == expected


def test_nothing_of_this_machine_is_in_a_pack() -> None:
    with tarfile.open(fileobj=io.BytesIO(make_pack(DOCUMENTS))) as tar:
        said = {(one.mtime, one.uid, one.gid, one.uname, one.gname, one.mode) for one in tar}
    assert said == {(0, 0, 0, "", "", 0o644)}


JUNK: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "words": lambda: b"<html>not found</html>" * 100,
    "zeros": lambda: bytes(5000),
    "compressed": lambda: b"\x1f\x8b" + make_pack(DOCUMENTS),
    "half of a document": lambda: make_pack(DOCUMENTS)[:700],
    "cut between documents": lambda: make_pack(DOCUMENTS)[:1536],
    "something behind": lambda: make_pack(DOCUMENTS) + b"more",
    "a document twice": lambda: tar_of((entry("a/one.en.yaml"), b"1"), (entry("a/one.en.yaml"), b"2")),
    "a link": lambda: tar_of((entry("a/one.en.yaml", tarfile.SYMTYPE), b"")),
    "a hard link": lambda: tar_of((entry("a/one.en.yaml", tarfile.LNKTYPE), b"")),
    "a device": lambda: tar_of((entry("a/one.en.yaml", tarfile.CHRTYPE), b"")),
    "a folder": lambda: tar_of((entry("a", tarfile.DIRTYPE), b"")),
    "a strange header": lambda: tar_of((entry("a/one.en.yaml", GNU_sparse_size="x"), b"1")),
    "a large document": lambda: tar_of((entry("a/one.en.yaml"), bytes(LARGEST_FILE_BYTES + 1))),
    "a large pack": lambda: make_pack(DOCUMENTS) + bytes(LARGEST_PACK_BYTES),
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_junk_is_refused(junk: Callable[[], bytes]) -> None:
    with pytest.raises(BadPack):
        read_pack(junk())


@given(place=st.integers(0, 511), value=st.integers(0, 255))
def test_a_changed_header_is_refused(place: int, value: int) -> None:
    pack = bytearray(make_pack(DOCUMENTS))
    if pack[place] != value:
        pack[place] = value
        with pytest.raises(BadPack):
            read_pack(bytes(pack))


@given(st.binary(max_size=3000))
def test_any_bytes_are_a_pack_or_bad(data: bytes) -> None:
    with pytest.raises(BadPack):
        read_pack(data)


def test_a_pack_at_the_limit_is_read() -> None:
    documents = {"a/one.en.yaml": bytes(LARGEST_FILE_BYTES)}
    assert read_pack(make_pack(documents)) == documents
