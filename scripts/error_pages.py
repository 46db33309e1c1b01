"""The error pages that no address of a healthy site shows, rendered by the site's own templates."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

from scripts.dev.commands import module_command
from scripts.dev.project import Project
from scripts.public_pages import LANGUAGES

ERROR_PAGES = {"error-400": "400.html", "error-403": "403.html", "error-410": "410.html"}
STATIC_PAGES = {"error-500": "500.html", "error-503": "503.html"}


def error_pages(project: Project) -> Mapping[str, str]:
    """The HTML of each error page by its path, such as /nl/error-403/; 500 and 503 are in both languages.

    Args:
        project: Whose templates and data folder; the site must have been set up.
    """
    done = subprocess.run(
        module_command(project, "scripts.error_pages"),
        env=project.environment(DJANGO_SETTINGS_MODULE="config.settings"),
        cwd=project.root,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    pages: dict[str, str] = json.loads(done.stdout)
    return pages


def _render() -> dict[str, str]:
    # Django is set up in this process alone, with the data folder of the site that is looked at.
    import django  # noqa: PLC0415
    from django.template.loader import render_to_string  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415
    from django.utils.translation import override  # noqa: PLC0415

    django.setup()
    pages: dict[str, str] = {}
    for name, template in STATIC_PAGES.items():
        pages[f"/nl/{name}/"] = render_to_string(template)
    for language in LANGUAGES:
        with override(language):
            for name, template in ERROR_PAGES.items():
                path = f"/{language}/{name}/"
                request = RequestFactory().get(path)
                request.resolver_match = None
                pages[path] = render_to_string(template, request=request)
    return pages


if __name__ == "__main__":
    json.dump(_render(), sys.stdout)
