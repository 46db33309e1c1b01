"""Settings by environment variable, one concern a file; production refuses what is unsafe."""

from config.settings.apps import *  # noqa: F403
from config.settings.database import *  # noqa: F403
from config.settings.env import BASE_DIR, DATA_DIR, ENVIRONMENT, PRODUCTION  # noqa: F401
from config.settings.face import *  # noqa: F403
from config.settings.files import *  # noqa: F403
from config.settings.languages import *  # noqa: F403
from config.settings.logging import *  # noqa: F403
from config.settings.mail import *  # noqa: F403
from config.settings.organisations import *  # noqa: F403
from config.settings.retention import *  # noqa: F403
from config.settings.search import *  # noqa: F403
from config.settings.security import *  # noqa: F403
from config.settings.signin import *  # noqa: F403
from config.settings.wagtail import *  # noqa: F403
