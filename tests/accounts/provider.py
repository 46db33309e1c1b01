"""A real OpenID Connect provider in a process of its own, on this machine."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener, urlopen

START_SECONDS = 60


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """Do not follow: the test's browser does."""


@dataclass(frozen=True)
class Provider:
    """The running provider."""

    url: str

    def knows(self, subject: str, **claims: object) -> None:
        """Let it know somebody."""
        request = Request(f"{self.url}/users/{subject}", json.dumps(claims).encode(), method="PUT")  # noqa: S310
        request.add_header("Content-Type", "application/json")
        urlopen(request).close()  # noqa: S310 (on this machine)

    def sign_in(self, address: str, subject: str, action: str = "") -> str:
        """Do what somebody does on its page; the address to which it sends them back."""
        data = urlencode({"action": action or "authorize", "sub": subject}).encode()
        try:
            build_opener(_Stay).open(Request(address, data))  # noqa: S310 (likewise)
        except OSError as answer:
            return str(answer.headers["Location"])  # type: ignore[attr-defined]
        raise AssertionError("The provider did not send them back.")


@contextmanager
def run_provider() -> Iterator[Provider]:
    """Start a provider, and end it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/.well-known/openid-configuration", process)
        yield Provider(url)
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urlopen(url).close()  # noqa: S310 (likewise)
            return
        except URLError:
            time.sleep(0.2)
    raise RuntimeError("The identity provider did not start.")
