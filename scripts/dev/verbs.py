"""The verbs of dev.py, what they take, and what happens when something goes wrong."""

from __future__ import annotations

import argparse
import difflib
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from scripts.dev.checks import run_checks
from scripts.dev.commands import become, module_command, run_in_foreground, scratch_environment
from scripts.dev.console import complain, say
from scripts.dev.errors import DevError, StopRequested, explain_os_error
from scripts.dev.locks import lock_requirements
from scripts.dev.project import ROOT, Project, find_project
from scripts.dev.reset import reset_data
from scripts.dev.setup import set_up_environment, set_up_site, set_up_tools
from scripts.dev.site import run_site
from scripts.dev.testing import run_all, run_some
from scripts.elasticsearch.artifacts import RELEASES
from scripts.elasticsearch.serve import serve_elasticsearch

USAGE_ERROR = 2
INTERRUPTED = 130

Runner = Callable[[Project, Sequence[str]], int]


@dataclass(frozen=True)
class Verb:
    """One command of dev.py.

    Attributes:
        name: What is typed.
        takes: The rest of its line, for the overview.
        help: What it does.
        run: Does it, with the rest of the line.
    """

    name: str
    takes: str
    help: str
    run: Runner


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; whatever ordinary thing goes wrong, say it in words.

    Args:
        arguments: The words behind dev.py.

    Returns:
        The exit code.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _request_stop)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup asked to go on without a terminal
        signal.signal(signal.SIGHUP, _request_stop)
    try:
        return _dispatch(list(arguments))
    except DevError as error:
        complain(error)
        return error.code
    except KeyboardInterrupt:
        complain("\nStopped. The same command, run again, goes on where it was.")
        return INTERRUPTED
    except StopRequested as stop:
        complain("Stopped. The same command, run again, goes on where it was.")
        return 128 + stop.signal_number
    except BrokenPipeError:
        return 1
    except OSError as error:
        complain(explain_os_error(error))
        return 1


def _request_stop(number: int, frame: FrameType | None) -> None:
    raise StopRequested(number)


def _dispatch(arguments: list[str]) -> int:
    verbs = {verb.name: verb for verb in _verbs()}
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(_overview(list(verbs.values())))
        return 0 if arguments else USAGE_ERROR
    name, rest = arguments[0], arguments[1:]
    if name not in verbs:
        close = difflib.get_close_matches(name, verbs, n=1)
        guess = f"Did you mean `{close[0]}`?\n" if close else ""
        advice = f"{guess}The commands are: {', '.join(verbs)}.\nMore: python3 dev.py --help"
        raise DevError(f"there is no command '{name}'.", advice, code=USAGE_ERROR)
    return verbs[name].run(find_project(), rest)


def _verbs() -> list[Verb]:
    verbs = [
        Verb("run", "[--port N] [--no-demo] [--reload]", "set up and serve, until Ctrl-C", _run),
        Verb("setup", "[--no-demo]", "set up without serving", _setup),
        Verb("test", "[pytest arguments]", "all checks and tests; with arguments only those tests", _test),
        Verb("check", "", "linters, types, layers, migrations, messages", _check),
        Verb("manage", "...", "manage.py inside the environment", _manage),
        Verb("lock", "[uv arguments]", "resolve requirements*.in anew (needs uv)", _lock),
        Verb(
            "elasticsearch",
            "[--version 8|9] [--port N]",
            "a local Elasticsearch, until Ctrl-C",
            _elasticsearch,
        ),
        Verb("reset", "[--yes]", "empty the data folder, asked first", _reset),
    ]
    # What is not written yet is not offered.
    if _measurements(ROOT):
        about = "run a measurement of bench/; without a name: list them"
        verbs.append(Verb("bench", "NAME [arguments]", about, _bench))
    if (ROOT / "scripts" / "shots.py").exists():
        verbs.append(Verb("shots", "[arguments]", "screenshots of the pages", _shots))
    return verbs


def _overview(verbs: Sequence[Verb]) -> str:
    width = max(len(f"{verb.name} {verb.takes}") for verb in verbs) + 2
    rows = [f"  {f'{verb.name} {verb.takes}':<{width}}{verb.help}" for verb in verbs]
    return "\n".join(
        [
            "Mooi Maatwerk: set up, run and test it. The first time: python3 dev.py run",
            "",
            *rows,
            "",
            "Each has --help. Folders: DATA_DIR (default var/) is all that a site writes,",
            "VENV_DIR (default .venv/) the Python environment.",
        ]
    )


