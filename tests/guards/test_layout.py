from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.guards.sources import ROOMS, ROOT, own_files, python_files, shown, text_files

LONGEST_FILE = 330
LONGEST_FUNCTION = 45
ENGINES = {"elasticsearch", "elasticsearch_dsl", "tantivy"}
# In pieces: this file is searched as well.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "npmjs" + ".com",
    "crates" + ".io",
    "proxy." + "golang.org",
    "repo." + "maven",
    "repo1." + "maven",
    "deb." + "debian.org",
]
HOMES = ["/" + "home/", "/" + "Users/", "/" + "root/", "/" + "work/"]


@pytest.mark.parametrize("folder", ["platform", "locale"])
def test_a_source_root_is_not_a_package(folder: str) -> None:
    assert not (ROOT / folder / "__init__.py").exists(), (
        f"{folder}/__init__.py would shadow or confuse imports"
    )


def test_the_standard_librarys_platform_is_the_one_that_is_imported() -> None:
    command = [sys.executable, "-c", "import platform; print(platform.python_version())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == sys.version.split()[0]


@pytest.mark.parametrize("folder", ["locale", "static"])
def test_no_python_where_none_belongs(folder: str) -> None:
    found = [
        shown(path) for path in own_files() if path.suffix == ".py" and path.is_relative_to(ROOT / folder)
    ]
    assert not found


def test_files_stay_short() -> None:
    lengths = {shown(path): len(path.read_text().splitlines()) for path in python_files()}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_functions_stay_short() -> None:
    too_long = {}
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    too_long[f"{shown(path)}: {node.name}"] = length
    assert not too_long


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    found = []
    for path, text in text_files():
        # Behind a letter it is the middle of a path of our own, such as platform/home/.
        homes = [home for home in HOMES if any(_stands_alone(text, at) for at in _places(text, home))]
        found += [f"{shown(path)}: {name}" for name in [*homes, *(r for r in REGISTRIES if r in text)]]
    assert not found


def _places(text: str, part: str) -> list[int]:
    places, at = [], text.find(part)
    while at >= 0:
        places.append(at)
        at = text.find(part, at + 1)
    return places


def _stands_alone(text: str, at: int) -> bool:
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "._-/}*)")


def test_search_engines_are_imported_in_their_own_room_alone() -> None:
    home = ROOT / "search" / "engines"
    found = []
    for path in python_files():
        in_a_room = any(path.is_relative_to(ROOT / room) for room in ROOMS)
        if in_a_room and not path.is_relative_to(home):
            found += [f"{shown(path)}: {name}" for name in _imported(path) if name.split(".")[0] in ENGINES]
    assert not found


def _imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module)
    return names


def test_every_room_is_a_layer_and_a_package() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text())
    there = {p.name for p in (ROOT / "platform").iterdir() if (p / "__init__.py").exists()}
    there |= {name for name in ("examples", "search") if (ROOT / name / "__init__.py").exists()}
    linter = described["tool"]["importlinter"]
    layers = next(c["layers"] for c in linter["contracts"] if c["type"] == "layers")
    layered = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    packaged = {Path(name).name for name in described["tool"]["hatch"]["build"]["packages"]}
    assert there <= layered
    assert there <= set(linter["root_packages"])
    assert there <= packaged


def test_the_import_contracts_have_no_exceptions() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert not [c["id"] for c in described["tool"]["importlinter"]["contracts"] if "ignore_imports" in c]


def test_every_management_command_has_a_help_text() -> None:
    without = []
    for path in python_files():
        if path.parent.name == "commands" and path.name[0] != "_":
            classes = [n for n in ast.parse(path.read_text()).body if isinstance(n, ast.ClassDef)]
            command = next((c for c in classes if c.name == "Command"), None)
            if command is not None and not _has_help(command):
                without.append(shown(path))
    assert not without


def _has_help(command: ast.ClassDef) -> bool:
    for node in command.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(t, ast.Name) and t.id == "help" for t in targets):
            return True
    return False
