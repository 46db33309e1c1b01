"""`dev.py run`: set up, start, tell where it is, and stay until it is stopped."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Callable

from scripts.dev.console import say
from scripts.dev.locking import in_use
from scripts.dev.ports import HOST, hold_port, port_of
from scripts.dev.processes import site_processes
from scripts.dev.project import Project
from scripts.dev.setup import set_up_site
from scripts.dev.supervisor import Supervisor, Watched

ANSWER_PATIENCE = 90.0
FIRST_SERVER_ERROR = 500


def run_site(project: Project, *, port: int | None, demo: bool, reload: bool) -> int:
    """Set the site up and serve it until Ctrl-C.

    Args:
        project: Whose site.
        port: The port asked for, or None for a free one.
        demo: Whether the demo stories and sign-ins are wanted.
        reload: Whether the server starts anew when a source file changes.

    Returns:
        0, when it was stopped from outside.
    """
    held = hold_port(port)
    with held:
        set_up_site(project, demo=demo)
        address = f"http://{HOST}:{port_of(held)}/"
        base_url = os.environ.get("BASE_URL") or address.rstrip("/")
        env = project.environment(BASE_URL=base_url, PYTHONUNBUFFERED="1")
        processes = site_processes(project, socket_number=held.fileno(), reload=reload)
        with in_use(project):
            watched = [Watched(project, process, env, held.fileno()) for process in processes]
            Supervisor(watched).run(_announcer(project, held, address))
    return 0


def _announcer(project: Project, held: socket.socket, address: str) -> Callable[[threading.Event], None]:
    def announce(stopped: threading.Event) -> None:
        status = wait_for_answer(port_of(held), stopped)
        if status is None:
            if not stopped.is_set():
                say(f"{address} has not answered in {ANSWER_PATIENCE:.0f} s; the lines above may say why.")
            return
        lines = ["", f"Mooi Maatwerk is up: {address}", f"For editors:         {address}admin/"]
        if status >= FIRST_SERVER_ERROR:
            lines = ["", f"{address} answers with an error ({status}); the lines above say why."]
        lines += [*sign_in_lines(project), "", "Ctrl-C stops it.", ""]
        say("\n".join(lines))

    return announce


def wait_for_answer(port: int, stopped: threading.Event) -> int | None:
    """Ask for the front page until the site answers.

    Args:
        port: Where the site listens.
        stopped: Set when there is no more reason to wait.

    Returns:
        The status of the answer; None when there was none in 90 s, or the event was set.
    """
    deadline = time.monotonic() + ANSWER_PATIENCE
    while not stopped.is_set() and time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=deadline - time.monotonic())
        try:
            connection.request("GET", "/")
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            stopped.wait(0.2)
        finally:
            connection.close()
    return None


def sign_in_lines(project: Project) -> list[str]:
    """The demo sign-ins that `manage.py prepare` has left, as a small table.

    Args:
        project: Whose data folder.

    Returns:
        Lines; none where there are no demo sign-ins.
    """
    try:
        people = json.loads((project.data_dir / "demo-sign-ins.json").read_text())
        rows = [(str(p["role"]), str(p["email"]), str(p["password"])) for p in people]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError):
        return ["(demo-sign-ins.json in the data folder cannot be read)"]
    widths = [max(len(row[i]) for row in rows) for i in range(2)] if rows else []
    return [
        "Demo sign-ins:",
        *(f"  {role:<{widths[0]}}  {email:<{widths[1]}}  {password}" for role, email, password in rows),
    ]
