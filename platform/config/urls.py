"""All addresses of the site."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from config.sitemaps import SITEMAPS
from core.component_page import component_page
from core.health import healthz
from core.robots import robots
from core.serving import serve as serve_page
from examples.files import document, media
from examples.social import picture
from search.open_thesaurus import concept, turtle

handler400 = "core.errors.bad_request"
handler403 = "core.errors.forbidden"
handler404 = "core.errors.not_found"
handler500 = "core.errors.server_error"

urlpatterns = [
    path("admin/", include("accounts.admin_urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:pk>/<str:name>", document, name="wagtaildocs_serve"),
    path("", include("accounts.organisation_urls")),
    path("_componenten/", component_page),
    path("healthz", healthz),
    path("robots.txt", robots),
    path("media/<path:path>", media),
    path("deelplaatje/<int:pk>-<slug:digest>.png", picture, name="social-picture"),
    path("begrippen.ttl", turtle, name="thesaurus"),
    path("id/thesaurus", concept),
    path("id/thesaurus/<slug:slug>", concept),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-xml"),
]
urlpatterns += i18n_patterns(
    path("", include("accounts.signin_urls")),
    path("", include("accounts.urls")),
    path("", include("submissions.urls")),
    path("", include("search.urls")),
    path("", include("examples.urls")),
    path("", include("home.urls")),
    re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)
