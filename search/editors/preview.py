"""What a query becomes, and which stories it finds, with a concept as it stands in the form unsaved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required
from wagtail.admin.panels import get_edit_handler

from search import service
from search.analysis import analyse
from search.explain import Named, named
from search.meaning import Interpreter
from search.models import ThesaurusConcept
from search.params import LONGEST_QUERY, SearchParams
from search.question import parse
from search.thesaurus.admission import with_concept
from search.thesaurus.interpreter import ThesaurusInterpreter
from search.thesaurus.lookup import Lookup

DEEPEST = 100  # places among which a story is looked for that was not in the first ten


@dataclass(frozen=True)
class Row:
    """A story of the first ten after the change, and its place before, or None."""

    title: str
    url: str
    now: int
    before: int | None

    @property
    def moved(self) -> int:
        """Places that it goes up; negative when it goes down."""
        return self.before - self.now if self.before else 0


@permission_required("search.change_thesaurusconcept")
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The form of a concept, tried with a question; nothing is saved."""
    number = request.POST.get("try_concept", "")
    concept = get_object_or_404(ThesaurusConcept, pk=number) if number else ThesaurusConcept()
    form_class = get_edit_handler(ThesaurusConcept).get_form_class()
    form = form_class(request.POST, instance=concept, for_user=request.user)
    params = SearchParams(
        text=request.POST.get("try_query", "")[:LONGEST_QUERY],
        language="en" if request.POST.get("try_language") == "en" else "nl",
        facets=False,
        page_size=DEEPEST,
    )
    context: dict[str, Any] = {"form": form, "query": params.text}
    if form.is_valid() and params.text.strip():
        lookup = Lookup(with_concept(form.concept(form.cleaned_data)), analyse)
        context |= compared(params, ThesaurusInterpreter(lambda: lookup))
    return render(request, "search/editors/preview.html", context)


def compared(params: SearchParams, changed: Interpreter) -> dict[str, Any]:
    """The question and its first ten stories, as they are and as they would be."""
    own = SearchParams(**{**vars(params), "selected": {"language": (params.language,)}})
    before, after = service.search(own), service.search(own, changed)
    question = parse(params.text, params.language)
    places = {one.key: place for place, one in enumerate(before.results, start=1)}
    shown = after.results[:10]
    rows = [
        Row("".join(text for text, _ in one.title), one.url, place, places.get(one.key))
        for place, one in enumerate(shown, start=1)
    ]
    kept = {one.key for one in shown}
    gone = [one for one in before.results[:10] if one.key not in kept]
    return {
        "compared": True,
        "degraded": before.degraded or after.degraded,
        "meanings": _both(
            named(question, service.interpreter.meanings(question)),
            named(question, changed.meanings(question)),
        ),
        "totals": (before.total, after.total),
        "rows": rows,
        "gone": [("".join(text for text, _ in one.title), one.url) for one in gone],
    }


def _both(before: list[Named], after: list[Named]) -> list[tuple[bool, list[Named]]]:
    """What the question names, before (False) and after (True) the change."""
    return [(False, before), (True, after)]
