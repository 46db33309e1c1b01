"""A real site with the demo stories, for as long as something looks at it: screenshots and browser tests."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from scripts.dev.children import Child
from scripts.dev.errors import DevError
from scripts.dev.ports import HOST, hold_port, port_of
from scripts.dev.processes import SiteProcess, site_processes
from scripts.dev.project import Project
from scripts.dev.setup import set_up_site
from scripts.dev.site import FIRST_SERVER_ERROR, wait_for_answer

KEPT_LINES = 40


@contextmanager
def demo_site(project: Project, *, whole: bool = False) -> Iterator[str]:
    """Set the site up in the project's data folder and serve it on a free port.

    Args:
        project: Whose checkout and data folder.
        whole: Whether its other processes run as well: what is due is published, what changes is indexed.

    Yields:
        The site's address, without a slash at the end.

    Raises:
        DevError: It does not answer, or only with an error.
    """
    set_up_site(project, demo=True)
    output: deque[str] = deque(maxlen=KEPT_LINES)
    with hold_port(None) as held, ExitStack() as running:
        address = f"http://{HOST}:{port_of(held)}"
        for process in site_processes(project, socket_number=held.fileno(), reload=False):
            if whole or process.serves:
                open_files = (held.fileno(),) if process.serves else ()
                running.enter_context(_running(project, process, address, output, open_files))
        status = wait_for_answer(port_of(held), threading.Event())
        if status is None or status >= FIRST_SERVER_ERROR:
            raise DevError(f"the site at {address} does not work ({status}).", "\n".join(output))
        yield address


@contextmanager
def _running(
    project: Project, process: SiteProcess, address: str, output: deque[str], open_files: tuple[int, ...]
) -> Iterator[None]:
    env = project.environment(BASE_URL=address)
    child = Child(process.command, env=env, cwd=project.root, hear=output.append, keep_open=open_files)
    try:
        yield
    finally:
        child.terminate()
        child.finish()
