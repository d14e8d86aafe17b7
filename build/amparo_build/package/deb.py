"""The Debian package of the frozen folder, the same bytes for the same folder."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from amparo_build.freeze.icons import SIZES, write_png
from amparo_build.package.glibc import glibc_needed
from amparo_resources import resource

NAME = "amparo"
_TEMPLATES = Path(__file__).parents[2] / "linux"
_DEPENDS = "libegl1, libgl1"
"""What Qt wants of the system and does not bring; tried on a minimal Debian."""


def make_deb(frozen: Path, version: str, issued: datetime, scratch: Path, target: Path) -> Path:
    """Make the package.

    Args:
        issued: its date in all that it holds.
        scratch: an empty folder.
        target: the folder to put it in.

    Raises: OSError, subprocess.CalledProcessError.
    """
    root = scratch / NAME
    _lay_out(root, frozen, version, issued)
    architecture = _told("dpkg", "--print-architecture")
    glibc = "{}.{}".format(*glibc_needed(frozen))
    size_kib = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"""Package: {NAME}
Version: {version}
Architecture: {architecture}
Maintainer: The maintainers of Amparo <maintainers@example.org>
Installed-Size: {size_kib}
Depends: libc6 (>= {glibc}), {_DEPENDS}
Recommends: cups-client
Section: misc
Priority: optional
Description: offline kit for officials against trafficking in persons
 Checklists, guidance, forms and a directory of authorities of the Americas,
 with the OAS Work Plan 2010-2012 to the letter. It works with no network and
 no account, prints whatever it shows, and keeps cases encrypted if at all.
 .
 What is kept lies in the officer's own folder, and stays when this is removed.
""",
        encoding="utf-8",
    )
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    sums = sorted(path for path in files if "DEBIAN" not in path.parts)
    lines = _told("md5sum", *[str(path.relative_to(root)) for path in sums], folder=root)
    (root / "DEBIAN" / "md5sums").write_text(f"{lines}\n", encoding="utf-8")
    _same_dates(root, issued)
    made = target / f"{NAME}_{version}_{architecture}.deb"
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(int(issued.timestamp()))}
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return made


def _lay_out(root: Path, frozen: Path, version: str, issued: datetime) -> None:
    program = root / "usr" / "lib" / NAME
    shutil.copytree(frozen, program)  # all of it: the program finds what is not as its list of files says
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = root / "usr" / "share"
    filled = {"@VERSION@": version, "@DATE@": f"{issued:%Y-%m-%d}"}
    _write(share / "applications" / f"{NAME}.desktop", "amparo.desktop", filled)
    _write(share / "metainfo" / "org.example.amparo.metainfo.xml", "amparo.metainfo.xml", filled)
    _write(share / "doc" / NAME / "copyright", "copyright", filled)
    _write(share / "lintian" / "overrides" / NAME, "lintian-overrides", filled)
    _write(share / "man" / "man1" / f"{NAME}.1", "amparo.1", filled)
    [licences] = program.glob("**/amparo_resources/licences.txt")
    shutil.copyfile(licences, share / "doc" / NAME / "licences.txt")
    changes = (
        f"{NAME} ({version}) unstable; urgency=medium\n\n  * See CHANGELOG.md of the sources.\n\n"
        f" -- The maintainers of Amparo <maintainers@example.org>  {issued:%a, %d %b %Y %H:%M:%S} +0000\n"
    )
    (share / "doc" / NAME / "changelog").write_text(changes, encoding="utf-8")
    for path in (share / "man" / "man1" / f"{NAME}.1", share / "doc" / NAME / "changelog"):
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        path.unlink()
    icons = share / "icons" / "hicolor"
    for size in SIZES:
        place = icons / f"{size}x{size}" / "apps" / f"{NAME}.png"
        place.parent.mkdir(parents=True)
        write_png(place, size)
    scalable = icons / "scalable" / "apps" / f"{NAME}.svg"
    scalable.parent.mkdir(parents=True)
    scalable.write_bytes(resource("icons/program.svg").read_bytes())
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program / NAME else 0o644)


def _write(path: Path, template: str, filled: dict[str, str]) -> None:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    for name, value in filled.items():
        text = text.replace(name, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _same_dates(root: Path, issued: datetime) -> None:
    at = issued.astimezone(UTC).timestamp()
    for path in (root, *root.rglob("*")):
        os.utime(path, (at, at), follow_symlinks=False)


def _told(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    return done.stdout.strip()
