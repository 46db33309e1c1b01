"""The site's settings and the plain page type."""

from config.settings import *  # noqa: F403
from config.settings.apps import INSTALLED_APPS as APPS

INSTALLED_APPS = [*APPS, "bench.plain"]
