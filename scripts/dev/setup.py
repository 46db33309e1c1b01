"""Set-up: five steps, each done only when it has something to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from scripts.dev.console import Step, step
from scripts.dev.content import ensure_content, ensure_static_files
from scripts.dev.environment import (
    DEV_LOCK,
    ensure_environment,
    ensure_lock,
    environment_is_ready,
    lock_is_installed,
)
from scripts.dev.frontend import ensure_frontend, is_built
from scripts.dev.locking import only_one
from scripts.dev.node import find_node
from scripts.dev.project import Project, prepare_data_dir


class _Counter:
    """Numbers the steps of one set-up."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.count = 0

    @contextmanager
    def step(self, label: str) -> Iterator[Step]:
        self.count += 1
        with step(f"[{self.count}/{self.total}] {label}") as current:
            yield current


def set_up_site(project: Project, *, demo: bool) -> None:
    """All that `run` needs before it can start the site.

    Args:
        project: Whose site.
        demo: Whether the demo stories and sign-ins are wanted.
    """
    prepare_data_dir(project)
    with only_one(project):
        counter = _Counter(5)
        _environment(project, counter, ())
        _frontend(project, counter)
        with counter.step("Database and content") as current:
            ensure_content(project, demo=demo, step=current)
        with counter.step("Static files") as current:
            ensure_static_files(project, current)


def set_up_tools(project: Project, *, frontend: bool = False) -> None:
    """All that checks, tests and measurements need; silent when it is all there.

    Args:
        project: Whose checkout.
        frontend: Whether the front end must be built as well.
    """
    ready = environment_is_ready(project) and lock_is_installed(project, DEV_LOCK)
    if ready and (is_built(project) or not frontend):
        return
    with only_one(project):
        counter = _Counter(4 if frontend else 2)
        _environment(project, counter, (DEV_LOCK,))
        if frontend:
            _frontend(project, counter)


def set_up_environment(project: Project) -> None:
    """Just the environment, for manage.py; silent when it is there."""
    if environment_is_ready(project):
        return
    with only_one(project):
        _environment(project, _Counter(1), ())


def _environment(project: Project, counter: _Counter, locks: Sequence[str]) -> None:
    with counter.step("Python environment") as current:
        ensure_environment(project, current)
    for lock in locks:
        with counter.step("Development tools") as current:
            ensure_lock(project, lock, current)


def _frontend(project: Project, counter: _Counter) -> None:
    built = is_built(project)
    with counter.step("Node") as current:
        current.outcome = "not needed now"
        env = {} if built else find_node(project, current)
    with counter.step("CSS and JavaScript") as current:
        current.outcome = "up to date"
        if not built:
            ensure_frontend(project, env, current)
