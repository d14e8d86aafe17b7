"""Uploading to servers that exist, over links that are what they are."""

import os
import random
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from amparo.core.errors import AppError
from amparo.core.progress import no_tick
from amparo.exchange.outbox import Outbox
from amparo.exchange.upload import Inbox, Outcome, Uploader, send
from tests.exchange.servers import answering, cutting, free_port, nginx, webdav

needs_nginx = pytest.mark.skipif(
    shutil.which("nginx") is None, reason="nginx is not installed on this system"
)
needs_openssl = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl is not installed on this system"
)
SEALED = os.urandom(5000)
DIGEST = sha256(SEALED).hexdigest()
START = datetime(2026, 11, 26, 8, tzinfo=UTC)


def put(url: str, sealed: bytes = SEALED, **more: object) -> tuple[Outcome, str]:
    uploader = Uploader(Inbox(url=url, **more), whole_s=5)  # type: ignore[arg-type]
    try:
        return uploader.put(sha256(sealed).hexdigest(), sealed)
    finally:
        uploader.close()


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.mark.parametrize("status", [200, 201, 204])
def test_what_the_server_has_taken_is_delivered(status: int) -> None:
    taken: list[tuple[str, bytes]] = []

    def respond(path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        taken.append((path, body))
        return status, {}, b""

    with answering(respond) as url:
        assert put(url) == (Outcome.DELIVERED, "")
    assert taken == [(f"/drop/{DIGEST}", SEALED)]


@pytest.mark.parametrize(
    ("status", "headers", "said", "outcome"),
    [
        (401, {}, b"", Outcome.REFUSED),
        (403, {}, b"", Outcome.REFUSED),
        (404, {}, b"", Outcome.REFUSED),
        (405, {}, b"", Outcome.REFUSED),
        (413, {}, b"", Outcome.REFUSED),
        (429, {"Retry-After": "60"}, b"", Outcome.WAITING),
        (500, {}, b"", Outcome.WAITING),
        (503, {}, b"", Outcome.WAITING),
        (507, {}, b"", Outcome.WAITING),
        (301, {"Location": "http://127.0.0.1:1/"}, b"", Outcome.WAITING),
        (302, {"Location": "/login"}, b"", Outcome.WAITING),
        (200, {"Content-Type": "text/html"}, b"<html>Sign in</html>", Outcome.WAITING),
        (412, {}, b"", Outcome.WAITING),
        (409, {}, b"", Outcome.WAITING),
    ],
)
def test_what_is_not_delivered_is_told(
    status: int, headers: dict[str, str], said: bytes, outcome: Outcome
) -> None:
    with answering(lambda _path, _body: (status, headers, said)) as url:
        got, why = put(url)
    assert got is outcome
    assert why.endswith((".", "?"))


def test_there_already_means_delivered_where_the_server_keeps_files_whole() -> None:
    with answering(lambda _path, _body: (412, {}, b"")) as url:
        assert put(url, keeps_whole=True)[0] is Outcome.DELIVERED


def test_nobody_there_waits() -> None:
    outcome, why = put(f"http://127.0.0.1:{free_port()}/drop")
    assert (outcome, why) == (Outcome.WAITING, "The inbox did not answer.")


@pytest.mark.parametrize("url", ["", "inbox", "ftp://example.org/", "file:///etc"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(AppError, match="address"):
        Uploader(Inbox(url=url))


def test_one_bad_file_never_blocks_the_rest_and_there_is_no_busy_loop(tmp_path: Path) -> None:
    clock = Clock()
    outbox = Outbox(tmp_path / "outbox", clock)
    bad = outbox.put(b"bad")
    good = [outbox.put(bytes([n])) for n in range(3)]
    (tmp_path / "outbox" / f"{bad.digest}.age").write_bytes(b"other")
    asked: list[str] = []

    def respond(path: str, _body: bytes) -> tuple[int, dict[str, str], bytes]:
        asked.append(path)
        return (500 if path.endswith(good[0].digest) else 201), {}, b""

    with answering(respond) as url:
        uploader = Uploader(Inbox(url=url))
        report = send(outbox, uploader, clock.now, no_tick)
        assert len(report.delivered) == 2
        assert report.waiting == 2
        for _round in range(5):  # nothing is due, so nothing is asked
            send(outbox, uploader, clock.now, no_tick)
        uploader.close()
    assert len(asked) == 3


# Real servers


def delivered(tmp_path: Path, port: int, place: str, cuts: list[int]) -> tuple[list[bytes], int]:
    """Forty sealed files, sent until all are there, over a link that is cut; and the rounds that it took."""
    clock, lot = Clock(), random.Random(7)  # noqa: S311 - no secret
    outbox = Outbox(tmp_path / "outbox", clock)
    sealed = [os.urandom(lot.randrange(4000, 40_000)) for _file in range(40)]
    for data in sealed:
        outbox.put(data)
    rounds = 0
    with cutting(port, iter(lambda: lot.choice(cuts), None)) as link:
        while outbox.waiting() and rounds < 60:
            rounds += 1
            uploader = Uploader(Inbox(url=f"http://127.0.0.1:{link}{place}"), whole_s=10)
            send(outbox, uploader, clock.now, no_tick)
            uploader.close()
            clock.now += timedelta(hours=6)
    assert outbox.waiting() == ()
    return sealed, rounds


@needs_nginx
def test_forty_of_forty_arrive_whole_over_a_link_that_is_cut(tmp_path: Path) -> None:
    with nginx(tmp_path / "nginx") as (port, drop):
        sealed, rounds = delivered(tmp_path, port, "/drop", [1500, 6000, 20_000, 40_000, 0])
        there = {path.name: path.read_bytes() for path in drop.iterdir()}
    assert there == {sha256(data).hexdigest(): data for data in sealed}, "whole, and none twice"
    assert rounds > 1, "the link was cut"


def test_forty_arrive_whole_at_a_server_that_shows_half_files(tmp_path: Path) -> None:
    with webdav(tmp_path / "dav") as (port, drop):
        sealed, rounds = delivered(tmp_path, port, "", [3000, 15_000, 0, 0])
        there = {path.name: path.read_bytes() for path in drop.iterdir()}
    assert there == {sha256(data).hexdigest(): data for data in sealed}
    assert rounds > 1, "the link was cut"


@needs_nginx
def test_a_server_that_lets_only_some_in_and_takes_no_more_than_so_much(tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("officer:{PLAIN}secret\n", encoding="utf-8")
    basic = f'auth_basic "drop"; auth_basic_user_file {password};'
    with nginx(tmp_path / "nginx", location=basic, largest="8k") as (port, drop):
        url = f"http://127.0.0.1:{port}/drop"
        assert put(url)[0] is Outcome.REFUSED
        assert put(url, user="officer", password="wrong")[0] is Outcome.REFUSED  # noqa: S106
        assert put(url, user="officer", password="secret")[0] is Outcome.DELIVERED  # noqa: S106
        outcome, why = put(url, os.urandom(20_000), user="officer", password="secret")  # noqa: S106
        assert (outcome, why) == (Outcome.REFUSED, "The file is too large for the inbox.")
        assert [path.name for path in drop.iterdir()] == [DIGEST]
        assert put(f"http://127.0.0.1:{port}/elsewhere")[0] is Outcome.REFUSED


@needs_nginx
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can make a small disk")
def test_a_server_whose_disk_is_full_gets_all_once_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "nginx"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], check=False)
    if made.returncode:
        pytest.skip("this system lets nobody make a small disk")
    try:
        outbox = Outbox(tmp_path / "outbox", Clock())
        sealed = [outbox.put(os.urandom(60_000)).digest for _file in range(6)]
        with nginx(disk) as (port, drop):
            uploader = Uploader(Inbox(url=f"http://127.0.0.1:{port}/drop"))
            report = send(outbox, uploader, START, no_tick)
            assert 0 < len(report.delivered) < 6
            assert report.waiting == 6 - len(report.delivered)
            assert report.trouble.endswith((".", "?"))
            taken = {path.name: path.read_bytes() for path in drop.iterdir()}
            assert set(taken) == set(report.delivered), "no half file counts as one"
            subprocess.run(["mount", "-o", "remount,size=2m", str(disk)], check=True)
            outbox.try_again()
            assert send(outbox, uploader, START, no_tick).waiting == 0
            uploader.close()
            assert {sha256(path.read_bytes()).hexdigest() for path in drop.iterdir()} == set(sealed)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def made_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of 127.0.0.1 that is its own authority, and its key."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


@needs_nginx
@needs_openssl
def test_tls_with_a_private_authority(tmp_path: Path) -> None:
    certificate, key = made_certificate(tmp_path)
    port = free_port()
    tls = f"listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};"
    with nginx(tmp_path / "nginx", more=tls) as (_plain, drop):
        url = f"https://127.0.0.1:{port}/drop"
        outcome, why = put(url)
        assert (outcome, why) == (Outcome.WAITING, "The inbox could not prove who it is. Nothing was sent.")
        assert list(drop.iterdir()) == []
        assert put(url, authority=certificate)[0] is Outcome.DELIVERED
        assert [path.name for path in drop.iterdir()] == [DIGEST]


@needs_nginx
@needs_openssl
def test_a_client_shows_its_own_certificate(tmp_path: Path) -> None:
    certificate, key = made_certificate(tmp_path)
    both = tmp_path / "both.pem"
    both.write_bytes(certificate.read_bytes() + key.read_bytes())
    port = free_port()
    tls = (
        f"listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};"
        f" ssl_client_certificate {certificate}; ssl_verify_client optional;"
    )
    only_known = "if ($ssl_client_verify != SUCCESS) { return 403; }"
    with nginx(tmp_path / "nginx", more=tls, location=only_known) as (_plain, drop):
        url = f"https://127.0.0.1:{port}/drop"
        assert put(url, authority=certificate)[0] is Outcome.REFUSED
        assert list(drop.iterdir()) == []
        assert put(url, authority=certificate, certificate=both)[0] is Outcome.DELIVERED
