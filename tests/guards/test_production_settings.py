"""Production refuses to start on an unsafe setting, and says which one it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.sources import ROOT

SAFE = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "a-long-and-random-value-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
    "ALLOWED_HOSTS": "maatwerk.example.nl",
    "BASE_URL": "https://maatwerk.example.nl",
    "DATABASE_URL": "postgresql://site:secret@127.0.0.1:5432/site",
    "EMAIL_URL": "smtp://mail.example.nl:587",
    "SEARCH_URL": "embedded:",
}
UPLOADS = {"MEDIA_URL": "s3://bucket/folder", "CLAMAV_URL": "unix:/run/clamd.ctl"}
OURS = {*SAFE, "CLAMAV_URL", "DEBUG", "MEDIA_ACCEL", "MEDIA_URL", "MFA_REQUIRED", "DJANGO_SETTINGS_MODULE"}


def start(data_dir: Path, changes: dict[str, str | None]) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of their own; None takes a variable away."""
    given = {name: value for name, value in os.environ.items() if name not in OURS}
    wanted = {name: value for name, value in {**SAFE, **changes}.items() if value is not None}
    return subprocess.run(
        [sys.executable, "-c", "from config.settings import SECRET_KEY"],
        cwd=ROOT,
        env={**given, **wanted, "DATA_DIR": str(data_dir)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("changes", [{}, UPLOADS])
def test_safe_settings_start(tmp_path: Path, changes: dict[str, str | None]) -> None:
    done = start(tmp_path, changes)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", None),
        ("BASE_URL", "http://maatwerk.example.nl"),
        ("EMAIL_URL", None),
        ("MFA_REQUIRED", "off"),
        ("ENVIRONMENT", "prodcution"),
        ("MEDIA_URL", "https://bucket.example.nl"),
        ("MEDIA_URL", "s3://"),
        ("CLAMAV_URL", "clamd.example.nl:3310"),
    ],
)
def test_an_unsafe_setting_is_refused_by_name(tmp_path: Path, name: str, value: str | None) -> None:
    done = start(tmp_path, {name: value})
    assert done.returncode != 0
    assert name in done.stderr
    if value and name == "SECRET_KEY":
        assert value not in done.stderr, "a secret does not belong in a log"


def test_development_needs_no_setting_at_all(tmp_path: Path) -> None:
    done = start(tmp_path, dict.fromkeys(SAFE))
    assert done.returncode == 0, done.stderr
