"""Over the network: budgets in bytes at the socket, and links that are what they are."""

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from amparo.sync.reasons import NotReceived
from amparo.sync.web import WebCarrier
from tests.sync.authority import Authority, Home, edition
from tests.sync.servers import counting, giving, nginx

At = dict[int, Path]
needs_nginx = pytest.mark.skipif(
    shutil.which("nginx") is None, reason="nginx is not installed on this system"
)


@pytest.fixture
def opened() -> Iterator[list[WebCarrier]]:
    made: list[WebCarrier] = []
    yield made
    for carrier in made:
        carrier.close()


@needs_nginx
def test_budgets_in_bytes_at_the_socket(
    kit: Home, published: dict[int, Authority], tmp_path: Path, documents: dict[str, bytes]
) -> None:
    authority = published[1].copy(tmp_path / "web")
    number = 1
    for number in range(2, 10):  # as many deltas as are ever offered
        authority.release(documents | edition(number))
    kit.source = authority.source
    with nginx(tmp_path / "nginx", authority.public) as port, counting(port) as (link, counted):
        url = f"http://127.0.0.1:{link}"
        kit.update(WebCarrier(url))
        counted.bytes = 0
        carrier = WebCarrier(url)
        assert not kit.update(carrier).is_new
        assert (counted.bytes <= 1536, carrier.requests) == (True, 2), f"no change: {counted.bytes}"
        name = "directory/cri.yaml"
        changed = documents[name].replace(b"dial: '911'", b"dial: '912'", 1)
        assert changed != documents[name]
        said = authority.release(documents | edition(10) | {name: changed}).said
        assert said[0].startswith("Costa Rica")
        counted.bytes = 0
        carrier = WebCarrier(url)
        assert kit.update(carrier).is_new
        assert (counted.bytes <= 4096, carrier.requests) == (True, 5), f"one number: {counted.bytes}"
        assert counted.connections == 3, "one a sync"
        fresh = Home(folder=tmp_path / "fresh", bundled=kit.bundled, source=kit.source)
        (tmp_path / "old").mkdir()
        shutil.copytree(kit.bundled, tmp_path / "own")
        (tmp_path / "own" / "pack.tar").unlink()  # nothing that a delta could begin from
        fresh.bundled = tmp_path / "own"
        counted.bytes = 0
        carrier = WebCarrier(url)
        assert fresh.update(carrier).is_new
    [packed] = authority.public.rglob(
        f"{authority.repository.targets().signed.targets['pack.tar.zst'].hashes['sha256']}*"
    )
    assert counted.bytes <= 1.2 * packed.stat().st_size, f"first: {counted.bytes}"
    assert carrier.requests <= 6


def big(authority: Authority, documents: dict[str, bytes]) -> None:
    """A release whose pack does not get smaller."""
    noise = os.urandom(150_000).hex()
    name = "directory/cri.yaml"
    authority.release(documents | edition(8) | {name: documents[name] + f"# {noise}\n".encode()})


def test_a_link_cut_every_64_kb_brings_it_all_without_asking_twice(
    kit: Home, published: dict[int, Authority], tmp_path: Path, documents: dict[str, bytes]
) -> None:
    authority = published[1].copy(tmp_path / "big")
    big(authority, documents)
    with (
        giving(authority.public) as url,
        counting(int(url.rpartition(":")[2]), cut_after=65_536) as (link, _n),
    ):
        carrier = WebCarrier(f"http://127.0.0.1:{link}")
        assert kit.update(carrier).is_new
    length = authority.repository.targets().signed.targets["pack.tar.zst"].length
    assert length > 150_000
    assert carrier.received <= 1.1 * length
    assert not (kit.folder / "partial").exists()


def test_a_later_try_goes_on_where_the_link_was_cut(
    kit: Home, published: dict[int, Authority], tmp_path: Path, documents: dict[str, bytes]
) -> None:
    authority = published[1].copy(tmp_path / "big")
    big(authority, documents)
    given = [0]

    def cut_once_and_for_all(handler: BaseHTTPRequestHandler) -> bool:
        if ".zst" not in handler.path or given[0] > 1:
            return False
        given[0] += 1
        if given[0] == 1:
            handler.send_response(200)
            handler.send_header("Content-Length", "200000")
            handler.end_headers()
            path = authority.public / handler.path.lstrip("/")
            handler.wfile.write(path.read_bytes()[:70_000])
        handler.close_connection = True
        return True

    with giving(authority.public, cut_once_and_for_all) as url:
        with pytest.raises(NotReceived, match="cut"):
            kit.update(WebCarrier(url))
        assert [path.stat().st_size for path in (kit.folder / "partial").iterdir()] == [70_000]
        carrier = WebCarrier(url)
        assert kit.update(carrier).is_new
    length = next(
        target.length
        for name, target in authority.repository.targets().signed.targets.items()
        if len(name) == 20
    )
    assert carrier.received < length - 60_000


