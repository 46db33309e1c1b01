"""What the search makes of a draft: tags that its text points to, and published stories that are like it."""

from __future__ import annotations

from dataclasses import dataclass

from search.below_story import in_words
from search.documents import BODY
from search.service import similar_to
from search.story import StoryRecord
from search.suggested_tags import suggested_tags
from search.vocabulary import vocabulary
from submissions.models import Submission

# Question by facet.
FACETS = {
    "rule": "rules",
    "life_domain": "life_domains",
    "target_group": "target_groups",
    "partner": "partners",
}
STORY = ("title", "situation", "what_blocked", "caveat", "solution")
# Fewer letters say too little to be like anything.
FEWEST = 60
MOST = 4


@dataclass(frozen=True)
class Alike:
    """A published story like the draft, and why."""

    title: str
    url: str
    place: str
    reason: str


def tags(submission: Submission) -> dict[str, list[str]]:
    """Terms that the text points to and that are not chosen yet, by question."""
    text = "\n".join(str(submission.answer(name)) for name in STORY)
    found = suggested_tags(text, submission.language, list(FACETS))
    return {
        FACETS[facet]: [value for value in values if value not in submission.answer(FACETS[facet], [])]
        for facet, values in found.items()
    }


def alike(submission: Submission) -> list[Alike]:
    """Published stories like the draft, the most alike first; none where there is little to go by."""
    texts = [str(submission.answer(name)) for name in STORY]
    if sum(map(len, texts)) < FEWEST:
        return []
    record = record_of(submission)
    labels = vocabulary.labels(submission.language)
    return [
        Alike(one.story.title, one.story.url, one.story.place, in_words(one, labels))
        for one in similar_to(record, MOST) or ()
    ]


def record_of(submission: Submission) -> StoryRecord:
    """The draft as the search knows a story; what its text points to counts as a tag."""
    suggested = tags(submission)
    facets = {
        facet: tuple(dict.fromkeys([*submission.answer(name, []), *suggested[name][:2]]))
        for facet, name in FACETS.items()
    }
    return StoryRecord(
        key=str(submission.page_id or "draft"),
        slug="",
        language=submission.language,
        url="",
        title=submission.title,
        summary=str(submission.answer("summary")),
        tags=(),
        body={name: str(submission.answer(name)) for name in BODY if submission.answer(name)},
        background=(),
        facets={facet: values for facet, values in facets.items() if values},
        place="",
        place_url="",
        year=None,
        published=0,
    )
