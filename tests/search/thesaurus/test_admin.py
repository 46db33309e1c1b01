"""Editors keep the thesaurus in Wagtail."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Locale

from accounts.models import User
from examples.models import Law
from search.models import ThesaurusConcept
from search.thesaurus.model import Concept, Label, LabelKind, TermKind, TermRef, Thesaurus
from search.thesaurus.storage import load, stored

pytestmark = pytest.mark.django_db


def concept(name: str, *labels: Label, **values) -> Concept:
    preferred = (Label("nl", LabelKind.PREFERRED, name), Label("en", LabelKind.PREFERRED, f"{name} (en)"))
    return Concept(name, preferred + labels, **values)


@pytest.fixture
def moderator(client):
    load(
        Thesaurus.of(
            [
                concept("bijstand", Label("nl", LabelKind.ABBREVIATION, "WWB")),
                concept("norm", broader=("bijstand",)),
                concept("huis"),
            ]
        )
    )
    user = User.objects.create_user("moderator@mooimaatwerk.example", "geheim-genoeg-2026")
    user.groups.add(Group.objects.get(name="Moderator"))
    client.force_login(user)
    return client


def address(view, *arguments):
    return reverse(ThesaurusConcept.snippet_viewset.get_url_name(view), args=arguments)


def rows(name, values):
    data = {
        f"{name}-TOTAL_FORMS": len(values),
        f"{name}-INITIAL_FORMS": 0,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(values):
        data |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return data


def save(client, slug, labels=(), relations=(), **values):
    row = ThesaurusConcept.objects.filter(slug=slug).first()
    data = {
        "slug": slug,
        "name": row.name if row else slug,
        "name_en": f"{slug} (en)",
        "in_use": "on",
        **rows("labels", labels),
        **rows("relations", relations),
        **values,
    }
    return client.post(address("edit", row.pk) if row else address("add"), data)


def label(text, **values):
    return {"text": text, "language": "nl", "kind": "synonym", "weight": "", **values}


def to(slug, kind):
    return {"kind": kind, "other": ThesaurusConcept.objects.get(slug=slug).pk}


def test_the_list_finds_by_other_words_and_filters(moderator):
    found = moderator.get(address("list"), {"q": "WWB"}).content.decode()
    assert address("edit", ThesaurusConcept.objects.get(slug="bijstand").pk) in found
    assert address("edit", ThesaurusConcept.objects.get(slug="huis").pk) not in found
    found = moderator.get(address("list"), {"labels__kind": "abbreviation"}).content.decode()
    assert address("edit", ThesaurusConcept.objects.get(slug="bijstand").pk) in found
    assert address("edit", ThesaurusConcept.objects.get(slug="huis").pk) not in found


def test_a_new_concept_with_words_and_relations(moderator):
    answer = save(
        moderator,
        "potje",
        [label("maatwerkbudget", weight="0.5"), label("budget", language="en", kind="everyday")],
        [to("bijstand", "broader"), to("huis", "related")],
    )
    assert answer.status_code == 302
    made = stored().concepts["potje"]
    assert (made.broader, made.related) == (("bijstand",), ("huis",))
    assert Label("nl", LabelKind.SYNONYM, "maatwerkbudget", 0.5) in made.labels
    assert stored().concepts["huis"].related == ("potje",)


def test_a_concept_can_be_a_term_that_exists_once(moderator):
    Law.objects.create(
        slug="wet", name="Wet", certainty="memory", locale=Locale.objects.get(language_code="nl")
    )
    assert save(moderator, "de-wet", vocabulary="law", term="wet").status_code == 302
    assert stored().concepts["de-wet"].term == TermRef(TermKind.LAW, "wet")
    again = save(moderator, "nog-eens", vocabulary="law", term="wet")
    assert "al deze term" in again.content.decode()


@pytest.mark.parametrize(
    ("slug", "posted", "told"),
    [
        ("nieuw", {"name": "Bijstand"}, "al het voorkeurswoord van een ander begrip"),
        ("nieuw", {"labels": [label("Nieuw")]}, "“Nieuw” staat er twee keer"),
        ("nieuw", {"labels": [label("...")]}, "geen letter of cijfer"),
        ("nieuw", {"labels": [label("zwaar", weight="3")]}, "hoogstens 1"),
        ("nieuw", {"vocabulary": "law"}, "of geen van beide"),
        ("nieuw", {"vocabulary": "law", "term": "bestaat-niet"}, "heeft deze term niet"),
        ("bijstand", {"relations": [("bijstand", "broader")]}, "geen relatie met zichzelf"),
        ("bijstand", {"relations": [("norm", "broader")]}, "ruimer zijn dan zichzelf"),
        ("bijstand", {"relations": [("norm", "related")]}, "niet ook verwant zijn"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_the_reason(moderator, slug, posted, told):
    before = stored()
    moderator.cookies["django_language"] = "nl"
    relations = [to(*each) for each in posted.get("relations", [])]
    answer = save(moderator, slug, **{**posted, "relations": relations})
    assert told in answer.content.decode()
    assert stored() == before


def test_the_lasting_name_lasts(moderator):
    row = ThesaurusConcept.objects.get(slug="huis")
    assert save(moderator, "huis", name="woning").status_code == 302
    data = {
        "slug": "anders",
        "name": "woning",
        "name_en": "home",
        **rows("labels", []),
        **rows("relations", []),
    }
    moderator.post(address("edit", row.pk), data)
    row.refresh_from_db()
    assert (row.slug, row.name_en, row.in_use) == ("huis", "home", False)


def test_an_editor_of_stories_does_not_keep_the_thesaurus(client):
    user = User.objects.create_user("redacteur@mooimaatwerk.example", "geheim-genoeg-2026")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    assert client.get(address("add")).status_code == 302
