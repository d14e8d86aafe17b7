"""A corrected number reaches kits by web, by stick and by a colleague; it is found, marked, and prints."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from amparo.app import Kit
from amparo.core.places import Places
from amparo.paper.pages import Pages
from amparo.ui.updates.page import UpdatesPage
from amparo.ui.window import Window
from amparo_build.content import DOCUMENTS, gather
from tests.journeys.test_journeys import CTRL, press, window_of
from tests.journeys.test_screening import preview_of, tab_to
from tests.sync.authority import Authority
from tests.sync.servers import giving
from tests.ui.conftest import (
    OpenKit,
    cheap_vaults,
    jobs,
    lock,
    open_case,
    open_kit,
    open_vault,
    places,
    settle,
)

__all__ = ["cheap_vaults", "jobs", "open_kit", "places"]
WRONG, RIGHT = "911", "2295-4000"
CRI = "directory/cri"


def next_edition(documents: dict[str, bytes]) -> dict[str, bytes]:
    """The same documents with the number of the police of Costa Rica corrected."""
    name = f"{CRI}.yaml"
    before = documents[name]
    at = before.index(b"- service: police")
    corrected = before[:at] + before[at:].replace(b"dial: '911'", f"dial: '{RIGHT}'".encode(), 1)
    assert corrected != before
    version = b"version: 2026.11.2\nissued: 2026-11-24\n"
    return documents | {name: corrected, "edition.yaml": version}


@pytest.fixture(scope="module")
def authorities(tmp_path_factory: pytest.TempPathFactory) -> tuple[Authority, Authority]:
    """As it is with the edition that the kit has built in, and after the correction."""
    folder, documents = tmp_path_factory.mktemp("authority"), gather(DOCUMENTS)
    now = datetime.now(UTC).replace(microsecond=0)
    authority = Authority(folder / "first", now=now)
    authority.release(documents)
    corrected = authority.copy(folder / "second")
    corrected.release(next_edition(documents))
    return authority, corrected


def set_up(kit: Kit, qtbot: QtBot, authority: Authority, tmp_path: Path, url: str = "") -> UpdatesPage:
    """Believe the authority, as an officer does: the file, the letters, yes."""
    window = window_of(kit)
    window.show_page("updates")
    page = window.updates
    ready(kit, qtbot)
    source = replace(authority.source, url=url)
    file = tmp_path / "trial.amparo-source"
    file.write_bytes(source.to_file())
    page.believing.read(file)
    ready(kit, qtbot)
    assert page.believing.offered_letters.text() == source.letters
    assert "not set up" in page.verdict.text(), "nothing is believed before the letters are compared"
    page.believing.agree_button.click()
    ready(kit, qtbot)
    assert page.believing.letters.text() == source.letters
    return page


def ready(kit: Kit, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not kit.updates.state.busy and kit.updates._job is None, timeout=60_000)


def the_new_edition(kit: Kit, qtbot: QtBot) -> Window:
    """The window, once it shows the corrected edition."""
    qtbot.waitUntil(lambda: window_of(kit).services.store.edition.version == "2026.11.2", timeout=60_000)
    ready(kit, qtbot)
    window = window_of(kit)
    qtbot.waitUntil(lambda: window.services.search.is_open, timeout=15_000)
    return window


def look(window: Window, qtbot: QtBot) -> None:
    """The number is found by search, its page says that it changed, and it prints."""
    window.search_box.setText(RIGHT)
    qtbot.waitUntil(lambda: bool(window.results_model.state.rows), timeout=15_000)
    window.results.open_when_found()
    qtbot.waitUntil(lambda: window.current == "directory")
    page = window.reading.state.page
    assert page is not None
    assert page.id == CRI
    assert RIGHT in window.library.reading.text.toPlainText()
    assert "changed in edition 2026.11.2" in window.library.reading._context.text()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = preview_of(window, qtbot)
    assert dialog.model.state.layout is not None
    with Pages(dialog.model.state.layout.pdf) as pages:
        assert RIGHT in " ".join(pages.text(number) for number in range(pages.count))
    dialog.reject()


def test_by_web(
    open_kit: OpenKit, qtbot: QtBot, authorities: tuple[Authority, Authority], tmp_path: Path
) -> None:
    kit = open_kit()
    with giving(authorities[1].public) as url:
        page = set_up(kit, qtbot, authorities[1], tmp_path, url)
        assert "Nobody was asked yet" in page.verdict.text()
        window_of(kit).activateWindow()
        qtbot.waitUntil(window_of(kit).isActiveWindow)
        tab_to(qtbot, page.check_button)
        press(qtbot, Qt.Key.Key_Space)
        window = the_new_edition(kit, qtbot)
    assert window.current == "updates"
    page = window.updates
    assert "Edition 2026.11.2" in page.edition.text()
    assert "vouched for it" in page.verdict.text()
    assert "Costa Rica, police: 2295-4000 in place of 911." in kit.updates.state.kept.said
    assert "Costa Rica" in page._sentences()
    look(window, qtbot)


def test_by_a_stick_while_a_page_is_read(
    open_kit: OpenKit,
    qtbot: QtBot,
    authorities: tuple[Authority, Authority],
    tmp_path: Path,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    giver = open_kit(Places(data=tmp_path / "giver", content=places.content, chosen_by="test"))
    stick = tmp_path / "stick"
    shutil.copytree(authorities[1].public, stick / "amparo-content")
    set_up(giver, qtbot, authorities[1], tmp_path)
    giver.updates.receive_from(stick)
    the_new_edition(giver, qtbot)
    shutil.rmtree(stick / "amparo-content")
    window_of(giver).updates.show_state(giver.updates.state)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_said: str(stick))  # the system's own
    window_of(giver).updates.export_button.click()
    ready(giver, qtbot)
    assert [path.name for path in stick.iterdir()] == ["amparo-content"]

    kit = open_kit()
    set_up(kit, qtbot, authorities[1], tmp_path)
    window = window_of(kit)
    window.read(CRI)
    kit.updates.receive_from(stick)
    qtbot.waitUntil(lambda: window.updating.is_offered, timeout=60_000)
    ready(kit, qtbot)
    assert window_of(kit) is window, "the page that is read is not taken away"
    assert RIGHT not in window.library.reading.text.toPlainText()
    assert "Edition 2026.11.2" in window.notice.words.text()
    window.notice.act_button.click()
    fresh = the_new_edition(kit, qtbot)
    assert fresh.current == "directory"
    assert RIGHT in fresh.library.reading.text.toPlainText()
    look(fresh, qtbot)


def test_by_a_colleague_and_found_at_once_while_a_page_is_read(
    open_kit: OpenKit,
    qtbot: QtBot,
    authorities: tuple[Authority, Authority],
    tmp_path: Path,
    places: Places,
) -> None:
    giver = open_kit(Places(data=tmp_path / "giver", content=places.content, chosen_by="test"))
    set_up(giver, qtbot, authorities[1], tmp_path)
    giver.updates.receive_from(authorities[1].public)
    shown = the_new_edition(giver, qtbot).updates
    shown.serve_button.click()
    qtbot.waitUntil(lambda: bool(giver.updates.state.address), timeout=15_000)
    assert giver.updates.state.code in shown.serving.text()
    port = giver.updates.state.address.rpartition(":")[2]

    kit = open_kit()
    page, window = set_up(kit, qtbot, authorities[1], tmp_path), window_of(kit)
    window.read("plan/activity/13")
    page.nearby.address.setText(f"127.0.0.1:{port}")
    page.nearby.code.setText(giver.updates.state.code.lower())
    page.nearby.near_button.click()
    qtbot.waitUntil(lambda: window.updating.is_offered, timeout=60_000)
    ready(kit, qtbot)
    qtbot.waitUntil(lambda: "given 1 time" in shown.serving.text())
    shown.serve_button.click()
    assert giver.updates.state.address == ""
    window.search_box.setText(RIGHT)
    qtbot.waitUntil(lambda: bool(window.results_model.state.rows), timeout=15_000)
    window.results.open_when_found()
    look(the_new_edition(kit, qtbot), qtbot)


def test_what_is_refused_is_told_and_changes_nothing(
    open_kit: OpenKit, qtbot: QtBot, authorities: tuple[Authority, Authority], tmp_path: Path
) -> None:
    kit = open_kit()
    page = set_up(kit, qtbot, authorities[1], tmp_path)
    assert not page.check_button.isEnabled(), "a publisher without an address is only carried"
    spoiled = tmp_path / "spoiled"
    shutil.copytree(authorities[1].public, spoiled)
    path = spoiled / "metadata" / "timestamp.json"
    said = json.loads(path.read_bytes())
    said["signed"]["version"] = 9
    path.write_bytes(json.dumps(said).encode())
    for place, words in ((spoiled, "not signed by the publisher"), (tmp_path, "There is no update in")):
        kit.updates.receive_from(place)
        ready(kit, qtbot)
        assert words in page.told.text()
    assert "not signed by the publisher" in page.tried.text()
    assert window_of(kit).services.store.edition.version == "2026.11.1"
    for file in ("x", "none.amparo-source"):
        (tmp_path / "x").write_bytes(b"{}")
        page.believing.read(tmp_path / file)
        ready(kit, qtbot)
        assert "no source file" in page.told.text()


def test_the_vault_remembers_what_was_here(
    open_kit: OpenKit,
    qtbot: QtBot,
    authorities: tuple[Authority, Authority],
    tmp_path: Path,
    places: Places,
) -> None:
    kit = open_kit()
    set_up(kit, qtbot, authorities[1], tmp_path)
    open_vault(kit, qtbot)
    kit.updates.receive_from(authorities[1].public)
    window = window_of(kit)
    qtbot.waitUntil(lambda: window.updating.is_offered, timeout=60_000)
    ready(kit, qtbot)
    settle(kit, qtbot)
    lock(kit, qtbot)
    shutil.rmtree(places.received, ignore_errors=True)  # somebody wants the older edition to be shown
    other = open_kit()
    assert window_of(other).services.store.edition.version == "2026.11.1"
    open_vault(other, qtbot)
    qtbot.waitUntil(lambda: "2026.11.2" in window_of(other).notice.words.text())
    set_up(other, qtbot, authorities[0], tmp_path)
    other.updates.receive_from(authorities[0].public)
    ready(other, qtbot)
    assert "older than what is here" in window_of(other).updates.told.text()


def test_a_case_that_is_open_stays_open(
    open_kit: OpenKit, qtbot: QtBot, authorities: tuple[Authority, Authority], tmp_path: Path
) -> None:
    kit = open_kit()
    set_up(kit, qtbot, authorities[1], tmp_path)
    page = open_case(kit, qtbot)
    kit.updates.receive_from(authorities[1].public)
    window = window_of(kit)
    qtbot.waitUntil(lambda: window.updating.is_offered, timeout=60_000)
    ready(kit, qtbot)
    assert page.currentWidget() is page.case
    assert kit.vault.state.is_open


@pytest.mark.parametrize("part", ["library.sqlite", "manifest.json", "index"])
def test_a_flipped_byte_in_what_was_installed_shows_the_edition_before(
    open_kit: OpenKit,
    qtbot: QtBot,
    authorities: tuple[Authority, Authority],
    tmp_path: Path,
    places: Places,
    part: str,
) -> None:
    kit = open_kit()
    set_up(kit, qtbot, authorities[1], tmp_path)
    kit.updates.receive_from(authorities[1].public)
    the_new_edition(kit, qtbot)
    [folder] = places.received.glob("v*")
    path = (
        max((folder / part).iterdir(), key=lambda one: one.stat().st_size)
        if part == "index"
        else folder / part
    )
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    other = open_kit()
    qtbot.waitUntil(lambda: window_of(other).services.store.edition.version == "2026.11.1", timeout=15_000)
    qtbot.waitUntil(lambda: window_of(other).services.search.is_open, timeout=15_000)
    assert "damaged" in window_of(other).notice.words.text()
    other.updates.receive_from(authorities[1].public)
    look(the_new_edition(other, qtbot), qtbot)
