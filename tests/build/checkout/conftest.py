"""What the tests of the checkout's environment share: nothing of the caller's own."""

import pytest


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AMPARO_VENV", "AMPARO_CONTENT", "SUDO_UID"):
        monkeypatch.delenv(name, raising=False)
