"""Editors who take up the same submission at the same moment: one gets it, the others hear who has it.

In a file and a process of its own, as on a site: SQLite in memory, which tests use, has no second writer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.made_once import FOLDER, ROOT, migrations

ALL_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment

setup_test_environment()
call_command("migrate", verbosity=0)

from submissions.review.models import Claim
from submissions.states import Status
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.rows import load_tree, put_rows, rows_after
from tests.submissions.drafts import make_draft, send, submitter
from tests.submissions.reviewing import url_of

put_rows(rows_after(load_tree))
user = submitter()
submission = send(make_draft(user), user)
clients = [signed_in(person("Moderator", f"redacteur-{number}")) for number in range(4)]
ready = Barrier(len(clients))

def take(client):
    ready.wait()
    try:
        return client.post(url_of(submission), {"do": "claim"}, follow=True).content.decode()
    finally:
        connection.close()

with ThreadPoolExecutor(len(clients)) as pool:
    pages = list(pool.map(take, clients))
winner = Claim.objects.get().by
print(
    sum("Je hebt deze inzending opgepakt." in page for page in pages),
    sum(f"{winner} heeft deze inzending opgepakt." in page for page in pages),
    submission.events.filter(to_status=Status.IN_REVIEW).count(),
)
"""


@pytest.mark.slow
def test_one_gets_it_and_the_others_hear_who_has_it(tree: None, tmp_path: Path) -> None:
    database = tmp_path / "site.sqlite3"
    migrated = FOLDER / f"migrated-{migrations()}"
    if migrated.exists():
        shutil.copy(migrated, database)
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "DATA_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ALL_AT_ONCE]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines()[-1] == "1 3 1"
