"""All that reads submissions: always for somebody, and nothing that they may not see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils.text import Truncator

from accounts.models import User
from accounts.selectors import coordinated_by, municipalities_of
from examples.models import ExamplePage
from submissions.actors import Actor
from submissions.models import Submission
from submissions.states import OPEN, Role

ARGUMENT = frozenset({"legitimacy", "societal_return", "involvement"})
EXAMPLE_WORDS = 60


def visible_to(user: User) -> QuerySet[Submission]:
    """One's own for municipalities that one still belongs to, and all of those that one coordinates."""
    own = Q(owner=user, municipality__in=municipalities_of(user))
    coordinated = Q(municipality__in=coordinated_by(user))
    return Submission.objects.filter(own | coordinated).select_related("municipality", "owner", "page")


def get_visible(user: User, public_id: uuid.UUID) -> Submission:
    """The submission with a number.

    Raises:
        Http404: There is none, or it is not for this person: nobody learns which of the two.
    """
    found = visible_to(user).filter(public_id=public_id).first()
    if found is None:
        raise Http404("No such submission for this person.")
    return found


def get_editable(user: User, public_id: uuid.UUID) -> Submission:
    """The same, for who may change its text: the submitter, or a coordinator where there is none any more.

    Raises:
        Http404: As above, or it is somebody else's to change.
    """
    found = get_visible(user, public_id)
    if not may_change(user, found):
        raise Http404("Somebody else writes this submission.")
    return found


def may_change(user: User, submission: Submission) -> bool:
    """Whether the text is this person's to change; wants a submission that they may see."""
    if submission.owner_id == user.pk:
        return True
    owner = submission.owner
    return owner is None or not owner.is_active or submission not in visible_to(owner)


def actor(user: User, submission: Submission) -> Actor:
    """As what somebody acts on a submission that they may see."""
    return Actor(user, Role.SUBMITTER if submission.owner_id == user.pk else Role.COORDINATOR)


def listed_for(user: User) -> QuerySet[Submission]:
    """Those of the overview: each story once, and what is proposed for one as long as it is not decided."""
    return visible_to(user).filter(Q(updates=None) | Q(status__in=OPEN))


def examples_beside(submission: Submission, questions: Iterable[str]) -> dict[str, dict[str, str]]:
    """How a published story answers the questions of the argument, best one about the same rule."""
    found: dict[str, dict[str, str]] = {}
    stories = ExamplePage.objects.live().public().filter(locale__language_code=submission.language)
    for name in [name for name in questions if name in ARGUMENT]:
        about = Q(story_rules__term__slug__in=submission.answer("rules", []))
        same = Count("story_rules", filter=about, distinct=True)
        story = (
            stories.exclude(**{name: ""})
            .exclude(pk=submission.page_id)
            .annotate(same=same)
            .order_by("-same", "pk")
            .first()
        )
        if story is not None:
            text = Truncator(getattr(story, name)).words(EXAMPLE_WORDS)
            found[name] = {"title": story.title, "url": story.get_url() or "", "text": text}
    return found
