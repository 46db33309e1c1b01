"""Child processes that cannot outlive dev.py."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

LEASH = Path(__file__).with_name("leash.py")
PATIENCE = 5.0


class Child:
    """A command in a process group of its own, on a leash, whose output goes line by line to a listener.

    Attributes:
        command: What it runs.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: Path,
        hear: Callable[[str], None],
        keep_open: Sequence[int] = (),
    ) -> None:
        """Start it.

        Args:
            command: What to run.
            env: Its variables.
            cwd: Its folder.
            hear: Called with each line that it prints, from another thread.
            keep_open: File descriptors that it inherits.
        """
        self.command = list(command)
        self._hear = hear
        lifeline, self._grip = os.pipe()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(LEASH), str(lifeline), *self.command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=dict(env),
                cwd=cwd,
                pass_fds=(lifeline, *keep_open),
                start_new_session=True,
            )
        finally:
            os.close(lifeline)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - for the type checker: stdout=PIPE above
        for line in self._process.stdout:
            self._hear(line.decode(errors="replace").rstrip())

    @property
    def pid(self) -> int:
        """The process whose child the command is."""
        return self._process.pid

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._process.poll()

    def wait(self) -> int:
        """Wait for its end and for its last line.

        Returns:
            The exit code.
        """
        code = self._process.wait()
        self._let_go()
        return code

    def terminate(self) -> None:
        """Ask it, and all that it started, to end."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it, and all that it started, at once."""
        self._signal(signal.SIGKILL)

    def finish(self, patience: float = PATIENCE) -> None:
        """After terminate(): wait a while, then kill what is left of the group.

        Args:
            patience: How many seconds to wait.
        """
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            pass
        finally:
            self.kill()
            self._process.wait()
            self._let_go()

    def _signal(self, number: signal.Signals) -> None:
        # When all of them have ended already, that is what was asked for.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)

    def _let_go(self) -> None:
        if self._grip >= 0:
            os.close(self._grip)
            self._grip = -1
        # A grandchild that went its own way may hold the pipe open: do not wait for it for ever.
        self._reader.join(timeout=1.0)
