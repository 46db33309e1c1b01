"""The processes of a running site: the one list of them."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.dev.project import Project


@dataclass(frozen=True)
class SiteProcess:
    """One process of a site.

    Attributes:
        name: What stands before its lines, and the name of its log file.
        command: Its command line.
        serves: Whether it answers on the site's port, and so inherits the socket.
    """

    name: str
    command: tuple[str, ...]
    serves: bool = False


def site_processes(project: Project, *, socket_number: int, reload: bool) -> list[SiteProcess]:
    """What runs while the site is up. A new process of the site is a new entry here.

    Args:
        project: Whose site.
        socket_number: The file descriptor of the listening socket.
        reload: Whether the server starts anew when a source file changes.

    Returns:
        The processes, in the order in which they start.
    """
    server = [
        *(str(project.python), "-m", "gunicorn", "config.wsgi"),
        *("--bind", f"fd://{socket_number}"),
        *("--workers", "2", "--threads", "1"),
        # Without the query of the address: what somebody searched for is nobody's business.
        *("--access-logfile", "-", "--access-logformat", "%(m)s %(U)s %(s)s %(B)s %(M)sms"),
        # Its control socket would be one file in the home folder, shared by all sites of a user.
        "--no-control-socket",
    ]
    if reload:
        server.append("--reload")
    return [
        SiteProcess("web", tuple(server), serves=True),
        SiteProcess("schedule", tuple(project.manage("run_schedule"))),
        SiteProcess("worker", tuple(project.manage("run_tasks"))),
        SiteProcess("indexer", tuple(project.manage("search", "index"))),
    ]
