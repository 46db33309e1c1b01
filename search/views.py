"""The search page and its suggestions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from search import forms, service
from search.compare import compare_context
from search.counting import count_opened, count_search
from search.explained import explain_context
from search.map import map_context
from search.pages import nothing_context, search_context, suggestion_groups
from search.params import LONGEST_QUERY, View


@require_safe
@vary_on_headers("HX-Request")
@cache_control(no_cache=True)
def page(request: HttpRequest) -> HttpResponse:
    """What was asked and what was found; to the script only the part that changes."""
    params = forms.read(request.GET, get_language() or "nl")
    results = service.search(params)
    context = {**search_context(results), **(nothing_context(results) if not results.total else {})}
    if params.view is View.MAP:
        context["map"] = map_context(results)
    if not request.user.has_perm("wagtailadmin.access_admin"):
        count_search(params, results.total)
    else:
        context.update(explain_context(results, asked="uitleg" in request.GET))
    swap = request.headers.get("HX-Request") == "true"
    return render(request, f"search/{'answer_swap' if swap else 'search_page'}.html", context)


@require_safe
@cache_control(max_age=2)  # what is withdrawn is gone in five seconds, the index included
def suggestions(request: HttpRequest) -> JsonResponse:
    """Suggestions for what is being typed, in groups, as JSON."""
    params = forms.read(request.GET, get_language() or "nl")
    return JsonResponse({"groups": suggestion_groups(service.suggestions(params.text, params.language))})


@require_safe
@cache_control(no_cache=True)
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four stories side by side; the address names them."""
    return render(request, "search/compare_page.html", compare_context(request))


@csrf_exempt  # a beacon carries no token, and there is nothing here that another site could gain
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """A result of a question was opened: adds one to a count, and keeps nothing of who opened it."""
    count_opened(request.POST.get("q", "")[:LONGEST_QUERY], get_language() or "nl")
    return HttpResponse(status=204)
