"""People and a submission that several files of tests begin with."""

from __future__ import annotations

import pytest

from accounts.models import User
from submissions.models import Submission
from tests.accounts.people import person
from tests.submissions.drafts import make_draft, send, submitter


@pytest.fixture
def sent(tree: None) -> Submission:
    user = submitter()
    return send(make_draft(user), user)


@pytest.fixture
def user(tree: None) -> User:
    return submitter()


@pytest.fixture
def moderator(tree: None) -> User:
    return person("Moderator")


@pytest.fixture
def other(tree: None) -> User:
    return person("Moderator", "ander")
