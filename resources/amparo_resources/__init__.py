"""Everything that is bundled: documents, catalogues, icons, the built library and index.

`resource` is the one way to it, so that a checkout, a wheel and the frozen program are the same.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

SCREEN_FACES = ("notos", "notosbo")
"""The regular and the bold of the screen, by their names in `pymupdf_fonts`; unpacked beside the content."""


def resource(name: str) -> Traversable:
    """A bundled file or folder by its name with forward slashes, such as `icons/home.svg`.

    Raises: ValueError, where the name leads out of the bundle.
    """
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise ValueError(f"not a name in the bundle: {name!r}")
    return files(__name__).joinpath(*parts)
