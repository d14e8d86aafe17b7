"""The public folder over http on this computer alone, to try it with a kit."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def serve(public: Path, port: int) -> None:
    """Give it out until it is interrupted."""
    if not public.is_dir():
        raise ValueError(f"There is nothing in {public} yet: make a release first.")
    handler = partial(SimpleHTTPRequestHandler, directory=str(public))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}/", flush=True)
        server.serve_forever()
