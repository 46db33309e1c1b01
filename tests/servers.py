"""Servers that tests start for themselves, on a free port or socket, and that end with them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CLAMD = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin:/opt/homebrew/sbin")
# The test file on which all scanners agree, in two parts: whole, it would be found in this file.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
PATIENCE = 60.0
LARGEST_STREAM = 1_000_000


def why_no_clamd() -> str:
    """Why the ClamAV daemon cannot be started on this machine, or an empty text when it can."""
    return "" if CLAMD else "ClamAV's daemon (clamd) is not here: install the package clamav-daemon"


@dataclass
class Clamd:
    """A ClamAV daemon that knows one signature: that of the EICAR test file."""

    tcp: str
    unix: str
    process: subprocess.Popen[bytes]


@contextmanager
def running_clamd() -> Iterator[Clamd]:
    """A daemon of its own, with a signature base of its own."""
    # A short path: the name of a socket has at most 107 characters.
    with tempfile.TemporaryDirectory(prefix="clamd") as name:
        folder, port = Path(name), free_port()
        (folder / "base").mkdir()
        (folder / "base" / "local.ndb").write_text(f"Eicar-Test:0:*:{EICAR.hex()}\n")
        (folder / "clamd.conf").write_text(
            f"Foreground yes\nDatabaseDirectory {folder}/base\nLocalSocket {folder}/socket\n"
            f"TCPSocket {port}\nTCPAddr 127.0.0.1\nStreamMaxLength {LARGEST_STREAM}\nMaxThreads 2\n"
        )
        command = [str(CLAMD), "--config-file", str(folder / "clamd.conf")]
        with running(command, lambda: answers(port)) as process:
            yield Clamd(f"tcp://127.0.0.1:{port}", f"unix:{folder}/socket", process)


@contextmanager
def running_s3() -> Iterator[str]:
    """An S3-compatible store; its address."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(command, lambda: answers(port)):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(command: list[str], ready: Callable[[], bool]) -> Iterator[subprocess.Popen[bytes]]:
    """A process, from when it is ready until the end of the block."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        try:
            until = time.monotonic() + PATIENCE
            while not ready():
                if process.poll() is not None or time.monotonic() > until:
                    said.seek(0)
                    raise RuntimeError(f"{command[0]} did not start: {said.read().decode(errors='replace')}")
                time.sleep(0.1)
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def answers(port: int) -> bool:
    """Whether something listens at a port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
