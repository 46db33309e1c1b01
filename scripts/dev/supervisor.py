"""Keeps the processes of a site running, and ends them all together."""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import TextIO

from scripts.dev.children import PATIENCE, Child
from scripts.dev.console import format_seconds, say
from scripts.dev.errors import DevError
from scripts.dev.processes import SiteProcess
from scripts.dev.project import Project

RESTARTS = 3
RESTART_WINDOW = 60.0
RESTART_PAUSE = 1.0
LARGEST_LOG = 5_000_000
POLL_INTERVAL = 0.2
SHOWN_LINES = 15
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Watched:
    """One process of the site, with its log and its history of restarts."""

    def __init__(self, project: Project, process: SiteProcess, env: Mapping[str, str], socket: int) -> None:
        """Remember how to start it; start() does.

        Args:
            project: Whose site.
            process: What to run.
            env: Its variables.
            socket: The file descriptor that a serving process inherits.
        """
        self.name = process.name
        self._project = project
        self._process = process
        self._env = env
        self._inherits = (socket,) if process.serves else ()
        self._log = _open_log(project.data_dir / "logs" / f"{process.name}.log")
        self._tail: deque[str] = deque(maxlen=SHOWN_LINES)
        self._restarts: deque[float] = deque()
        self._child: Child | None = None

    def start(self) -> None:
        """Start it, or start it anew."""
        self._child = Child(
            self._process.command,
            env=self._env,
            cwd=self._project.root,
            hear=self._hear,
            keep_open=self._inherits,
        )

    def ended_with(self) -> int | None:
        """Its exit code when it has ended, else None."""
        return None if self._child is None else self._child.poll()

    def restart(self, code: int) -> None:
        """Start it anew after it ended by itself.

        Args:
            code: What it ended with.

        Raises:
            DevError: It ended too often.
        """
        now = time.monotonic()
        while self._restarts and now - self._restarts[0] > RESTART_WINDOW:
            self._restarts.popleft()
        if self._child:
            self._child.finish(0)
        if len(self._restarts) >= RESTARTS:
            shown = "\n".join(f"| {line}" for line in self._tail)
            raise DevError(
                f"the process '{self.name}' ended {RESTARTS + 1} times within a minute"
                f" (last exit code {code}); everything is stopped.",
                f"{shown}\nAll that it printed: {self._log.name}",
            )
        self._restarts.append(now)
        say(f"dev.py   | '{self.name}' ended (exit code {code}); starting it again")
        self.start()

    def terminate(self) -> None:
        """Ask it to end."""
        if self._child:
            self._child.terminate()

    def kill(self) -> None:
        """End it at once."""
        if self._child:
            self._child.kill()

    def finish(self, patience: float) -> None:
        """Wait for its end, kill what is left, close the log."""
        if self._child:
            self._child.finish(patience)
        self._log.close()

    def _hear(self, line: str) -> None:
        self._tail.append(line)
        say(f"{self.name:<8} | {line}")
        if not self._log.closed:
            self._log.write(line + "\n")
            self._log.flush()


class Supervisor:
    """All processes of one site."""

    def __init__(self, watched: Sequence[Watched]) -> None:
        self._watched = watched
        self._stop = threading.Event()
        self._stopping = False

    def run(self, when_started: Callable[[threading.Event], None]) -> None:
        """Start all, keep them running, end all on Ctrl-C, SIGTERM or SIGHUP.

        Args:
            when_started: Called in a thread of its own once all have been started; gets the event that
                is set when the site stops.

        Raises:
            DevError: One of them cannot be kept running.
        """
        before = {number: signal.signal(number, self._on_signal) for number in SIGNALS}
        try:
            for watched in self._watched:
                watched.start()
            threading.Thread(target=when_started, args=(self._stop,), daemon=True).start()
            while not self._stop.wait(POLL_INTERVAL):
                self._restart_ended()
        finally:
            self._stop.set()
            self._end_all()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _restart_ended(self) -> None:
        for watched in self._watched:
            code = watched.ended_with()
            # The pause spares what it waits for (a database, a file) and lets a Ctrl-C come first.
            if code is not None and not self._stop.wait(RESTART_PAUSE):
                watched.restart(code)

    def _end_all(self) -> None:
        self._stopping = True
        started = time.monotonic()
        for watched in self._watched:
            watched.terminate()
        for watched in self._watched:
            watched.finish(max(PATIENCE - (time.monotonic() - started), 0))
        say(f"All processes have stopped, in {format_seconds(time.monotonic() - started)}.")

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._stopping:
            for watched in self._watched:
                watched.kill()
        self._stop.set()


def _open_log(path: Path) -> TextIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_name(path.name + ".1"))
    return path.open("a", encoding="utf-8")
