"""The public pages of the demo site that stand for all: one or two addresses of each template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class PublicPage:
    """A page in both languages.

    Attributes:
        name: What it shows.
        nl: Its Dutch path.
        en: Its English path.
        status: The HTTP status with which it answers.
        unfolds: Selector of what a visitor opens on it first, "" for nothing.
    """

    name: str
    nl: str
    en: str
    status: int = 200
    unfolds: str = ""

    def path(self, language: str) -> str:
        """The path in a language, "nl" or "en"."""
        return self.nl if language == "nl" else self.en


def _pair(name: str, dutch: str, english: str, slug: str, status: int = 200) -> PublicPage:
    return PublicPage(name, f"/nl/{dutch}{slug}/", f"/en/{english}{slug}/", status)


PUBLIC_PAGES = (
    PublicPage("home", "/nl/", "/en/"),
    PublicPage("stories", "/nl/voorbeelden/", "/en/examples/"),
    PublicPage("stories-last", "/nl/voorbeelden/?pagina=3", "/en/examples/?pagina=3"),
    _pair("story-case", "voorbeelden/", "examples/", "urgentie-zoon-met-ptss"),
    _pair("story-system", "voorbeelden/", "examples/", "leeuwarden-maatwerkpot"),
    PublicPage("search", "/nl/zoeken/?q=woning", "/en/search/?q=home"),
    PublicPage("search-filters", "/nl/zoeken/?q=woning", "/en/search/?q=home", unfolds="#search-filters"),
    PublicPage("search-nothing", "/nl/zoeken/?q=xyzzyq", "/en/search/?q=xyzzyq"),
    PublicPage("search-rule", "/nl/zoeken/?regel=urgentiecriteria", "/en/search/?regel=urgentiecriteria"),
    PublicPage("map", "/nl/zoeken/?weergave=kaart", "/en/search/?weergave=kaart"),
    PublicPage(
        "compare",
        "/nl/vergelijken/?voorbeeld=urgentie-zoon-met-ptss&voorbeeld=leeuwarden-maatwerkpot",
        "/en/compare/?voorbeeld=urgentie-zoon-met-ptss&voorbeeld=leeuwarden-maatwerkpot",
    ),
    PublicPage("rules", "/nl/regels/", "/en/rules/"),
    _pair("rule-with-stories", "regels/", "rules/", "urgentiecriteria"),
    _pair("rule-without-stories", "regels/", "rules/", "kostendelersnorm"),
    PublicPage("laws", "/nl/wetten/", "/en/laws/"),
    _pair("law", "wetten/", "laws/", "participatiewet"),
    PublicPage("life-domains", "/nl/leefgebieden/", "/en/life-domains/"),
    _pair("life-domain", "leefgebieden/", "life-domains/", "wonen"),
    PublicPage("municipalities", "/nl/gemeenten/", "/en/municipalities/"),
    _pair("municipality-with-stories", "gemeenten/", "municipalities/", "leeuwarden"),
    _pair("municipality-without-stories", "gemeenten/", "municipalities/", "zwolle"),
    PublicPage("provinces", "/nl/provincies/", "/en/provinces/"),
    _pair("province", "provincies/", "provinces/", "fryslan"),
    PublicPage("partners", "/nl/partners/", "/en/partners/"),
    _pair("partner", "partners/", "partners/", "woningcorporatie"),
    PublicPage("target-groups", "/nl/doelgroepen/", "/en/target-groups/"),
    _pair("target-group", "doelgroepen/", "target-groups/", "veteranen"),
    PublicPage("about", "/nl/over-ons/", "/en/about/"),
    PublicPage("what-is-maatwerk", "/nl/wat-is-maatwerk/", "/en/what-is-maatwerk/"),
    PublicPage("orders", "/nl/drie-orden-van-leren/", "/en/three-orders-of-learning/"),
    PublicPage("submit", "/nl/meedoen/", "/en/submit/"),
    PublicPage("privacy", "/nl/privacy/", "/en/privacy/"),
    PublicPage("accessibility", "/nl/toegankelijkheid/", "/en/accessibility/"),
    PublicPage("sitemap", "/nl/sitemap/", "/en/sitemap/"),
    PublicPage("contact", "/nl/contact/", "/en/contact/"),
    _pair("not-found", "", "", "bestaat-niet", status=404),
)


def unfold(page: Page, what: str) -> None:
    """Open what a visitor would open, such as the filters on a phone.

    Args:
        page: Where it is.
        what: Selector of a `details` element, "" for nothing.
    """
    if what:
        page.locator(what).evaluate("(details) => { details.open = true; }")
