"""Entry point of the web server."""

import logging
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from django.db import DatabaseError  # noqa: E402 (settings are ready only now)

from search.service import warm_up  # noqa: E402 (likewise)

try:
    warm_up()
except DatabaseError:
    # A database that is down or not migrated yet must not keep the error pages from being served.
    logging.getLogger(__name__).warning("The search could not be warmed up: the database does not answer")
