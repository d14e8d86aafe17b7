"""Which modules the program really loads: PyInstaller reads code, and does not see what is imported by name.

reportlab's bar codes are imported by a text that is executed; a list of such cases would grow old.
"""

import subprocess
import sys

_LOAD_ALL = """
import importlib, pkgutil, sys
import amparo, amparo_index, amparo_resources
for package in (amparo, amparo_index, amparo_resources):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
print(*sorted(sys.modules), sep="\\n")
"""
_OF_THE_MACHINE = {"__main__", "__mp_main__", "sitecustomize", "usercustomize"}


def loaded_modules() -> list[str]:
    """What is loaded when everything of Amparo is, beyond what the system's own library holds.

    Raises: subprocess.CalledProcessError, where something of Amparo cannot be loaded.
    """
    command = [sys.executable, "-P", "-c", _LOAD_ALL]
    names = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout.split()
    return [name for name in names if _is_of_a_package(name)]


def _is_of_a_package(name: str) -> bool:
    top = name.partition(".")[0]
    return top not in sys.stdlib_module_names and name not in _OF_THE_MACHINE and not top.startswith("__")