def _parse(name: str, rest: Sequence[str], *options: tuple[str, type | None, str]) -> argparse.Namespace:
    description = next(verb.help for verb in _verbs() if verb.name == name)
    parser = argparse.ArgumentParser(prog=f"dev.py {name}", description=description, allow_abbrev=False)
    for option, kind, text in options:
        if kind is None:
            parser.add_argument(option, action="store_true", help=text)
        else:
            parser.add_argument(option, type=kind, metavar="N", help=text)
    return parser.parse_args(list(rest))


def _wants_help(name: str, rest: Sequence[str], more: str) -> bool:
    if list(rest[:1]) not in (["-h"], ["--help"]):
        return False
    verb = next(verb for verb in _verbs() if verb.name == name)
    say(f"usage: dev.py {verb.name} {verb.takes}\n\n{verb.help}\n{more}")
    return True


NO_DEMO = ("--no-demo", None, "without demo stories and demo sign-ins")


def _run(project: Project, rest: Sequence[str]) -> int:
    port = ("--port", int, "the port to listen on; by default the first free one from 8000")
    reload = ("--reload", None, "start the server anew when a source file changes")
    chosen = _parse("run", rest, port, NO_DEMO, reload)
    return run_site(project, port=chosen.port, demo=not chosen.no_demo, reload=chosen.reload)


def _setup(project: Project, rest: Sequence[str]) -> int:
    chosen = _parse("setup", rest, NO_DEMO)
    set_up_site(project, demo=not chosen.no_demo)
    say("Ready: `python3 dev.py run` starts at once.")
    return 0


def _test(project: Project, rest: Sequence[str]) -> int:
    if _wants_help("test", rest, "Tests have a data folder of their own. Help of pytest: test -- --help"):
        return 0
    arguments = list(rest[1:] if list(rest[:1]) == ["--"] else rest)
    set_up_tools(project, frontend=True)
    return run_some(project, arguments) if arguments else run_all(project)


def _check(project: Project, rest: Sequence[str]) -> int:
    _parse("check", rest)
    set_up_tools(project)
    with scratch_environment(project) as env:
        return 1 if run_checks(project, env).failed else 0


def _measurements(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / "bench").glob("[!_]*.py"))


def _bench(project: Project, rest: Sequence[str]) -> int:
    if _wants_help("bench", rest, "It measures in a data folder of its own, unless DATA_DIR is given."):
        return 0
    names = _measurements(project.root)
    listed = f"There are: {', '.join(names)}."
    if not rest:
        raise DevError("`bench` needs a name.", listed, code=USAGE_ERROR)
    if rest[0] not in names:
        raise DevError(f"there is no measurement '{rest[0]}'.", listed, code=USAGE_ERROR)
    set_up_tools(project, frontend=True)
    return _run_module(project, f"bench.{rest[0]}", rest[1:])


def _shots(project: Project, rest: Sequence[str]) -> int:
    set_up_tools(project, frontend=True)
    return _run_module(project, "scripts.shots", rest)


def _run_module(project: Project, module: str, arguments: Sequence[str]) -> int:
    command = module_command(project, module, *arguments)
    if os.environ.get("DATA_DIR"):
        return run_in_foreground(project, command, project.environment())
    with scratch_environment(project) as env:
        return run_in_foreground(project, command, env)


def _manage(project: Project, rest: Sequence[str]) -> int:
    if _wants_help("manage", rest, "Which commands there are: dev.py manage help"):
        return 0
    set_up_environment(project)
    return become(project, project.manage(*rest), project.environment())


def _lock(project: Project, rest: Sequence[str]) -> int:
    if _wants_help("lock", rest, "With --upgrade every package goes to its newest fitting version."):
        return 0
    return lock_requirements(project, list(rest))


def _elasticsearch(project: Project, rest: Sequence[str]) -> int:
    version = ("--version", int, "the major version: 8, or 9 where there is Java 21; by default 8")
    port = ("--port", int, "the port to listen on; by default 9200")
    chosen = _parse("elasticsearch", rest, version, port)
    major = str(chosen.version or 8)
    if major not in RELEASES:
        listed = f"There are: {', '.join(RELEASES)}."
        raise DevError(f"there is no version {major}.", listed, code=USAGE_ERROR)
    return serve_elasticsearch(project, major=major, port=chosen.port or 9200)


def _reset(project: Project, rest: Sequence[str]) -> int:
    chosen = _parse("reset", rest, ("--yes", None, "do not ask"))
    return reset_data(project, yes=chosen.yes)
