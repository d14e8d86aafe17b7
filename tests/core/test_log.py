import logging
from pathlib import Path

import pytest

from amparo.core.log import LARGEST_BYTES, log_to
from tests.conftest import Logged

log = logging.getLogger("amparo.somewhere")
NAME = "María José of Asunción"


def seek_help(for_whom: str) -> None:
    raise LookupError(f"no bed for {for_whom}")


def fail(path: Path, logged: Logged) -> str:
    """Log an error as the kit does, and read the file."""
    log_to(path)
    try:
        seek_help(NAME)
    except LookupError as error:
        try:
            raise RuntimeError(f"again {NAME}") from error
        except RuntimeError as second:
            second.add_note(f"about {NAME}")
            log.exception("job failed")
    logged.expect("job failed")
    return path.read_text(encoding="utf-8")


def test_the_kind_and_the_places_of_an_error_are_kept_and_never_its_message(
    tmp_path: Path, logged: Logged
) -> None:
    said = fail(tmp_path / "home" / "amparo.log", logged)
    assert "job failed" in said
    assert "RuntimeError" in said
    assert "core/test_log.py" in said
    assert " fail" in said
    assert NAME not in said
    assert "no bed" not in said
    assert str(tmp_path) not in said
    assert str(Path(__file__).parents[2]) not in said, "a path may hold the officer's name"


def test_another_reader_of_the_record_does_not_bring_the_message_back(tmp_path: Path, logged: Logged) -> None:
    class Loud(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            logging.Formatter().format(record)  # leaves its text in the record for the next handler

    kit = logging.getLogger("amparo")
    kit.addHandler(Loud())
    assert NAME not in fail(tmp_path / "amparo.log", logged)


def test_only_warnings_and_worse_are_kept(tmp_path: Path, logged: Logged) -> None:
    log_to(tmp_path / "amparo.log")
    log.info("settings not kept")
    log.warning("index is damaged")
    logged.expect("index is damaged")
    said = (tmp_path / "amparo.log").read_text(encoding="utf-8")
    assert "index is damaged" in said
    assert "settings" not in said


def test_nothing_goes_to_the_terminal(
    tmp_path: Path, logged: Logged, capfd: pytest.CaptureFixture[str]
) -> None:
    fail(tmp_path / "amparo.log", logged)
    assert capfd.readouterr() == ("", "")


def test_the_file_does_not_grow_for_ever(tmp_path: Path, logged: Logged) -> None:
    path = tmp_path / "amparo.log"
    path.write_bytes(b"x" * (LARGEST_BYTES + 1))
    assert "xxx" not in fail(path, logged)


def test_a_small_file_is_added_to(tmp_path: Path, logged: Logged) -> None:
    path = tmp_path / "amparo.log"
    path.write_bytes(b"before\n")
    assert fail(path, logged).startswith("before\n")


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, logged: Logged) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_bytes(b"")
    log_to(blocked / "amparo.log")
    log.warning("index is damaged")
    logged.expect("index is damaged")
    assert blocked.read_bytes() == b""
