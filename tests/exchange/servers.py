"""Servers to upload to, on loopback: a real nginx, one that answers as it is told, and a link that is cut."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.programs import environment

Respond = Callable[[str, bytes], tuple[int, dict[str, str], bytes]]


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


@contextlib.contextmanager
def answering(respond: Respond) -> Iterator[str]:
    """A server that answers each PUT as `respond(path, body)` says."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers, said = respond(self.path, body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/drop"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def cutting(port: int, after_bytes: Iterator[int]) -> Iterator[int]:
    """A link to a port that is cut after so many bytes from the client, another number each time, or 0."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    ends = threading.Event()
    threads: list[threading.Thread] = []

    def accept() -> None:
        while not ends.is_set():
            with contextlib.suppress(OSError):
                client, _address = listening.accept()
                thread = threading.Thread(target=_relay, args=(client, port, next(after_bytes)))
                thread.start()
                threads.append(thread)

    accepting = threading.Thread(target=accept)
    accepting.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        ends.set()
        accepting.join()
        for thread in threads:
            thread.join()
        listening.close()


def _relay(client: socket.socket, port: int, after_bytes: int) -> None:
    with client, socket.create_connection(("127.0.0.1", port)) as server:
        back = threading.Thread(target=_pump, args=(server, client, 0))
        back.start()
        _pump(client, server, after_bytes)
        for end in (client, server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        back.join()


def _pump(source: socket.socket, target: socket.socket, after_bytes: int) -> None:
    passed = 0
    source.settimeout(5)
    with contextlib.suppress(OSError):
        while data := source.recv(1024):
            if after_bytes and passed + len(data) > after_bytes:
                return
            passed += len(data)
            target.sendall(data)


@contextlib.contextmanager
def nginx(
    folder: Path, *, more: str = "", location: str = "", largest: str = "1m"
) -> Iterator[tuple[int, Path]]:
    """A real nginx with its DAV module; the port, and the folder that it writes."""
    drop = folder / "root" / "drop"
    for path in (drop, folder / "temp", folder / "logs"):
        path.mkdir(parents=True, exist_ok=True)
    for path in (folder, folder / "root", drop, folder / "temp"):
        path.chmod(0o777)
    port = free_port()
    (folder / "nginx.conf").write_text(
        f"""
        {"user root;" if os.geteuid() == 0 else ""}
        worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/logs/error.log;
        events {{ worker_connections 64; }}
        http {{
            access_log off; client_body_temp_path {folder}/temp; client_max_body_size {largest};
            proxy_temp_path {folder}/temp/p; fastcgi_temp_path {folder}/temp/f;
            uwsgi_temp_path {folder}/temp/u; scgi_temp_path {folder}/temp/s;
            server {{
                listen 127.0.0.1:{port}; {more} root {folder}/root;
                location ~ "^/drop/[0-9a-f]{{64}}$" {{
                    dav_methods PUT; limit_except PUT {{ deny all; }} {location}
                }}
                location / {{ return 404; }}
            }}
        }}
        """,
        encoding="utf-8",
    )
    running = subprocess.Popen(
        [
            "nginx",
            "-p",
            str(folder),
            "-c",
            str(folder / "nginx.conf"),
            "-e",
            str(folder / "logs" / "error.log"),
        ],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _time in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
                break
            time.sleep(0.05)
        yield port, drop
    finally:
        running.terminate()
        running.wait()


@contextlib.contextmanager
def webdav(folder: Path) -> Iterator[tuple[int, Path]]:
    """WsgiDAV in a process of its own; the port, and the folder that it writes."""
    folder.mkdir(parents=True)
    port = free_port()
    code = (
        "import sys; from cheroot import wsgi; from wsgidav.wsgidav_app import WsgiDAVApp\n"
        "app = WsgiDAVApp({'provider_mapping': {'/': sys.argv[1]},"
        " 'simple_dc': {'user_mapping': {'*': True}},"
        " 'verbose': 0, 'logging': {'enable': False}})\n"
        "wsgi.Server(('127.0.0.1', int(sys.argv[2])), app).start()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), str(port)],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _time in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
                break
            time.sleep(0.05)
        yield port, folder
    finally:
        running.terminate()
        running.wait()
