"""Where a submission stands, for its people and for the editors, holds WCAG 2.2 AA in every state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.dev.project import Project
from tests.browser.breakable import breakable_site
from tests.browser.conftest import AXE, copy_of
from tests.browser.test_accessible import WIDTHS, axe, read_in_every_way
from tests.browser.test_editing import sign_in as sign_in_to_admin

# One submission in each state, made as people make them; prints the numbers of each.
EACH_STATE = """
import json, uuid
from wagtail.models import WorkflowState
from accounts.models import User
from submissions.actors import Actor
from submissions.review import acting, claiming
from submissions.review.acting import Words
from submissions.review.models import CannedAnswer
from submissions.services import deciding, drafting
from submissions.states import Role, Status
from tests.submissions.drafts import make_draft, send

def person(role):
    return User.objects.get(email=f"{role}@mooimaatwerk.example")

owner, first, second = person("submitter"), person("moderator"), person("administrator")
place = owner.memberships.get().municipality.slug
made = {}
for state in Status.values:
    draft = make_draft(owner, place, title=f"Een {state} voorbeeld")
    made[state] = draft if state == Status.CONCEPT else send(draft, owner)
claiming.claim(made[Status.IN_REVIEW], first)
page = made[Status.IN_REVIEW].page.get_latest_revision_as_object()
page.solution = "De corporatie ruilde vier woningen."
page.save_revision(user=first)
about = {"solution": "Hoe lang duurde het?", "urgentiecriteria.room_used": "Welk artikel?"}
acting.tell(made[Status.QUESTION], first, Words("Wie betaalde?", about, uuid.uuid4()), True)
for checker in (first, second):
    state = WorkflowState.objects.active().get(object_id=str(made[Status.PUBLISHED].page_id))
    state.current_task_state.specific.approve(user=checker)
acting.reject(made[Status.REJECTED], first, "Het gezin is te herkennen.")
deciding.withdraw(made[Status.WITHDRAWN], Actor(owner, Role.SUBMITTER), "De inwoner wil het niet.")
made[Status.PUBLISHED].refresh_from_db()
made["wijziging"] = drafting.propose(made[Status.PUBLISHED], owner, uuid.uuid4())
CannedAnswer.objects.create(name="Wie", text_nl="Wie is dit?", text_en="Who is this?")
print(json.dumps({name: [one.pk, str(one.public_id)] for name, one in made.items()}))
"""
SEEN_BY_EDITORS = ("ingestuurd", "in-behandeling", "vraag", "gepubliceerd", "afgewezen")
# The admin round it is Wagtail's.
OWN_PART = ".nice-padding"

Site = tuple[str, dict[str, Any], dict[str, dict[str, str]]]

pytestmark = pytest.mark.reading


@pytest.fixture(scope="module")
def site(address: str, project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Address of a copy of the shared site; its submissions by state; who can sign in, by role."""
    copy = copy_of(project, tmp_path_factory.mktemp("status") / "data")
    listed = json.loads((project.data_dir / "demo-sign-ins.json").read_text(encoding="utf-8"))
    with breakable_site(copy, tmp_path_factory.mktemp("mails")) as running:
        printed = running.manage("shell", "--no-imports", "-c", EACH_STATE)
        yield running.address, json.loads(printed.splitlines()[-1]), {one["role"]: one for one in listed}


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=site[0], locale="nl-NL", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("role", ["submitter", "coordinator"])
def test_status_pages_are_accessible(page: Page, site: Site, role: str) -> None:
    _address, made, people = site
    page.goto("/nl/inloggen/")
    page.fill("[name=login]", people[role]["email"])
    page.fill("[name=password]", people[role]["password"])
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/nl/account/")
    found = []
    for state, (_number, public_id) in made.items():
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(f"/nl/inzendingen/{public_id}/")
        found += [f"{state}: {each}" for each in read_in_every_way(page)]
    assert not found, "\n".join(found)


def test_the_review_of_a_submission_is_accessible(page: Page, site: Site) -> None:
    _address, made, people = site
    sign_in_to_admin(page, people["administrator"]["email"], people["administrator"]["password"])
    found = []
    for state in SEEN_BY_EDITORS:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"/admin/submissions/{made[state][0]}/")
            for folded in page.locator(f"{OWN_PART} details").all():
                folded.evaluate("element => element.open = true")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            found += [f"{state}, {width} px: {each}" for each in axe(page, OWN_PART)]
    assert not found, "\n".join(found)
