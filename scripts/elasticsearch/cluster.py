"""Starts and stops nodes of Elasticsearch on the loopback interface."""

from __future__ import annotations

import json
import secrets
import shutil
import socket
import tempfile
import time
import urllib.error
import urllib.request
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.dev.children import Child
from scripts.dev.errors import DevError
from scripts.elasticsearch.artifacts import Release, server_home
from scripts.elasticsearch.java import find_java

START = Path(__file__).with_name("Start.java")
HOST = "127.0.0.1"
HEAP = "512m"
PATIENCE = 180.0  # seconds; ten will do on a machine that has nothing else to do
KEPT_LINES = 60
MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
ROOM_IN_MEMORY = 2 * 1024**3


class Node:
    """One running node.

    Attributes:
        address: Where it answers, as in SEARCH_URL.
        process: The process whose child it is.
        lines: The last that it said.
    """

    def __init__(self, release: Release, folder: Path, settings: Mapping[str, str]) -> None:
        """Start it.

        Args:
            release: Of which version.
            folder: For its data; made when it is not there.
            settings: Of Elasticsearch; `http.port` is needed.

        Raises:
            DevError: There is no Java for it, or its artifacts cannot be had.
        """
        home, java = server_home(release), find_java(release.java)
        if java is None:
            raise DevError(f"Elasticsearch {release.version} needs a JDK of Java {release.java} or newer.")
        folder.mkdir(parents=True, exist_ok=True)
        self.address = f"http://{HOST}:{settings['http.port']}"
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        given = {
            "path.home": str(home),
            "path.data": str(folder / "data"),
            "path.logs": str(folder / "logs"),
            "network.host": HOST,
            # A disk that is nearly full makes every index read-only.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            **settings,
        }
        command = [str(java), f"-Xms{HEAP}", f"-Xmx{HEAP}", "--module-path", str(home / "lib")]
        command += ["--add-modules", "ALL-MODULE-PATH", str(START)]
        command += [f"{name}={value}" for name, value in given.items()]
        self._child = Child(command, env={}, cwd=folder, hear=self.lines.append)
        self.process = self._child.pid

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._child.poll()

    def kill(self) -> None:
        """End it without warning, as `kill -9` does."""
        self._child.kill()
        self._child.finish(0)

    def stop(self) -> None:
        """End it."""
        self._child.terminate()
        self._child.finish()

    def health(self, wait: str = "") -> dict[str, object] | None:
        """What it says of its cluster, or None when it does not answer yet."""
        try:
            with urllib.request.urlopen(f"{self.address}/_cluster/health{wait}", timeout=15) as answer:  # noqa: S310 - our own
                found: dict[str, object] = json.load(answer)
                return found
        except (OSError, urllib.error.URLError, ValueError):
            return None


@contextmanager
def running_cluster(
    release: Release, folder: Path, ports: list[int] | None = None, nodes: int = 1
) -> Iterator[list[Node]]:
    """A cluster that answers, until the end of the block.

    Args:
        release: Of which version.
        folder: For its data.
        ports: HTTP ports, one a node; by default free ones.
        nodes: How many, without `ports`.

    Yields:
        The nodes.

    Raises:
        DevError: It does not start.
    """
    http = ports or free_ports(nodes)
    for port in ports or ():
        _refuse_taken(port)
    transport = free_ports(len(http))
    names = [f"node-{number}" for number in range(len(http))]
    common = {"cluster.name": f"mooi-maatwerk-{secrets.token_hex(4)}"}
    if len(http) == 1:
        common["discovery.type"] = "single-node"
    else:
        common["discovery.seed_hosts"] = ",".join(f"{HOST}:{port}" for port in transport)
        common["cluster.initial_master_nodes"] = ",".join(names)
    started: list[Node] = []
    try:
        for name, port, inner in zip(names, http, transport, strict=True):
            own = {"node.name": name, "http.port": str(port), "transport.port": str(inner)}
            started.append(Node(release, folder / name, {**common, **own}))
        wait_until_ready(started)
        yield started
    finally:
        for node in started:
            node.stop()


def _refuse_taken(port: int) -> None:
    # Else the server that has it would be taken for ours.
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        raise DevError(
            f"port {port} cannot be had: {error.strerror}.", "Choose another: --port N", code=2
        ) from error


def wait_until_ready(nodes: list[Node]) -> None:
    """Wait until all nodes answer and know each other.

    Raises:
        DevError: One ended, or it takes too long.
    """
    deadline = time.monotonic() + PATIENCE
    for node in nodes:
        while node.health(f"?wait_for_nodes={len(nodes)}&timeout=10s") is None:
            if node.poll() is not None or time.monotonic() > deadline:
                said = "\n".join(line for line in node.lines if not line.lstrip().startswith("at "))
                raise DevError(f"Elasticsearch at {node.address} does not start.", said)
            time.sleep(0.25)


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now."""
    held = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [int(each.getsockname()[1]) for each in held]
    for each in held:
        each.close()
    return ports


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for data that nobody needs later: in memory when there is room, to wait for no disk."""
    roomy = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM_IN_MEMORY
    with tempfile.TemporaryDirectory(
        prefix="elasticsearch-", dir=MEMORY_DISK if roomy else None, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)
