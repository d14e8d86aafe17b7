"""`python3 build/dev.py package`: what is handed out of the frozen folder, in dist/packages."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from amparo import __version__
from amparo_build.freeze.folder import DIST, FOLDER, ROOT
from amparo_build.package.deb import make_deb

PACKAGES = DIST / "packages"


def main() -> int:
    """Make them, and say what was made; 1 where something is in the way."""
    if not (FOLDER / "SHA256SUMS").exists():
        print("There is no frozen program: python3 build/dev.py freeze makes it.", file=sys.stderr)
        return 1
    issued = _issued()
    shutil.rmtree(PACKAGES, ignore_errors=True)
    PACKAGES.mkdir(parents=True)
    made = [_zip(issued) if sys.platform == "win32" else _archive(issued)]
    if shutil.which("dpkg-deb"):
        with tempfile.TemporaryDirectory(prefix="amparo-deb-") as scratch:
            made.append(make_deb(FOLDER, __version__, issued, Path(scratch), PACKAGES))
    lines = []
    for path in made:
        with path.open("rb") as opened:
            lines.append(f"{file_digest(opened, 'sha256').hexdigest()}  {path.name}\n")
    (PACKAGES / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    print("".join(lines), end="")
    return 0


def _archive(issued: datetime) -> Path:
    """The folder as it is, to be unpacked anywhere, such as on a stick."""
    target = PACKAGES / f"amparo-{__version__}-{sys.platform}.tar.xz"

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = int(issued.timestamp())
        return entry

    with tarfile.open(target, "w:xz", preset=6) as archive:
        for path in (FOLDER, *sorted(FOLDER.rglob("*"))):
            name = f"amparo-{__version__}/{path.relative_to(FOLDER).as_posix()}".removesuffix("/.")
            archive.add(path, name, recursive=False, filter=plain)
    return target


def _zip(issued: datetime) -> Path:
    """The same for Windows 10, which opens no other form by itself."""
    target = PACKAGES / f"amparo-{__version__}-{sys.platform}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
            name = f"amparo-{__version__}/{path.relative_to(FOLDER).as_posix()}"
            entry = zipfile.ZipInfo(name, issued.timetuple()[:6])
            entry.external_attr = path.stat().st_mode << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return target


def _issued() -> datetime:
    """The date of the commit: the same sources give the same packages."""
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    seconds = int(done.stdout.strip() or 0) if done.returncode == 0 else 0
    return datetime.fromtimestamp(seconds, UTC)


if __name__ == "__main__":
    sys.exit(main())
