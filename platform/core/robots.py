"""What search engines may visit."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: all but the admin, and where the sitemap is."""
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {settings.BASE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
