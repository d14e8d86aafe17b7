"""Where the frozen program is made, and how large it is."""

from pathlib import Path

ROOT = Path(__file__).parents[3]
DIST = ROOT / "dist"
FOLDER = DIST / "amparo"


def size_mb(folder: Path) -> float:
    """All files together, each as long as it is; in millions of bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
