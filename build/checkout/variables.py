"""The environment variables that our steps, and the program that we start, are given."""

import sys
from collections.abc import Mapping

ASTRAY = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PIP_CONSTRAINT",
    "PIP_REQUIREMENT",
    "PIP_REQUIRE_VIRTUALENV",
)
"""What leads pip or Python to other folders and packages than ours."""


def cleaned(environ: Mapping[str, str]) -> dict[str, str]:
    """Without what leads astray; index, certificates and proxies are the office's own, and stay."""
    clean = {name: value for name, value in environ.items() if name not in ASTRAY}
    clean["PIP_USER"] = "0"  # `user = true` in a pip.conf would stop the install
    clean.setdefault("PYTHONUTF8", "1")  # under Latin-1 Qt finds no plugin in a non-ASCII folder
    if sys.platform.startswith("linux") and clean.get("LC_ALL") in ("C", "POSIX"):
        clean["LC_ALL"] = "C.UTF-8"  # Qt complains about any other
    return clean
