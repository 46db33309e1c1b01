"""The search page over HTTP, as the site is served: gunicorn with two workers."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from scripts.elasticsearch.cluster import free_ports

WORKERS = 2
OK = 200


@contextmanager
def served_site(variables: Mapping[str, str]) -> Iterator[int]:
    """The site on a free port, until the end of the block.

    Args:
        variables: Beside those of this process.

    Yields:
        The port.
    """
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "-w", str(WORKERS), "-b", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        [*command, "--log-level", "error"], env={**os.environ, **variables}, stdout=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 120
        while not _answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the site does not start")
            time.sleep(0.5)
        yield port
    finally:
        server.terminate()
        server.wait()


def page_asker(port: int) -> Callable[[str], object]:
    """Asks for a page by its address, over one connection as long as that lasts."""

    def ask(address: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != OK:
            raise RuntimeError(f"{address}: {answer.status}")
        return len(body)

    return ask


def _answers(port: int) -> bool:
    try:
        page_asker(port)("/nl/zoeken/")
    except (OSError, RuntimeError, http.client.HTTPException):
        return False
    return True
