"""A server that answers as no search engine should."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Hostile:
    """A server that answers as it is told: `status`, `body`, seconds of `delay`."""

    def __init__(self) -> None:
        self.status, self.body, self.delay = 200, b"{}", 0.0
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        hostile = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                hostile.asked.append((self.command, self.path, dict(self.headers)))
                self.rfile.read(int(self.headers.get("content-length") or 0))
                time.sleep(hostile.delay)
                self.send_response(hostile.status)
                self.send_header("x-elastic-product", "Elasticsearch")
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(hostile.body)))
                self.end_headers()
                self.wfile.write(hostile.body)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@contextmanager
def hostile_server() -> Iterator[Hostile]:
    """A hostile server, until the end of the block."""
    started = Hostile()
    try:
        yield started
    finally:
        started.server.shutdown()
        started.server.server_close()
