"""Advisories against the locked versions, told by a source of the test's own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from amparo_build import advisories
from amparo_build.freeze.locked import Pin, pins

GOOD, BAD = Pin("click", "8.5.1", ()), Pin("whoosh-reloaded", "2.7.5", ())


@contextmanager
def source(answer: Any, status: int = 200) -> Iterator[tuple[str, list[Any]]]:
    asked: list[Any] = []

    class Source(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            said = answer(asked[-1]) if callable(answer) else answer
            self.send_response(status)
            self.end_headers()
            self.wfile.write(said if isinstance(said, bytes) else json.dumps(said).encode())

        def log_message(self, *_said: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Source)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/querybatch", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_one_question_names_every_version() -> None:
    with source({"results": [{}, {"vulns": [{"id": "GHSA-2"}, {"id": "GHSA-1"}]}]}) as (address, asked):
        assert advisories.advisories([GOOD, BAD], address) == {BAD: ("GHSA-1", "GHSA-2")}
    assert asked == [
        {
            "queries": [
                {"package": {"name": "click", "ecosystem": "PyPI"}, "version": "8.5.1"},
                {"package": {"name": "whoosh-reloaded", "ecosystem": "PyPI"}, "version": "2.7.5"},
            ]
        }
    ]


@pytest.mark.parametrize(
    "answer", [b"<html>", [], {}, {"results": [{}]}, {"results": "no"}, {"results": [{}, {"vulns": [1]}]}]
)
def test_another_form_is_no_answer(answer: Any) -> None:
    with source(answer) as (address, _), pytest.raises(advisories.NoAnswer):
        advisories.advisories([GOOD, BAD], address)


def test_an_error_is_no_answer() -> None:
    with source({}, status=503) as (address, _), pytest.raises(advisories.NoAnswer, match="503"):
        advisories.advisories([GOOD], address)


def test_nothing_is_asked_over_an_open_line() -> None:
    with pytest.raises(advisories.NoAnswer, match="no https"):
        advisories.advisories([GOOD], "http://example.org/v1/querybatch")


@pytest.mark.parametrize(("worst", "code"), [(0, 0), (1, 1)])
def test_the_exit_code_tells(
    worst: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [{"vulns": [{"id": "GHSA-x"}]}] * worst

    def answer(asked: Any) -> Any:
        return {"results": found + [{}] * (len(asked["queries"]) - worst)}

    with source(answer) as (address, _):
        monkeypatch.setenv(advisories.SOURCE_VARIABLE, address)
        assert advisories.main([]) == code
    said = capsys.readouterr().out
    assert f"{len(pins())} versions of run.txt" in said
    assert ("GHSA-x" in said) == bool(worst)


def test_without_an_answer_nothing_is_claimed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(advisories.SOURCE_VARIABLE, "http://127.0.0.1:9/")
    assert advisories.main(["--all"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Nothing was checked: ")
