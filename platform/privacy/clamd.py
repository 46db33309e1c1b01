"""Asks a ClamAV daemon whether bytes hold malware.

Source: `man clamd`, the command INSTREAM. The libraries for it are either no longer kept or start programs.
"""

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

CHUNK = 64 * 1024
LONGEST_ANSWER = 4096


class MalwareFound(Exception):
    """The bytes hold malware; `signature` is what the daemon calls it."""

    def __init__(self, signature: str) -> None:
        super().__init__(signature)
        self.signature = signature


class ScannerUnavailable(Exception):
    """The daemon does not answer, or says that it could not look; the message says which."""


def check_address(url: str) -> None:
    """Refuse an address that can be of no daemon.

    Raises:
        ValueError: It is neither `tcp://host:port` nor `unix:/path`. The message says so.
    """
    parts = urlsplit(url)
    is_tcp = parts.scheme == "tcp" and parts.hostname and parts.port
    if not is_tcp and not (parts.scheme == "unix" and parts.path.startswith("/")):
        raise ValueError(f"{url!r} must be tcp://host:port or unix:/path.")


def scan(data: bytes, url: str, seconds: float = 10.0) -> None:
    """Return when the daemon finds nothing in the bytes.

    Args:
        data: The bytes.
        url: Where the daemon listens: `tcp://host:port` or `unix:/path`.
        seconds: How long the whole conversation may take.

    Raises:
        MalwareFound: It found something.
        ScannerUnavailable: There is no answer, or none that says that the bytes are clean.
    """
    until = time.monotonic() + seconds
    try:
        with _connected(url, seconds) as daemon:
            answer = _answer(daemon, data, until)
    except OSError as error:
        raise ScannerUnavailable(f"{url}: {error}") from error
    if answer.endswith(" FOUND"):
        raise MalwareFound(answer.removesuffix(" FOUND").removeprefix("stream: "))
    if answer != "stream: OK":
        raise ScannerUnavailable(f"{url}: {answer or 'no answer'}")


def _connected(url: str, seconds: float) -> socket.socket:
    check_address(url)
    parts = urlsplit(url)
    if parts.scheme == "tcp":
        return socket.create_connection((parts.hostname or "", parts.port or 0), seconds)
    daemon = socket.socket(socket.AF_UNIX)
    daemon.settimeout(seconds)
    try:
        daemon.connect(parts.path)
    except OSError:
        daemon.close()
        raise
    return daemon


def _answer(daemon: socket.socket, data: bytes, until: float) -> str:
    try:
        _send(daemon, b"zINSTREAM\0", until)
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK]
            _send(daemon, len(chunk).to_bytes(4, "big") + chunk, until)
        _send(daemon, (0).to_bytes(4, "big"), until)
    except (BrokenPipeError, ConnectionResetError):
        pass  # it stops listening at its own limit, and its answer says so
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        daemon.settimeout(_left(until))
        received = daemon.recv(LONGEST_ANSWER)
        if not received:
            break
        answer += received
    return answer.rstrip(b"\0").decode(errors="replace").strip()


def _send(daemon: socket.socket, data: bytes, until: float) -> None:
    daemon.settimeout(_left(until))
    daemon.sendall(data)


def _left(until: float) -> float:
    """Seconds until a moment; TimeoutError when it has passed."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("no answer in time")
    return left
