"""The thesaurus at its public address."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client
from rdflib import RDF, SKOS, Graph, URIRef

from search.models import ThesaurusConcept

FILE = "/begrippen.ttl"


@pytest.fixture(autouse=True)
def thesaurus(searchable: None) -> None:
    call_command("load_thesaurus", verbosity=0)


def test_the_file_is_turtle_with_every_concept_under_an_address_of_this_site(
    client: Client, settings: object
) -> None:
    settings.BASE_URL = "https://site.example"  # type: ignore[attr-defined]
    answer = client.get(FILE)
    assert answer.headers["Content-Type"] == "text/turtle; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    graph = Graph().parse(data=answer.content.decode(), format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == ThesaurusConcept.objects.count() >= 600
    assert URIRef("https://site.example/id/thesaurus/kostendelersnorm") in concepts


def test_who_has_it_already_gets_it_again_only_when_it_changed(client: Client) -> None:
    first = client.get(FILE)
    since = {"If-Modified-Since": first.headers["Last-Modified"]}
    assert client.get(FILE, headers=since).status_code == 304
    row = ThesaurusConcept.objects.get(slug="kostendelersnorm")
    row.name = "kostendelersnorm (nieuw)"
    row.save()
    ThesaurusConcept.objects.filter(pk=row.pk).update(changed="2099-01-01T00:00:00Z")
    again = client.get(FILE, headers=since)
    assert again.status_code == 200
    assert "kostendelersnorm (nieuw)" in again.content.decode()


def test_the_address_of_a_concept_leads_to_the_file(client: Client) -> None:
    for address in ("/id/thesaurus", "/id/thesaurus/kostendelersnorm"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (303, FILE)
    assert client.get("/id/thesaurus/bestaat-niet", follow=True).status_code == 404


def test_the_search_page_links_to_it(client: Client) -> None:
    assert f'href="{FILE}"' in client.get("/nl/zoeken/").content.decode()
