"""What of all that PyInstaller finds goes into the folder, and what is left to the machine or to nobody.

Measured in build/decisions/freezing.md. Names are those inside the folder, with forward slashes.
"""

import re
from pathlib import Path

FACES = ("NotoSans_Regular", "NotoSans_Bold", "NotoSans_Italic")
"""The modules of `pymupdf_fonts` that paper and screen use; a test holds them against the code."""

EXCLUDED = (
    *(
        "tkinter",
        "unittest",
        "pydoc",
        "pydoc_data",
        "doctest",
        "lib2to3",
        "ensurepip",
        "idlelib",
        "turtledemo",
    ),
    *("setuptools", "pkg_resources", "_distutils_hack", "distutils", "pip", "wheel"),
    *("zstandard.backend_cffi", "zstandard._cffi", "cffi", "pycparser"),  # zstandard's C part needs neither
    *("PIL._avif", "PIL.AvifImagePlugin", "PIL._webp", "PIL.WebPImagePlugin", "PIL._imagingcms"),
    *("PIL._imagingft", "PIL.ImageQt", "PIL.ImageTk", "uharfbuzz"),  # reportlab imports PIL; it draws no text
    *("pytest", "_pytest", "hypothesis", "mypy", "amparo_build", "pygments", "rich", "IPython", "babel"),
    *("bcrypt", "zeroconf", "ifaddr"),  # cryptography's for OpenSSH keys; the extra `nearby`
    *("asyncio", "cached_property"),  # see amparo_index/lean.py
    *("multiprocessing", "xmlrpc", "ftplib", "cgi"),  # ways to work and to ask that nobody here goes
    *("xml.dom", "xml.etree", "xml.parsers", "xml.sax.expatreader", "pyexpat"),  # no XML is ever read
    "charset_normalizer",  # of reportlab's reader of foreign XML
    *("defusedxml", "typing_extensions"),  # of developers' tools; PIL and others take them where they are
)
"""Modules that something imports where it can, and that the kit does without."""

_PLUGINS = re.compile(
    r"/plugins/(platforms/(libq(xcb|wayland|offscreen)|qwindows|libqcocoa)|iconengines/|imageformats/(lib)?q(svg|jpeg)"
    r"|printsupport/|platforminputcontexts/|platformthemes/libqxdg|wayland-(shell|decoration|graphics)"
    r"|xcbglintegrations/|styles/|networkinformation/(libqnetworkmanager|qnetworklistmanager|libqscnetwork))"
)
_NOT_NEEDED = re.compile(r"/plugins/platforminputcontexts/.*virtualkeyboard")
_TRANSLATIONS = re.compile(r"PySide6/.*translations/(?!qtbase_(es|pt_BR|fr)\.qm$)")
_LEFT = re.compile(r"libcups[-.]|opengl32sw")
"""CUPS brings GnuTLS and more; where a machine prints, it has them. The other is for OpenGL."""


def is_wanted(name: str) -> bool:
    """Whether a file belongs into the folder."""
    base = name.rpartition("/")[2]
    if "/plugins/" in name and "PySide6" in name:
        return bool(_PLUGINS.search(name)) and not _NOT_NEEDED.search(name)
    return not (_TRANSLATIONS.search(name) or _LEFT.match(base))


def unused_faces(package: Path) -> list[str]:
    """The modules of `pymupdf_fonts` that hold faces which the kit does not use."""
    modules = (path.stem for path in package.glob("[A-Z]*.py"))
    return sorted(f"pymupdf_fonts.{name}" for name in modules if name not in FACES)


def picture_formats(package: Path) -> list[str]:
    """The modules of `PIL` for a format each: our paper has no pictures, and reportlab asks for the rest."""
    return sorted(f"PIL.{path.stem}" for path in package.glob("*ImagePlugin.py"))
