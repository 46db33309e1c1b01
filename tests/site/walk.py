"""Every address of the site, as the site itself tells search engines."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.test import Client

LOCATION = re.compile(r"<loc>([^<]+)</loc>")
LINK = re.compile(r'href="(/[^"#]*)')
PLACES = ("/nl/gemeenten/", "/en/municipalities/")
# Of the places that have no story one in so many is looked at: their pages are alike.
ONE_IN = 40


def all_addresses(client: Client) -> list[str]:
    """The paths of all public pages."""
    found = LOCATION.findall(client.get("/sitemap.xml").content.decode())
    return [urlsplit(address).path for address in found]


def addresses(client: Client) -> list[str]:
    """The paths of all public pages and second pages, with a sample of the places without a story."""
    pages: list[str] = []
    alike: list[str] = []
    for path in all_addresses(client):
        (alike if path.startswith(PLACES) and path not in PLACES else pages).append(path)
    with_stories = {
        link
        for path in pages
        if path.startswith(("/nl/voorbeelden/", "/en/examples/"))
        for link in LINK.findall(client.get(path).content.decode())
    }
    pages += [path for number, path in enumerate(alike) if path in with_stories or not number % ONE_IN]
    return [*pages, "/nl/voorbeelden/?pagina=2", "/en/examples/?pagina=2"]
