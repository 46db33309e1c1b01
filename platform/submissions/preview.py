"""The story of a submission as its readers will see it."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale

from examples.models import ExamplePage
from examples.pages import story_view
from submissions.models import Submission
from submissions.story import NUMBERS, number, write_to


def page_of(submission: Submission) -> ExamplePage:
    """The page with these answers, in memory alone; a number that is none is left out."""
    data = {**submission.data}
    for name in NUMBERS:
        try:
            number(str(data.get(name, "")))
        except ValueError:
            data[name] = ""
    page = ExamplePage(locale=Locale.objects.get(language_code=submission.language))
    write_to(page, submission, data)
    return page


def story_of(submission: Submission) -> dict[str, Any]:
    """What the template of a story shows of it; there is no address yet to refer to."""
    return story_view(page_of(submission)) | {"title": str(submission), "permalink": "", "citation": ""}
