import os
import sys
from pathlib import Path

import pytest

import amparo_resources
from amparo.core.places import CONTENT_VARIABLE, HOME_VARIABLE, find_places
from tests.programs import environment, kit, python

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux has it")
WHERE = "from amparo.core.places import find_places as f; p = f(); print(p.chosen_by, p.data)"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program that has a portable folder beside it."""
    (tmp_path / "stick" / "portable").mkdir(parents=True)
    return tmp_path / "stick"


@pytest.fixture
def _nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    monkeypatch.delenv(CONTENT_VARIABLE)


def test_the_variable_moves_everything(home: Path, program: Path) -> None:
    places = find_places(program)
    assert (places.data, places.chosen_by) == (home, "AMPARO_HOME")
    assert {places.settings.parent, places.bookmarks.parent, places.log.parent} == {home}
    assert len({places.settings, places.bookmarks, places.log}) == 3


def test_finding_makes_nothing(home: Path) -> None:
    find_places()
    assert not home.exists()


def test_a_relative_folder_stays_where_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(HOME_VARIABLE, "kit")
    assert find_places().data == tmp_path / "kit"


@pytest.mark.usefixtures("_nothing_named")
def test_portable_beside_the_program_comes_before_the_system(program: Path) -> None:
    places = find_places(program)
    assert (places.data, places.chosen_by) == (program / "portable", "portable")


@linux
@pytest.mark.usefixtures("_nothing_named")
def test_else_the_system_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    places = find_places(tmp_path / "no-stick")
    assert places.data.parent == tmp_path
    assert places.data.name.lower() == "amparo"
    assert places.chosen_by == "system"


@pytest.mark.usefixtures("_nothing_named")
def test_a_file_called_portable_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "portable").write_bytes(b"")
    assert find_places(tmp_path).chosen_by == "system"


@pytest.mark.usefixtures("_nothing_named")
def test_the_content_is_beside_the_documents_unless_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_places().content == Path(amparo_resources.__path__[0]) / "built"
    monkeypatch.setenv(CONTENT_VARIABLE, str(tmp_path))
    assert find_places().content == tmp_path


def test_an_empty_variable_names_nothing(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")
    assert find_places(program).chosen_by == "portable"


def test_the_portable_folder_is_found_beside_the_started_program(program: Path) -> None:
    script = program / "amparo"
    script.write_text(WHERE, encoding="ascii")
    ran = python(
        f"import runpy, sys; sys.argv = [{str(script)!r}]; runpy.run_path(sys.argv[0])", env=_unnamed()
    )
    assert ran.stdout.split(maxsplit=1) == ["portable", f"{program / 'portable'}\n"]


@linux
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody unknown")
def test_a_user_without_a_home_gets_answers_and_nothing_is_kept(tmp_path: Path) -> None:
    loaded = "import os, dataclasses, pwd, platformdirs.unix, amparo_resources; "  # read while it may
    become = "import sys; os.setgid(54321); os.setuid(54321); sys.argv[0] = sys.executable = '/amparo'; "
    find, _, say = WHERE.partition("; ")
    unnamed = _unnamed()
    unnamed.pop("HOME", None)
    tmp_path.chmod(0o777)
    ran = python(loaded + become + find + "; " + say, env=unnamed, cwd=tmp_path)
    assert ran.stderr == ""
    assert ran.stdout.startswith("system /")
    assert list(tmp_path.iterdir()) == [], "no folder called ~"


@linux
def test_the_folder_one_stands_in_may_be_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    leave = f"import os, sys; os.rmdir({str(gone)!r}); sys.argv[0] = sys.executable; "
    ran = python(leave + "from amparo.cli.main import main; main(['list'])", cwd=gone)
    assert ran.stderr == ""
    assert "plan/activity/13" in ran.stdout


def test_the_terminal_says_where_things_are(home: Path) -> None:
    ran = kit("doctor")
    assert f"data: {home}" in ran.stdout
    assert ran.returncode == 0


def _unnamed() -> dict[str, str]:
    named = (HOME_VARIABLE, CONTENT_VARIABLE, "XDG_DATA_HOME")
    return {name: value for name, value in environment().items() if name not in named}
