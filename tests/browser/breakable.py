"""A site that a test can break off like a power cut and that goes on afterwards; its mails in a folder."""

from __future__ import annotations

import email
import subprocess
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from email.policy import default
from pathlib import Path
from typing import Any, cast

from scripts.dev.children import Child
from scripts.dev.ports import HOST, hold_port, port_of
from scripts.dev.processes import site_processes
from scripts.dev.project import Project

KEPT_LINES = 40


class BreakableSite:
    """A server of a site that is set up already, at an address of its own."""

    def __init__(self, project: Project, mails: Path) -> None:
        self._project, self._mails = project, mails
        self._held = hold_port(None)
        self.address = f"http://{HOST}:{port_of(self._held)}"
        self._env = project.environment(BASE_URL=self.address, EMAIL_URL=f"filemail:///{mails}")
        self._server: Child | None = None

    def start(self) -> None:
        """Serve; who connected meanwhile is answered now."""
        processes = site_processes(self._project, socket_number=self._held.fileno(), reload=False)
        command = next(process for process in processes if process.serves).command
        output: deque[str] = deque(maxlen=KEPT_LINES)
        self._server = Child(
            command,
            env=self._env,
            cwd=self._project.root,
            hear=output.append,
            keep_open=(self._held.fileno(),),
        )

    def kill(self) -> None:
        """End all its processes with SIGKILL, whatever they are doing."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()

    def close(self) -> None:
        """End it for good."""
        self.kill()
        self._held.close()

    def manage(self, *arguments: str) -> str:
        """Run a command of the site; what it prints."""
        done = subprocess.run(
            self._project.manage(*arguments),
            env=self._env,
            cwd=self._project.root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def work(self) -> None:
        """Do all that waits for a worker."""
        self.manage("run_tasks", "--until-empty", "--name", "browser-test")

    def mails_to(self, address: str) -> list[Any]:
        """The mails to somebody, oldest first."""
        found = [mail for file in sorted(self._mails.iterdir()) for mail in _mails_in(file)]
        return [mail for mail in found if address in str(mail["To"])]


def _mails_in(file: Path) -> Iterator[Message]:
    """Django writes all mails of a connection into one file, a line of hyphens behind each."""
    for part in file.read_bytes().split(b"-" * 79):
        if part.strip():
            yield cast(Message, email.message_from_bytes(part.strip(), policy=default))


@contextmanager
def breakable_site(project: Project, mails: Path) -> Iterator[BreakableSite]:
    """A site in the project's data folder, serving."""
    mails.mkdir(parents=True, exist_ok=True)
    site = BreakableSite(project, mails)
    try:
        site.start()
        yield site
    finally:
        site.close()
