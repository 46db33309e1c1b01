"""Gets the server's artifacts, pinned and with known checksums, once into a folder of the checkout."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scripts.dev.errors import DevError, explain_failure
from scripts.dev.project import ROOT
from scripts.elasticsearch.java import find_java

CACHE = ROOT / ".cache" / "elasticsearch"
CHECKSUMS = Path(__file__).with_name("checksums")
COPY_JARS = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
TRIES = 3

POM = """<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.elasticsearch</groupId><artifactId>elasticsearch</artifactId><version>{version}</version>
    </dependency>
    <dependency>
      <groupId>org.elasticsearch.plugin</groupId><artifactId>transport-netty4</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""
# What the module that listens to HTTP must say of itself.
DESCRIPTOR = """description=Netty 4
version={version}
name=transport-netty4
classname=org.elasticsearch.transport.netty4.Netty4Plugin
modulename=org.elasticsearch.transport.netty4
java.version={java}
elasticsearch.version={version}
extended.plugins=
has.native.controller=false
"""


@dataclass(frozen=True)
class Release:
    """A version of the server.

    Attributes:
        version: As published.
        java: The first Java that it runs on.
    """

    version: str
    java: int


RELEASES = {"8": Release("8.19.21", 17), "9": Release("9.5.3", 21)}


def why_not(release: Release) -> str:
    """Why the server cannot be started on this machine, or an empty text when it can."""
    if find_java(release.java) is None:
        return f"Elasticsearch {release.version} needs a JDK of Java {release.java} or newer"
    if not (CACHE / release.version).is_dir() and shutil.which("mvn") is None:
        return f"Elasticsearch {release.version} is not here yet, and there is no Maven (mvn) to get it"
    return ""


def server_home(release: Release) -> Path:
    """The folder with the server; the first time it is downloaded.

    Args:
        release: Which.

    Returns:
        The folder: `lib`, `modules`, `plugins`, `config`. Each file in it is what it was when it was pinned.

    Raises:
        DevError: There is no Maven, no network, or a file is not what it should be.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    home = CACHE / release.version
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not home.is_dir():
            with tempfile.TemporaryDirectory(dir=CACHE) as folder:
                fresh = _assemble(release, Path(folder))
                _verify(release, fresh)
                fresh.rename(home)
    _verify(release, home)
    return home


def checksums(release: Release) -> dict[str, str]:
    """SHA-256 of each file of the server by its path."""
    lines = (CHECKSUMS / f"{release.version}.sha256").read_text().splitlines()
    return {path: digest for digest, path in (line.split() for line in lines)}


def _assemble(release: Release, folder: Path) -> Path:
    (folder / "pom.xml").write_text(POM.format(version=release.version))
    jars = folder / "jars"
    _run_maven(folder, jars)
    home = folder / "home"
    for name in ("lib", "modules/transport-netty4", "plugins", "config"):
        (home / name).mkdir(parents=True)
    for path in checksums(release):
        jar = jars / Path(path).name
        if not jar.exists():
            raise DevError(f"Maven did not bring {jar.name} of Elasticsearch {release.version}.")
        jar.rename(home / path)
    descriptor = DESCRIPTOR.format(version=release.version, java=release.java)
    (home / "modules/transport-netty4/plugin-descriptor.properties").write_text(descriptor)
    return home


def _run_maven(folder: Path, jars: Path) -> None:
    program = shutil.which("mvn")
    if program is None:
        raise DevError("there is no Maven (mvn).", "Debian: apt install maven openjdk-17-jdk-headless")
    command = [program, "-B", "-ntp", "-q", COPY_JARS, "-DincludeScope=runtime", f"-DoutputDirectory={jars}"]
    # What an earlier checkout downloaded is on this machine still: ask the network only for the rest.
    attempts = [[*command, "-o"], *([command] * TRIES)]
    for attempt in attempts:
        done = subprocess.run(attempt, cwd=folder, capture_output=True, text=True, check=False)
        if not done.returncode:
            return
    lines = (done.stdout + done.stderr).splitlines()
    raise explain_failure("get Elasticsearch with Maven", command, done.returncode, lines)


def _verify(release: Release, home: Path) -> None:
    for path, wanted in checksums(release).items():
        try:
            with (home / path).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            found = "missing"
        if found != wanted:
            raise DevError(
                f"{home / path} is not the file that was pinned.",
                f"It is {found},\nshould be {wanted}. Remove {home} and try again.",
            )
