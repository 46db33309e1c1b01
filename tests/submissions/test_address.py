"""No word of a title that nobody has checked gets into an address, a redirect or a log."""

from __future__ import annotations

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from examples.address import is_provisional
from submissions.models import Submission
from submissions.services import deciding, drafting
from submissions.states import Status
from tests.accounts.people import person
from tests.examples.admin import edit, signed_in
from tests.submissions.drafts import make_draft, page_of, send, submitter
from tests.submissions.reviewing import approve
from tests.submissions.test_states import check_both

CANARY = "Quirijnzandje"


def addresses() -> str:
    """Every address that the site knows of a page or leads on from."""
    paths = [f"{page.slug} {page.url_path}" for page in Page.objects.all()]
    return " ".join([*paths, *Redirect.objects.values_list("old_path", flat=True)]).casefold()


@pytest.fixture
def sent(tree: None) -> Submission:
    user = submitter()
    return send(make_draft(user, title=f"Familie {CANARY} kon niet verhuizen"), user)


def test_a_draft_has_no_words_in_its_address(sent: Submission) -> None:
    assert CANARY.casefold() not in addresses()
    assert is_provisional(page_of(sent).slug)


def test_the_address_is_that_of_the_title_as_it_was_approved(sent: Submission) -> None:
    moderator, other = person("Moderator"), person("Moderator", "ander")
    edit(signed_in(moderator), page_of(sent).pk, title="Een ruil van woningen")
    assert approve(moderator, sent) == Status.IN_REVIEW, "who changed the text may check its content"
    assert approve(moderator, sent) == Status.IN_REVIEW, "and not its privacy"
    assert approve(other, sent) == Status.PUBLISHED
    page = page_of(Submission.objects.get())
    assert page.live
    assert page.url_path.endswith(f"/{page.slug}/")
    assert page.slug == "een-ruil-van-woningen"
    assert CANARY.casefold() not in addresses()


def test_a_title_that_the_submitter_changed_on_a_question_leaves_nothing_either(sent: Submission) -> None:
    deciding.ask(sent, person("Moderator"), "Kan de naam eruit?")
    sent.refresh_from_db()
    drafting.save(sent, {"title": "Een ruil"}, sent.version)
    user = sent.owner
    assert user is not None
    check_both(page_of(send(sent, user)))
    assert page_of(Submission.objects.get()).slug == "een-ruil"
    assert CANARY.casefold() not in addresses()


def test_an_address_that_an_editor_chose_stays_and_so_does_a_published_one(sent: Submission) -> None:
    edit(signed_in(person("Moderator")), page_of(sent).pk, title="Een ruil", slug="woningruil")
    check_both(page_of(sent))
    page = page_of(Submission.objects.get())
    assert page.slug == "woningruil"
    page.title = "Woningruil in Leeuwarden"
    page.save_revision().publish()
    assert page_of(Submission.objects.get()).slug == "woningruil"


def test_two_stories_of_one_title_have_two_addresses(tree: None) -> None:
    user = submitter()
    for _number in range(2):
        check_both(page_of(send(make_draft(user, title="Een ruil"), user)))
    slugs = sorted(page_of(each).slug for each in Submission.objects.all())
    assert slugs == ["een-ruil", "een-ruil-1"]
