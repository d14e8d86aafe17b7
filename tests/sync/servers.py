"""Servers that give out a publisher's folder: nginx as in the guide, one with faults, a link that counts."""

import contextlib
import os
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.exchange.servers import free_port
from tests.programs import CHECKOUT

Answer = Callable[[BaseHTTPRequestHandler], bool]
"""Answers a request in its own way; false where the file is to be given."""
GUIDE = CHECKOUT / "build" / "linux" / "nginx-updates.conf"


@contextlib.contextmanager
def giving(public: Path, answer: Answer = lambda _handler: False) -> Iterator[str]:
    """A server that gives a folder out, with ranges."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5

        def do_GET(self) -> None:
            if answer(self):
                return
            path = public / self.path.lstrip("/")
            data = path.read_bytes() if path.is_file() else None
            start = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            self.send_response(404 if data is None else 206 if start else 200)
            part = (data or b"")[int(start[1]) if start else 0 :]
            self.send_header("Content-Length", str(len(part)))
            self.end_headers()
            self.wfile.write(part)

        def log_message(self, *_said: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_said: object) -> None:
            return

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def nginx(folder: Path, public: Path, more: str = "") -> Iterator[int]:
    """The nginx of the guide, with its own words, over a folder; the port."""
    port = free_port()
    (folder / "logs").mkdir(parents=True)
    server = GUIDE.read_text(encoding="utf-8")
    server = server.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    server = re.sub(r"\n +ssl_.*", "", server).replace("/srv/amparo/public", str(public))
    (folder / "nginx.conf").write_text(
        f"""{"user root;" if os.geteuid() == 0 else ""}
        worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/logs/error.log;
        events {{ worker_connections 64; }}
        http {{
            types {{ application/json json; }} {more}
            client_body_temp_path {folder}/t; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
            uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
            {server}
        }}""",
        encoding="utf-8",
    )
    command = [
        "nginx",
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "logs/error.log"),
    ]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _time in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
                break
            time.sleep(0.05)
        yield port
    finally:
        running.terminate()
        running.wait()


_PAUSE_S = 0.02


class Counted:
    """The bytes that passed a link, both ways, and how often it was opened."""

    def __init__(self) -> None:
        self.bytes = self.connections = 0


@contextlib.contextmanager
def counting(
    port: int, cut_after: int = 0, rate: float = 0, delay_s: float = 0
) -> Iterator[tuple[int, Counted]]:
    """A link to a port that counts what passes; cut after so many bytes down, or slow on purpose."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    ends, counted, threads = threading.Event(), Counted(), list[threading.Thread]()

    def pump(source: socket.socket, target: socket.socket, cut: int) -> None:
        passed, last_s = 0, 0.0
        source.settimeout(10)
        with contextlib.suppress(OSError):
            while data := source.recv(1024):
                if cut and passed + len(data) > cut:
                    break
                if time.monotonic() - last_s > _PAUSE_S:  # a new question, or the answer to it
                    time.sleep(delay_s / 2)
                if rate:
                    time.sleep(len(data) / rate)
                passed += len(data)
                counted.bytes += len(data)
                target.sendall(data)
                last_s = time.monotonic()
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def relay(client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", port)) as server:
            back = threading.Thread(target=pump, args=(server, client, cut_after))
            back.start()
            pump(client, server, 0)
            back.join()

    def accept() -> None:
        while not ends.is_set():
            with contextlib.suppress(OSError):
                client, _address = listening.accept()
                counted.connections += 1
                threads.append(threading.Thread(target=relay, args=(client,)))
                threads[-1].start()

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield int(listening.getsockname()[1]), counted
    finally:
        ends.set()
        accepting.join()
        for thread in threads:
            thread.join()
        listening.close()
