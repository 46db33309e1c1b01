"""Editors try a change, see what was asked, and make a word of a question."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.models import User
from search import service
from search.models import QueryCount, ThesaurusConcept, ThesaurusLabel
from search.params import SearchParams
from search.thesaurus.current import current

REPORT, SYNONYM, PREVIEW = "/admin/search/report/", "/admin/search/synonym/", "/admin/search/preview/"


def signed_in(client: Client, role: str) -> Client:
    user = User.objects.create_user(f"{role.lower()}@mooimaatwerk.example", "geheim-genoeg-2026")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return client


@pytest.fixture
def moderator(searchable: None, client: Client) -> Client:
    call_command("load_thesaurus", verbosity=0)
    current.forget()
    return signed_in(client, "Moderator")


def html(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def counted(query: str, searches: int, fruitless: int = 0, opened: int = 0) -> None:
    QueryCount.objects.create(
        day=timezone.localdate(),
        language="nl",
        query=query,
        searches=searches,
        fruitless=fruitless,
        opened=opened,
    )


def form_of(concept: ThesaurusConcept, **values: str) -> dict[str, str]:
    """What the form of a concept sends, with one more word when `word` is given."""
    word = values.pop("word", "")
    data = {
        "name": concept.name,
        "name_en": concept.name_en,
        "slug": concept.slug,
        "definition": concept.definition,
        "definition_en": concept.definition_en,
        "sources": concept.sources,
        "vocabulary": concept.vocabulary,
        "term": concept.term,
        "in_use": "on",
        "relations-TOTAL_FORMS": "0",
        "relations-INITIAL_FORMS": "0",
        "labels-TOTAL_FORMS": "1" if word else "0",
        "labels-INITIAL_FORMS": "0",
        "try_concept": str(concept.pk),
    }
    if word:
        label = {"text": word, "language": "nl", "kind": "synonym", "weight": "", "id": "", "ORDER": "1"}
        data |= {f"labels-0-{name}": value for name, value in label.items()}
    return {**data, **values}


def test_a_change_is_tried_before_it_is_saved(moderator: Client) -> None:
    concept = ThesaurusConcept.objects.get(vocabulary="rule", term="urgentiecriteria")
    query = SearchParams("plofwoord", selected={"language": ("nl",)})
    assert service.search(query).total == 0
    data = form_of(concept, word="plofwoord", try_query="plofwoord", try_language="nl")
    page = html(moderator.post(PREVIEW, data))
    assert "Er is niets opgeslagen." in page
    assert f"plofwoord → {concept.name}" in page or "plofwoord → plofwoord" in page
    assert "rule=urgentiecriteria" in page
    assert "Voorrang op een woning voor een zoon met PTSS" in page
    assert service.search(query).total == 0
    assert not ThesaurusLabel.objects.filter(text="plofwoord").exists()


def test_what_cannot_be_saved_is_said_when_it_is_tried(moderator: Client) -> None:
    concept = ThesaurusConcept.objects.get(vocabulary="rule", term="urgentiecriteria")
    data = form_of(concept, word=concept.name, try_query="woning", try_language="nl")
    assert "staat er twee keer" in html(moderator.post(PREVIEW, data))


def test_the_form_of_a_concept_has_the_panel(moderator: Client) -> None:
    concept = ThesaurusConcept.objects.get(vocabulary="rule", term="urgentiecriteria")
    page = html(moderator.get(f"/admin/snippets/search/thesaurusconcept/edit/{concept.pk}/"))
    assert f'formaction="{PREVIEW}"' in page
    assert f'name="try_concept" value="{concept.pk}"' in page


def test_the_report_leads_from_a_question_to_a_word(moderator: Client) -> None:
    counted("plofwoord", searches=4, fruitless=4)
    counted("nooit geopend", searches=3)
    counted("geopend", searches=9, opened=2)
    page = html(moderator.get(REPORT))
    fruitless, rest = page.split("Vond iets, en niets werd geopend")
    unopened, most = rest.split("Meest gezocht")
    assert "plofwoord" in fruitless
    assert "nooit geopend" not in fruitless
    assert "nooit geopend" in unopened
    assert "plofwoord" not in unopened
    assert most.index("geopend") < most.index("plofwoord")
    assert f'href="{SYNONYM}?q=plofwoord&amp;language=nl"' in fruitless
    assert 'value="plofwoord"' in html(moderator.get(f"{SYNONYM}?q=plofwoord&language=nl"))


def test_a_new_word_counts_within_seconds_and_without_restart(
    moderator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = SearchParams("plofwoord", selected={"language": ("nl",)})
    assert service.search(query).total == 0
    concept = ThesaurusConcept.objects.get(vocabulary="rule", term="urgentiecriteria")
    data = {"text": "plofwoord", "language": "nl", "kind": "everyday", "concept": str(concept.pk)}
    assert moderator.post(SYNONYM, data).status_code == 302
    clock = current._clock
    monkeypatch.setattr(current, "_clock", lambda: clock() + 5)
    assert service.search(query).rules == ("urgentiecriteria",)
    assert service.search(query).total > 0


def test_a_word_that_breaks_a_rule_is_refused(moderator: Client) -> None:
    concept = ThesaurusConcept.objects.get(vocabulary="rule", term="urgentiecriteria")
    data = {"text": concept.name, "language": "nl", "kind": "everyday", "concept": str(concept.pk)}
    assert "staat er twee keer" in html(moderator.post(SYNONYM, data))


@pytest.mark.parametrize("url", [REPORT, SYNONYM])
def test_only_who_keeps_the_thesaurus_gets_in(site: None, client: Client, url: str) -> None:
    assert client.get(url).status_code == 302
    assert signed_in(client, "Redacteur").get(url).status_code == 302
