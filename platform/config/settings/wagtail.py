"""Wagtail."""

from __future__ import annotations

from config.settings.files import DOCUMENT_LIMITS, PICTURE_LIMITS
from config.settings.security import BASE_URL

WAGTAIL_SITE_NAME = "Mooi Maatwerk"
WAGTAILADMIN_BASE_URL = BASE_URL
# No visitor or editor is sent outside.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

# People sign in, and change what they sign in with, on the pages of the site itself.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_REQUIRED = False

WAGTAILIMAGES_IMAGE_MODEL = "examples.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "examples.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = PICTURE_LIMITS.file_bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = PICTURE_LIMITS.pixels
WAGTAILDOCS_DOCUMENT_MODEL = "examples.StoryDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "examples.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = DOCUMENT_LIMITS.file_bytes
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# A change during the checks is a new version: both checks are done again.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "examples.publication.publish_checked"
TAGGIT_CASE_INSENSITIVE = True