def test_a_poisoned_half_does_not_shut_out_an_honest_source(
    kit: Home, published: dict[int, Authority], tmp_path: Path, documents: dict[str, bytes]
) -> None:
    authority = published[1].copy(tmp_path / "big")
    big(authority, documents)
    targets = authority.repository.targets().signed.targets
    [delta] = [target for name, target in targets.items() if not name.startswith("pack")]
    (kit.folder / "partial").mkdir(parents=True)
    for poison in (b"x" * 70_000, b"x" * delta.length, b"x" * (delta.length + 9)):
        (kit.folder / "partial" / delta.hashes["sha256"]).write_bytes(poison)
        with giving(authority.public) as url:
            assert (
                Home(folder=kit.folder, bundled=kit.bundled, source=kit.source)
                .update(WebCarrier(url))
                .release.version
                == "2026.12.8"
            )
        shutil.rmtree(kit.folder)
        (kit.folder / "partial").mkdir(parents=True)


def portal(handler: BaseHTTPRequestHandler) -> bool:
    page = b"<html>Sign in</html>"
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(page)))
    handler.end_headers()
    handler.wfile.write(page)
    return True


def status(code: int, **headers: str) -> object:
    def answer(handler: BaseHTTPRequestHandler) -> bool:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return True

    return answer


def endless(handler: BaseHTTPRequestHandler) -> bool:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(bytes(65_536))
    except OSError:
        return True


def bomb(handler: BaseHTTPRequestHandler) -> bool:
    import gzip

    if "timestamp" not in handler.path:
        return False
    data = gzip.compress(bytes(64 * 2**20))
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)
    return True


FAULTS = {
    "a captive portal": (portal, "no list"),
    "a redirect": (status(302, Location="http://127.0.0.1:1/"), "answer 302"),
    "401": (status(401), "answer 401"),
    "404": (status(404), "no content at this source"),
    "429": (status(429), "answer 429"),
    "500": (status(500), "answer 500"),
    "an endless answer": (endless, "not the one that was signed"),
    "a gzip bomb": (bomb, "not the one that was signed"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_of_servers_are_told_and_change_nothing(kit: Home, at: At, fault: str) -> None:
    answer, reason = FAULTS[fault]
    with giving(at[2], answer) as url, pytest.raises(NotReceived, match=reason):  # type: ignore[arg-type]
        kit.update(WebCarrier(url))
    assert kit.state() == {}
    with giving(at[2]) as url:
        assert kit.update(WebCarrier(url)).is_new


def drip(handler: BaseHTTPRequestHandler) -> bool:
    handler.send_response(200)
    handler.send_header("Content-Length", "900")
    handler.end_headers()
    try:
        for _byte in range(100):
            handler.wfile.write(b"{")
            time.sleep(0.1)
    except OSError:
        pass
    return True


def test_a_server_that_drips_is_given_up(kit: Home, at: At) -> None:
    with giving(at[2], drip) as url:
        began = time.monotonic()
        with pytest.raises(NotReceived, match="too slowly"):
            kit.update(WebCarrier(url, slow_after_s=1))
        assert time.monotonic() - began < 4
    assert kit.state() == {}


def test_a_black_hole_is_given_up(kit: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as hole:
        threads: list[socket.socket] = []
        taking = threading.Thread(target=lambda: threads.append(hole.accept()[0]))
        taking.start()
        with pytest.raises(NotReceived, match="did not answer"):
            kit.update(WebCarrier(f"http://127.0.0.1:{hole.getsockname()[1]}", gap_s=0.5))
        taking.join()
        for one in threads:
            one.close()
    assert kit.state() == {}


def test_nobody_there(kit: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(NotReceived, match="did not answer"):
        kit.update(WebCarrier(f"http://127.0.0.1:{port}"))


@pytest.mark.parametrize("url", ["", "updates", "ftp://example.org", "file:///etc"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(Exception, match="address of the source is none"):
        WebCarrier(url)


@needs_nginx
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed on this system")
def test_a_private_authority_is_believed_only_if_the_source_names_it(
    kit: Home, at: At, tmp_path: Path
) -> None:
    from tests.exchange.test_upload import made_certificate

    certificate, key = made_certificate(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    tls = (
        f"server {{ listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};"
        f" root {at[2]}; }}"
    )
    with nginx(tmp_path / "nginx", at[2], tls):
        url = f"https://127.0.0.1:{port}"
        with pytest.raises(NotReceived, match="prove who it is"):
            kit.update(WebCarrier(url))
        assert kit.update(WebCarrier(url, authority=certificate.read_text(encoding="ascii"))).is_new


def mounted(folder: Path, options: str) -> bool:
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=False)
    return made.returncode == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can make a small disk")
@pytest.mark.parametrize("kind", ["full", "read-only"])
def test_a_disk_that_takes_nothing(kit: Home, at: At, tmp_path: Path, kind: str) -> None:
    disk = tmp_path / "disk"
    if not mounted(disk, "size=300k" if kind == "full" else "size=9m"):
        pytest.skip("this system lets nobody make a small disk")
    try:
        kit.folder = disk / "content"
        if kind == "read-only":
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with giving(at[2]) as url, pytest.raises(NotReceived, match=r"room|cannot be written"):
            kit.update(WebCarrier(url))
        assert kit.state() == {}
        assert kit.current.is_bundled
        subprocess.run(["mount", "-o", "remount,rw,size=20m", str(disk)], check=True)
        with giving(at[2]) as url:
            assert kit.update(WebCarrier(url)).is_new
    finally:
        subprocess.run(["umount", str(disk)], check=True)
