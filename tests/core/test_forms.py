"""Errors of a form are said at its field, summed up above the form, and tied to both."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.template.loader import render_to_string


class Question(forms.Form):
    """A form with each kind of field."""

    title = forms.CharField(label="Titel", help_text="Kort en krachtig.")
    domains = forms.MultipleChoiceField(
        label="Leefgebieden",
        choices=[("wonen", "Wonen"), ("geld", "Geld")],
        widget=forms.CheckboxSelectMultiple,
    )
    year = forms.IntegerField(label="Jaar", required=False)


@pytest.fixture
def html() -> str:
    form = Question({"year": "gisteren"})
    parts = [render_to_string("components/error_summary.html", {"form": form})]
    parts += [render_to_string("components/form_field.html", {"field": field}) for field in form]
    return " ".join("".join(parts).split())


def test_each_error_in_the_summary_leads_to_its_field(html: str) -> None:
    summary = html[: html.index("</ul>")]
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert targets == ["id_title", "id_domains_0", "id_year"]
    for target in targets:
        assert html.count(f'id="{target}"') == 1


def test_control_is_tied_to_its_description_and_error(html: str) -> None:
    control = re.search(r'<input[^>]*name="title"[^>]*>', html)
    assert control
    assert 'aria-describedby="id_title_helptext id_title_error"' in control[0]
    assert 'aria-invalid="true"' in control[0]
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html


def test_choices_are_a_group_with_a_name(html: str) -> None:
    group = re.search(r"<fieldset.*?</fieldset>", html)
    assert group
    assert re.search(r"<legend[^>]*> Leefgebieden", group[0])
    assert 'aria-describedby=" id_domains_error"' in group[0]


def test_a_form_without_errors_has_no_summary() -> None:
    assert render_to_string("components/error_summary.html", {"form": Question()}).strip() == ""
