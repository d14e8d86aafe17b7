"""The content that the kit reads, built anew where it is not of today's documents and code."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from checkout import places
from checkout.locking import locked
from checkout.messages import Stop, say
from checkout.programs import module

INPUTS = (
    "resources/amparo_resources/content/**/*",
    "resources/amparo_resources/schema/*.py",
    "desktop/amparo/core/**/*.py",
    "desktop/amparo/library/**/*.py",
    "index/amparo_index/**/*.py",
    "build/amparo_build/content*/**/*",
    "build/amparo_build/content*.py",
)
"""Whatever a change of which may change the content."""


def make_content(folder: Path, anew: bool = False) -> None:
    """Build the content where it is not current, or in any case `anew`."""
    inputs = content_inputs(places.ROOT)
    built = content_folder(folder, inputs)
    if is_current(built, inputs) and not anew:
        return
    # A lock of its own: the environment may be somebody else's, and several may share a checkout.
    inside = places.is_inside(built)
    with locked(places.ROOT / ".cache" / "content.lock" if inside else built.with_name(f"{built.name}.lock")):
        if anew or not is_current(built, inputs):
            say("Building the content.")
            command = [*module(folder, "amparo_build.content"), "--inputs", inputs]
            if subprocess.call(command, stdout=sys.stderr):
                raise Stop("The content could not be built: what is wrong stands above.")


def content_inputs(root: Path) -> str:
    """A digest of everything that the content is built from: relative names and bytes."""
    files = {path for pattern in INPUTS for path in root.glob(pattern) if path.is_file()}
    total = hashlib.sha256()
    for name, path in sorted((path.relative_to(root).as_posix(), path) for path in files):
        if "__pycache__" not in name:
            data = path.read_bytes()
            total.update(b"%s\0%d\0" % (os.fsencode(name), len(data)) + data)
    return total.hexdigest()


def is_current(built: Path, inputs: str) -> bool:
    """Whether the content was built from what is there now."""
    try:
        return (built / "inputs.txt").read_text(encoding="ascii", errors="replace").strip() == inputs
    except OSError:
        return False


def content_folder(folder: Path, inputs: str) -> Path:
    """Where the built content lies; outside a checkout that cannot be written to, the kit must be told."""
    if "AMPARO_CONTENT" in os.environ:
        return Path(os.environ["AMPARO_CONTENT"]).absolute()
    built = places.ROOT / "resources" / "amparo_resources" / "built"
    if is_current(built, inputs) or places.is_writable(built.parent):
        return built
    if places.is_inside(folder):  # somebody else's, in a checkout that is somebody else's
        built = places.private_folder("amparo-content", os.environ)
    else:
        built = folder.with_name(f"{folder.name}-content")
    os.environ["AMPARO_CONTENT"] = str(built)
    return built
