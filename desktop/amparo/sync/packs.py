"""A pack by the shortest way: a delta to the one that is here, else compressed, else as it is.

Each is checked against its signed hash before it is unpacked, and what comes of it against that of the pack.
"""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

import zstandard
from tuf.api.exceptions import (
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    LengthOrHashMismatchError,
)
from tuf.api.metadata import TargetFile

from amparo.core.errors import Cancelled
from amparo.core.files import replace_file
from amparo.sync.carrier import TARGETS, Carrier
from amparo.sync.gate import PACK, Release

COMPRESSED = f"{PACK}.zst"
_MISSING = (403, 404)
_WINDOW_LOG = 27


def delta_name(old_sha256: str) -> str:
    """The target that leads from the pack with this hash to the newest."""
    return f"{old_sha256[:16]}.zst"


def compress(pack: bytes, old: bytes | None = None) -> bytes:
    """A pack as it is published; with an older one, what is new against it. The same bytes for the same."""
    parameters = zstandard.ZstdCompressionParameters.from_level(19, window_log=25, enable_ldm=bool(old))
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=_like(old)).compress(pack)


def fetch_pack(release: Release, held: bytes | None, carrier: Carrier, partial: Path) -> bytes:
    """The pack of a release.

    Args:
        held: a pack that is here, to which a delta may lead.
        partial: the folder for what came before a link was cut; a later try goes on from there.

    Raises: RepositoryError, DownloadError, OSError.
    """
    if held and (delta := release.targets.get(delta_name(sha256(held).hexdigest()))):
        try:
            return _unpacked(_fetch(delta, carrier, partial), release, held)
        except DownloadHTTPError as error:
            if error.status_code not in _MISSING:
                raise
    try:
        return _unpacked(_fetch(release.targets[COMPRESSED], carrier, partial), release)
    except (KeyError, DownloadHTTPError) as error:
        if isinstance(error, DownloadHTTPError) and error.status_code not in _MISSING:
            raise
    pack = _fetch(release.pack, carrier, partial)
    release.pack.verify_length_and_hashes(pack)
    return pack


def _unpacked(data: bytes, release: Release, held: bytes | None = None) -> bytes:
    """Raises: LengthOrHashMismatchError."""
    limit = release.pack.length
    unpacker = zstandard.ZstdDecompressor(dict_data=_like(held), max_window_size=2**_WINDOW_LOG)
    try:
        with unpacker.stream_reader(io.BytesIO(data)) as reader:
            pack = reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise LengthOrHashMismatchError(str(error)) from error
    release.pack.verify_length_and_hashes(pack)
    return pack


def _like(old: bytes | None) -> zstandard.ZstdCompressionDict | None:
    return zstandard.ZstdCompressionDict(old, dict_type=zstandard.DICT_TYPE_RAWCONTENT) if old else None


def _fetch(target: TargetFile, carrier: Carrier, partial: Path) -> bytes:
    """A target's bytes, checked.

    Raises: RepositoryError, DownloadError, OSError.
    """
    digest = target.hashes["sha256"]
    name, kept = f"{TARGETS}/{digest}.{target.path}", partial / digest
    carrier.expected = carrier.received + target.length
    data = bytearray(kept.read_bytes() if kept.exists() else b"")
    goes_on = 0 < len(data) <= target.length
    if not goes_on:
        data.clear()
    try:
        _read_on(carrier, name, data, target.length)
    except (DownloadError, Cancelled):
        if data:
            replace_file(kept, bytes(data))
        raise
    kept.unlink(missing_ok=True)  # a wrong one too: it would block every honest carrier
    try:
        target.verify_length_and_hashes(bytes(data))
    except LengthOrHashMismatchError:
        if not goes_on:
            raise
        return _fetch(target, carrier, partial)  # what was here before was wrong, or the rest did not fit
    return bytes(data)


def _read_on(carrier: Carrier, name: str, data: bytearray, length: int) -> None:
    """Add to the data what is missing; as long as each try brings more, a cut is followed by another.

    Raises: DownloadError; what came so far is then in `data`, unless it was too much.
    """
    while len(data) < length:
        had = len(data)
        try:
            start, parts = carrier.part(name, had)
            del data[start:]
            for part in parts:
                data += part
                if len(data) > length:
                    data.clear()
                    raise DownloadLengthMismatchError(name)
        except (DownloadHTTPError, DownloadLengthMismatchError):
            raise
        except DownloadError:
            if len(data) <= had:
                raise
        else:
            return
