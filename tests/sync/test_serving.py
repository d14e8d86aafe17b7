"""To a colleague on the same network: the same gate, and a code that strangers do not know."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from amparo.sync import relay
from amparo.sync.carried import FolderCarrier
from amparo.sync.reasons import NotReceived
from amparo.sync.serving import Serving, address_of, own_address
from amparo.sync.web import WebCarrier
from tests.sync.authority import Home


def test_a_colleague_receives_what_is_here(kit: Home, at: dict[int, Path], tmp_path: Path) -> None:
    kit.update(FolderCarrier(at[3]))
    serving = Serving(relay.files_of(kit.folder, kit.source, kit.current))
    colleague = Home(folder=tmp_path / "colleague", bundled=kit.bundled, source=kit.source)
    try:
        near = f"127.0.0.1:{serving.port}"
        for wrong in ("", "ABCDEF", serving.code[:-1], f"{serving.code}/.."):
            with pytest.raises(NotReceived, match="no content at this source"):
                colleague.update(WebCarrier(address_of(near, wrong)))
        assert serving.given == 0
        typed = f" {serving.code[:3].lower()} {serving.code[3:]} "
        assert colleague.update(WebCarrier(address_of(f"http://{near}/", typed))).is_new
        assert serving.given == 1
    finally:
        serving.close()
    assert colleague.current.edition == kit.current.edition
    with pytest.raises(NotReceived, match="did not answer"):
        colleague.update(WebCarrier(address_of(near, serving.code)))


def test_whoever_guesses_codes_is_given_nothing_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("amparo.sync.serving._MOST_WRONG", 3)
    serving = Serving({"metadata/timestamp.json": b"{}"})
    try:
        url = f"http://127.0.0.1:{serving.port}/{{}}/metadata/timestamp.json"
        assert urllib.request.urlopen(url.format(serving.code)).read() == b"{}"  # noqa: S310
        for code in ("A", "B", "C", serving.code):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(url.format(code))  # noqa: S310
            refused.value.close()
    finally:
        serving.close()


def test_an_address_is_found_without_a_word_to_anybody() -> None:
    assert own_address().count(".") == 3
