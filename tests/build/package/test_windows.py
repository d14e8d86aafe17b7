"""The installer and the workflow, as far as a system without them can look: they name what is there."""

import re

import yaml

from checkout.words import WORDS
from tests.programs import CHECKOUT

SCRIPT = CHECKOUT / "build/windows/amparo.iss"
WORKFLOW = CHECKOUT / ".github/workflows/packages.yml"


def settings() -> dict[str, str]:
    text = SCRIPT.read_text(encoding="utf-8").partition("[Setup]")[2].partition("[")[0]
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


def test_the_installer_asks_for_no_administrator() -> None:
    said = settings()
    assert said["PrivilegesRequired"] == "lowest"
    assert said["DefaultDirName"] == r"{autopf}\Amparo"


def test_the_installer_takes_the_frozen_folder_and_nobodys_data() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert r'Source: "..\..\dist\amparo\*"' in text
    assert r'Excludes: "\portable"' in text
    assert "UninstallDelete" not in text, "what an officer kept is never removed with the program"


def test_the_files_that_it_names_are_made_or_there() -> None:
    said = settings()
    assert (SCRIPT.parent / said["LicenseFile"].replace("\\", "/")).resolve() == CHECKOUT / "LICENSE"
    assert said["SetupIconFile"].endswith(r".cache\pyinstaller\amparo.ico")
    assert 'programs.append(program("amparo-terminal"' in (CHECKOUT / "build/amparo.spec").read_text("utf-8")


def test_the_installer_speaks_the_languages_of_the_kit() -> None:
    assert re.findall(r'^Name: "(\w\w)";', SCRIPT.read_text(encoding="utf-8"), re.MULTILINE) == [
        "en",
        "es",
        "pt",
        "fr",
    ]


def test_the_workflow_makes_and_uses_the_program_on_each_system() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    assert set(jobs) == {"linux", "windows", "macos"}
    for name, job in jobs.items():
        told = "\n".join(step.get("run", "") for step in job["steps"])
        words = set(re.findall(r"build/dev\.py (\w+)", told))
        assert words <= set(WORDS), f"{name}: words that dev.py does not have"
        assert {"freeze", "package"} <= words
        assert "doctor" in told or "smoke" in words
