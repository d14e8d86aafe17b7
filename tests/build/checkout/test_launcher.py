"""The program of a checkout, and the paths that it is found by."""

import os
import subprocess
from pathlib import Path

import pytest

from checkout import places
from checkout.launcher import join
from checkout.stamp import PYTHON
from tests.build.executable import make_executable


@pytest.mark.skipif(os.name == "nt", reason="as POSIX does it")
@pytest.mark.parametrize("name", ["kit", "Ámparo ñ kit Ж"])
def test_the_program_finds_its_checkout_after_a_move(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    old, new = tmp_path / "old", tmp_path / name
    monkeypatch.setattr(places, "ROOT", old)
    monkeypatch.setattr(places, "SOURCE_ROOTS", (old / "desktop",))
    site = old / ".venv" / "lib" / f"python{PYTHON}" / "site-packages"
    site.mkdir(parents=True)
    make_executable(old / ".venv" / "bin" / "python", 'printf "%s\\n" "$0" "$@"')
    join(old / ".venv", -1)
    assert (site / "amparo-checkout.pth").read_text(encoding="ascii") == "../../../../desktop\n"
    old.rename(new)
    link = tmp_path / "amparo"
    link.symlink_to(new / ".venv" / "bin" / "amparo")
    said = subprocess.run([link, "search", "two words"], capture_output=True, check=True, encoding="utf-8")
    python, *arguments = said.stdout.splitlines()
    assert python == str(new / ".venv" / "bin" / "python")
    assert arguments == ["-P", "-X", "utf8", "-m", "amparo", "search", "two words"]
