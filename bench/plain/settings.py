"""The site's settings and the plain page type."""

from config.settings import *  # noqa: F403
from config.settings.apps import INSTALLED_APPS as APPS

INSTALLED_APPS = [*APPS, "bench.plain"]
# The plain page is there to be measured, not to be found.
SILENCED_SYSTEM_CHECKS = ["search.E001"]
