"""Syncing by itself: when switched on, with the source and the inbox alone, ever later after failures."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amparo.library.documents import EDITION
from amparo.sync.source import KeptSource
from amparo.ui.updates import rounds
from amparo.ui.updates.rounds import FIRST_S, LONGEST_S, Rounds
from amparo_build.content import DOCUMENTS, gather
from tests.exchange.servers import answering
from tests.journeys.test_journeys import window_of
from tests.sync.authority import Authority
from tests.sync.servers import giving
from tests.ui.conftest import OpenKit, open_vault, settle


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("authority") / "a", now=datetime.now(UTC).replace(microsecond=0))
    version = b"version: 2026.11.2\nissued: 2026-11-24\n"
    made.release(gather(DOCUMENTS) | {EDITION: version})
    return made


_CONNECTED: list[str] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        _CONNECTED.append(f"{arguments[1][0]}:{arguments[1][1]}")


sys.addaudithook(_note)


@pytest.fixture
def connected() -> list[str]:
    """Every address of the internet's that this process connects to."""
    _CONNECTED.clear()
    return _CONNECTED


def test_it_asks_the_source_and_the_inbox_and_nobody_else(
    open_kit: OpenKit,
    qtbot: QtBot,
    authority: Authority,
    connected: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rounds, "SOON_S", 0)
    kit = open_kit()
    open_vault(kit, qtbot)
    window = window_of(kit)
    window.services.outbox.put(b"sealed")
    came: list[bytes] = []

    def take(_path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        came.append(body)
        return 201, {}, b""

    with giving(authority.public) as url, answering(take) as inbox:
        KeptSource(kit.places.received, kit.places.content).keep(replace(authority.source, url=url))
        kit.vault.ask(lambda vault: vault.post.remember("inbox", json.dumps({"url": inbox})))
        settle(kit, qtbot)
        window.show_page("updates")
        qtbot.waitUntil(lambda: bool(kit.updates.state.url), timeout=15_000)
        assert connected == [], "silent until it is switched on"
        assert window.status.network.text() == "Offline, by choice"
        window.updates.by_itself.click()
        qtbot.waitUntil(lambda: window_of(kit).services.store.edition.version == "2026.11.2", timeout=60_000)
        qtbot.waitUntil(lambda: came == [b"sealed"], timeout=15_000)
        settle(kit, qtbot)
        allowed = {url.removeprefix("http://"), inbox.removeprefix("http://").removesuffix("/drop")}
        assert set(connected) == allowed
        assert window_of(kit).status.network.text() == "Syncs by itself"
        window_of(kit).updates.by_itself.click()
        assert not kit.syncing.rounds.is_on
        assert not kit.syncing.rounds._timer.isActive()
    qtbot.waitUntil(lambda: window_of(kit).status.waiting.isHidden())


def test_failures_wait_ever_longer_and_a_success_six_hours(open_kit: OpenKit, tmp_path: Path) -> None:
    kit = open_kit()
    made = Rounds(kit.updates, lambda: None)
    made.switch(on=True)
    waits = []
    for _failure in range(8):
        kit.updates.ended.emit(False)
        waits.append(made._timer.interval() // 1000)
    assert waits[:3] == [FIRST_S * 2, FIRST_S * 4, FIRST_S * 8]
    assert waits[-1] == LONGEST_S
    kit.updates.ended.emit(True)
    assert made._timer.interval() // 1000 == LONGEST_S
    kit.updates.ended.emit(False)
    assert made._timer.interval() // 1000 == FIRST_S * 2
    made.switch(on=False)
    kit.updates.ended.emit(False)
    assert not made._timer.isActive()


def test_a_metered_link_is_not_used_before_the_officer_says_so(open_kit: OpenKit, qtbot: QtBot) -> None:
    class Metered:
        def isMetered(self) -> bool:  # noqa: N802
            return True

    kit = open_kit()
    sent: list[None] = []
    made = Rounds(kit.updates, lambda: sent.append(None))
    made._network = Metered()
    made.switch(on=True)
    with qtbot.waitSignal(made.told) as told:
        made._go()
    assert "metered" in told.args[0]
    made._go()
    assert sent == []
    made.switch(on=False)


def test_a_system_that_tells_nothing_of_its_network(
    open_kit: OpenKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtNetwork import QNetworkInformation

    monkeypatch.setattr(QNetworkInformation, "instance", staticmethod(lambda: None))
    made = Rounds(open_kit().updates, lambda: None)
    made.switch(on=True)
    assert made._timer.isActive()
    made.switch(on=False)
