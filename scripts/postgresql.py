"""A PostgreSQL server of one's own, for tests and measurements: on a free port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from scripts.elasticsearch.cluster import free_ports

# Where Debian puts the programs of each version.
VERSIONS = Path("/usr/lib/postgresql")
USER = "postgres"
PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        port: On 127.0.0.1; the user `postgres` needs no password.
        process: Number of its process.
    """

    port: int
    process: int

    @property
    def url(self) -> str:
        """For DATABASE_URL."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{USER}"

    @property
    def address(self) -> str:
        """For psycopg."""
        return f"host=127.0.0.1 port={self.port} user={USER} dbname={USER}"


def programs() -> Path | None:
    """The folder with the programs of the newest version that is installed."""
    found = sorted(VERSIONS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


def why_not() -> str:
    """Why no server can be started here; "" when it can."""
    if programs() is None:
        return f"PostgreSQL cannot be started: {VERSIONS} has no initdb"
    if os.geteuid() == 0 and not _exists(USER):
        return f"PostgreSQL cannot be started: it refuses to run as root, and there is no user {USER}"
    return ""


@contextmanager
def running_postgresql(options: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server until the end of the block; its data is gone with it.

    Args:
        options: More settings, as in postgresql.conf.

    Raises:
        OSError, subprocess.CalledProcessError: It cannot be started.
    """
    found = programs()
    if found is None:
        raise FileNotFoundError(why_not())
    # It refuses to run as root, and that user may enter no folder of root's.
    user = USER if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        setup = ["-D", str(data), "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust"]
        subprocess.run(
            [str(found / "initdb"), *setup], check=True, capture_output=True, user=user, cwd=folder
        )
        (port,) = free_ports(1)
        # Nothing here has to survive a power cut.
        settings = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", **(options or {})}
        switches = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(found / "postgres"), "-D", str(data), "-p", str(port), "-k", str(folder), *switches]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, user=user, cwd=folder, stdout=quiet, stderr=quiet) as process:
            try:
                server = Server(port, process.pid)
                _wait(server)
                yield server
            finally:
                # Fast shutdown: it ends what is still connected.
                process.send_signal(2)
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _wait(server: Server) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(server.address).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
