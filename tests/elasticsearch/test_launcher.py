"""What starts a real server: a Java that is new enough, files that are what was pinned."""

from __future__ import annotations

import hashlib
import socket
from pathlib import Path

import pytest

from scripts.dev.errors import DevError
from scripts.elasticsearch import artifacts
from scripts.elasticsearch.artifacts import RELEASES, Release, checksums, server_home, why_not
from scripts.elasticsearch.cluster import free_ports, running_cluster
from scripts.elasticsearch.java import find_java, java_version


@pytest.mark.parametrize(("line", "version"), [("17.0.15", 17), ("1.8.0_302", 8), ("25", 25), ("x", 0)])
def test_the_version_of_a_java(tmp_path: Path, line: str, version: int) -> None:
    assert java_version(tmp_path) == 0
    (tmp_path / "release").write_text(f'IMPLEMENTOR="N.N."\nJAVA_VERSION="{line}"\n')
    assert java_version(tmp_path) == version


def test_without_a_java_that_is_new_enough_the_reason_is_said() -> None:
    assert find_java(999) is None
    assert "Java 999" in why_not(Release("1.0", 999))


@pytest.mark.parametrize("release", RELEASES.values(), ids=lambda release: release.version)
def test_every_file_of_a_server_is_pinned(release: Release) -> None:
    pinned = checksums(release)
    assert f"lib/elasticsearch-{release.version}.jar" in pinned
    assert f"modules/transport-netty4/transport-netty4-{release.version}.jar" in pinned
    assert {len(digest) for digest in pinned.values()} == {64}


def test_a_changed_or_missing_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = Release("1.0", 17)
    good = b"a jar"
    (tmp_path / "1.0.sha256").write_text(f"{hashlib.sha256(good).hexdigest()}  lib/a.jar\n")
    monkeypatch.setattr(artifacts, "CHECKSUMS", tmp_path)
    monkeypatch.setattr(artifacts, "CACHE", tmp_path / "cache")
    jar = tmp_path / "cache" / "1.0" / "lib" / "a.jar"
    jar.parent.mkdir(parents=True)
    jar.write_bytes(good)
    assert server_home(release) == tmp_path / "cache" / "1.0"
    jar.write_bytes(b"another jar")
    with pytest.raises(DevError, match="not the file that was pinned"):
        server_home(release)
    jar.unlink()
    with pytest.raises(DevError, match=r"missing|pinned"):
        server_home(release)


def test_free_ports_differ() -> None:
    assert len(set(free_ports(20))) == 20


def test_a_port_in_use_is_an_error_that_says_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(DevError, match=f"port {port}"), running_cluster(RELEASES["8"], tmp_path, [port]):
            pass
