"""The page /_componenten/: every component template in all its states, for editors and developers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

ROOM = Path(__file__).resolve().parent
TEMPLATES = ROOM / "templates" / "components"
STATES = ROOM / "fixtures" / "components.yaml"
COMMENT = re.compile(r"{% comment %}\n(.*?)\n{% endcomment %}", re.DOTALL)
# Elements that a component stands in.
AROUND = {
    "data_list_item": ('<dl class="utrecht-data-list">', "</dl>"),
    "error_items": ('<ul class="utrecht-unordered-list">', "</ul>"),
    "select": ('<label class="utrecht-form-label">Label ', "</label>"),
    "textbox": ('<label class="utrecht-form-label">Label ', "</label>"),
}


class ExampleForm(forms.Form):
    """A form with a field of each kind, sent in without answers."""

    title = forms.CharField(label=_("heading"), help_text=_("purpose in one sentence"))
    explanation = forms.CharField(label=_("explanation"), widget=forms.Textarea, required=False)
    domain = forms.ChoiceField(label=_("life domain"), choices=[("", "-"), ("wonen", "Wonen")])
    agreed = forms.BooleanField(label=_("statement of anonymity and consent"))
    parts = forms.MultipleChoiceField(
        label=_("life domains"),
        choices=[("wonen", "Wonen"), ("geld", "Geld")],
        widget=forms.CheckboxSelectMultiple,
    )


@dataclass(frozen=True, slots=True)
class Component:
    """A component template.

    Attributes:
        name: Its file's name without ending.
        documentation: What its comment says of it and its parameters.
        states: Its parameters and HTML, a pair for each state.
    """

    name: str
    documentation: str
    states: list[tuple[str, SafeString]]


def component_page(request: HttpRequest) -> HttpResponse:
    """The page; in production only for who may enter the admin, and never for search engines."""
    if settings.ENVIRONMENT == "production" and not _may_enter_admin(request):
        raise Http404("Not for visitors.")
    response = render(request, "core/components.html", {"components": components()})
    response["X-Robots-Tag"] = "noindex"
    return response


def _may_enter_admin(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.has_perm("wagtailadmin.access_admin")


def names() -> list[str]:
    """The names of all component templates."""
    return sorted(path.stem for path in TEMPLATES.glob("*.html"))


def states() -> dict[str, list[dict[str, Any]]]:
    """The parameters of each state, by the name of the component."""
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(STATES.read_text(encoding="utf-8"))
    return found


def documentation(name: str) -> str:
    """What the template's comment says: what it is, and its parameters."""
    found = COMMENT.search((TEMPLATES / f"{name}.html").read_text(encoding="utf-8"))
    return found[1] if found else ""


def components() -> list[Component]:
    """All components, each in all its states."""
    listed = states()
    return [
        Component(
            name=name,
            documentation=documentation(name),
            states=[(_shown(each), _rendered(name, each)) for each in listed.get(name, [])],
        )
        for name in names()
    ]


def _shown(parameters: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in parameters.items() if not _is_long(value))


def _is_long(value: object) -> bool:
    return isinstance(value, list | dict)


def _rendered(name: str, parameters: dict[str, Any]) -> SafeString:
    form = ExampleForm({"title": ""}, auto_id=f"{name}_%s")
    objects: dict[str, Any] = {
        "form": form,
        "second": ExampleForm({"title": ""}, auto_id=f"{name}_second_%s"),
        "page": Paginator(range(100), 12).page(2),
    }
    context = {key: objects.get(key, value) for key, value in parameters.items()}
    if "field" in parameters:
        context["field"] = form[parameters["field"]]
    before, after = AROUND.get(name, ("", ""))
    html = render_to_string(f"components/{name}.html", context)
    return mark_safe(f"{before}{html}{after}")  # noqa: S308 (our own templates escape what they show)
