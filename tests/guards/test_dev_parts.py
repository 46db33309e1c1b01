"""The parts of dev.py that decide: ports, stamps, messages, what may be deleted."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.dev import environment, ports
from scripts.dev.console import Step
from scripts.dev.content import content_digest
from scripts.dev.errors import DevError, explain_failure, explain_os_error
from scripts.dev.locking import in_use, not_in_use
from scripts.dev.project import Project, find_project, prepare_data_dir
from scripts.dev.reset import reset_data
from scripts.dev.site import sign_in_lines
from scripts.dev.stamps import Stamp, digest_files, digest_of, files_below
from tests.guards.sources import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty checkout."""
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "requirements.txt").write_text("")
    return Project(root, root / ".venv", root / "var")


def dev(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the real dev.py."""
    command = [sys.executable, str(ROOT / "dev.py"), *words]
    env = {**os.environ, **variables}
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_the_first_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with ports.hold_port(None) as first, ports.hold_port(None) as second:
        assert ports.FIRST_PORT <= ports.port_of(first) < ports.port_of(second) <= ports.LAST_PORT
        monkeypatch.setattr(ports, "FIRST_PORT", ports.port_of(first))
        monkeypatch.setattr(ports, "LAST_PORT", ports.port_of(first))
        with pytest.raises(DevError, match="all ports from") as caught:
            ports.hold_port(None)
        assert caught.value.code == 2


def test_a_taken_port_is_an_error_that_names_it_and_starts_nothing(tmp_path: Path) -> None:
    with socket.create_server((ports.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        done = dev("run", "--port", str(port), DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr
    assert "--port" in done.stderr
    assert not done.stdout
    assert not (tmp_path / "data").exists()


def test_a_connection_without_a_request_keeps_no_server_waiting() -> None:
    with (
        ports.hold_port(None) as held,
        socket.create_connection((ports.HOST, ports.port_of(held))) as silent,
    ):
        held.settimeout(0.3)
        with pytest.raises(TimeoutError):
            held.accept()
        silent.sendall(b"GET / HTTP/1.1")
        held.settimeout(30)
        held.accept()[0].close()


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_number_that_is_no_port(port: int) -> None:
    with pytest.raises(DevError, match="is not a port"):
        ports.hold_port(port)


def test_a_stamp_follows_contents_and_names_and_not_dates(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    before = digest_files(tmp_path, files_below(tmp_path))
    os.utime(file, (1, 1))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("noise")
    assert digest_files(tmp_path, files_below(tmp_path)) == before
    file.rename(tmp_path / "b.txt")
    assert digest_files(tmp_path, files_below(tmp_path)) != before
    assert digest_of("ab", "c") != digest_of("a", "bc")


def test_a_stamp_says_only_what_was_written(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "folder" / "stamp")
    assert not stamp.says("x")
    stamp.write("x")
    assert stamp.says("x")
    assert not stamp.says("y")
    stamp.clear()
    stamp.clear()
    assert not stamp.says("x")


def test_content_is_prepared_anew_after_a_migration_and_not_after_a_template(project: Project) -> None:
    room = project.root / "examples"
    (room / "templates").mkdir(parents=True)
    (room / "migrations").mkdir()
    before = content_digest(project, demo=True)
    (room / "templates" / "page.html").write_text("<p>")
    assert content_digest(project, demo=True) == before
    assert content_digest(project, demo=False) != before
    (room / "migrations" / "0001_initial.py").write_text("")
    assert content_digest(project, demo=True) != before


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (["npm error code ENOTFOUND"], "registry did not answer"),
        (["... Temporary failure in name resolution'))"], "registry did not answer"),
        (["OSError: [Errno 28] No space left on device"], "the disk is full"),
        (["SyntaxError"], "exit code 3"),
    ],
)
def test_a_tools_failure_is_said_in_words(output: list[str], said: str) -> None:
    error = explain_failure("do it", ["tool", "word"], 3, output)
    assert said in str(error)
    assert output[-1] in str(error)


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "not allowed"), (errno.EIO, "/some")]
)
def test_an_operating_systems_error_is_said_in_words(number: int, said: str) -> None:
    assert said in str(explain_os_error(OSError(number, os.strerror(number), "/some/file")))


def test_a_python_without_venv_is_told_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DevError, match="no venv") as caught:
        environment.ensure_environment(project_with_description(project), Step("environment"))
    assert "apt install python3-venv" in caught.value.hint


@pytest.mark.parametrize(("uv", "words"), [("/bin/uv", ["/bin/uv", "pip"]), (None, ["-m", "pip"])])
def test_uv_installs_where_it_is_and_pip_where_it_is_not(
    project: Project, monkeypatch: pytest.MonkeyPatch, uv: str | None, words: list[str]
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr("shutil.which", lambda name: uv)
    monkeypatch.setattr(environment, "run_tool", lambda p, what, command, step: commands.append(command))
    environment.install_lock(project, environment.LOCK, Step("environment"))
    (command,) = commands
    assert [word for word in command if word in words][:2] == words
    assert "--require-hashes" in command, "each file is checked against the lock"


def project_with_description(project: Project) -> Project:
    (project.root / "pyproject.toml").write_text('[project]\nname = "x"\n')
    return project


def test_a_data_folder_of_someone_else_is_left_alone(project: Project, tmp_path: Path) -> None:
    foreign = Project(project.root, project.venv, tmp_path / "photos")
    foreign.data_dir.mkdir()
    (foreign.data_dir / "holiday.jpg").write_text("x")
    with pytest.raises(DevError, match="not of this site"):
        prepare_data_dir(foreign)
    with pytest.raises(DevError, match="nothing has been deleted"):
        reset_data(foreign, yes=True)
    assert (foreign.data_dir / "holiday.jpg").exists()


def test_a_data_folder_that_is_a_file(project: Project) -> None:
    project.data_dir.write_text("")
    with pytest.raises(DevError, match="is a file"):
        prepare_data_dir(project)


def test_reset_empties_the_data_folder_unless_a_site_uses_it(project: Project) -> None:
    prepare_data_dir(project)
    (project.data_dir / "media").mkdir()
    (project.data_dir / "media" / "a.png").write_text("x")
    with in_use(project), in_use(project), pytest.raises(DevError, match="a site is running"):
        reset_data(project, yes=True)
    with not_in_use(project), pytest.raises(DevError, match="being emptied"), in_use(project):
        pass
    assert reset_data(project, yes=True) == 0
    assert not list(project.data_dir.iterdir())


def test_demo_sign_ins_are_shown_and_a_broken_file_does_no_harm(project: Project) -> None:
    project.data_dir.mkdir()
    assert sign_in_lines(project) == []
    people = [{"role": "editor", "email": "e@example.nl", "password": "kan-wel"}]
    (project.data_dir / "demo-sign-ins.json").write_text(json.dumps(people))
    assert "editor  e@example.nl  kan-wel" in sign_in_lines(project)[1]
    (project.data_dir / "demo-sign-ins.json").write_text("[{")
    assert "cannot be read" in sign_in_lines(project)[0]


def test_a_childs_variables_keep_what_the_user_gave(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PIP_CERT", "some.pem")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    env = find_project().environment()
    assert env["PIP_CERT"] == "some.pem"
    assert env["DATA_DIR"] == str(tmp_path)
    assert "PYTHONPATH" not in env


def test_an_unknown_verb_is_a_clear_error() -> None:
    done = dev("rum")
    assert done.returncode == 2
    assert "Did you mean `run`?" in done.stderr


@pytest.mark.parametrize("verb", ["", "run", "setup", "test", "check", "manage", "lock", "reset"])
def test_every_verb_has_help(verb: str) -> None:
    done = dev(*([verb] if verb else []), "--help")
    assert done.returncode == 0
    assert verb in done.stdout


def test_dev_py_needs_the_standard_library_alone() -> None:
    code = "import sys; import scripts.dev.verbs; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    tops = {name.split(".")[0] for name in done.stdout.split()}
    assert tops - {"scripts", "__main__"} <= sys.stdlib_module_names | {"__mp_main__"}
