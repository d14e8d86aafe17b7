"""A pack: every document of one edition in one tar, the same bytes for the same documents."""

import io
import tarfile
from collections.abc import Mapping

LARGEST_FILE_BYTES = 8 * 2**20
LARGEST_PACK_BYTES = 64 * 2**20


class BadPack(ValueError):
    """The bytes are not a pack of ours."""


def make_pack(documents: Mapping[str, bytes]) -> bytes:
    """Pack documents, given by their names under `content/`, with forward slashes."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(documents):
            entry = tarfile.TarInfo(name)  # its defaults say nothing of when, where or by whom
            entry.size = len(documents[name])
            tar.addfile(entry, io.BytesIO(documents[name]))
    return packed.getvalue()


def read_pack(pack: bytes) -> dict[str, bytes]:
    """The documents of a pack by name; nothing is written anywhere.

    Raises: BadPack.
    """
    if len(pack) > LARGEST_PACK_BYTES:
        raise BadPack("the pack is larger than any of ours")
    documents: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(pack), mode="r:") as tar:
            for entry in tar:
                documents[entry.name] = _read(tar, entry)
    except (tarfile.TarError, ValueError) as error:
        raise BadPack(str(error)) from error
    if make_pack(documents) != pack:  # a name twice, something behind the end, a date, an owner
        raise BadPack("the pack is not as we make them")
    return documents


def _read(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    if not entry.isfile() or entry.size > LARGEST_FILE_BYTES:
        raise BadPack(f"{entry.name}: not a document of ours")
    opened = tar.extractfile(entry)
    if opened is None:
        raise BadPack(f"{entry.name}: cannot be read")
    return opened.read()
