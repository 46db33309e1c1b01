"""A real site with the demo stories, for as long as something looks at it: screenshots and browser tests."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from scripts.dev.children import Child
from scripts.dev.errors import DevError
from scripts.dev.ports import HOST, hold_port, port_of
from scripts.dev.processes import site_processes
from scripts.dev.project import Project
from scripts.dev.setup import set_up_site
from scripts.dev.site import FIRST_SERVER_ERROR, wait_for_answer

KEPT_LINES = 40


@contextmanager
def demo_site(project: Project) -> Iterator[str]:
    """Set the site up in the project's data folder and serve it on a free port.

    Args:
        project: Whose checkout and data folder.

    Yields:
        The site's address, without a slash at the end.

    Raises:
        DevError: It does not answer, or only with an error.
    """
    set_up_site(project, demo=True)
    output: deque[str] = deque(maxlen=KEPT_LINES)
    with hold_port(None) as held:
        address = f"http://{HOST}:{port_of(held)}"
        processes = site_processes(project, socket_number=held.fileno(), reload=False)
        server = next(process for process in processes if process.serves)
        child = Child(
            server.command,
            env=project.environment(BASE_URL=address),
            cwd=project.root,
            hear=output.append,
            keep_open=(held.fileno(),),
        )
        try:
            status = wait_for_answer(port_of(held), threading.Event())
            if status is None or status >= FIRST_SERVER_ERROR:
                raise DevError(f"the site at {address} does not work ({status}).", "\n".join(output))
            yield address
        finally:
            child.terminate()
            child.finish()
