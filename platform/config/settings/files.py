"""Static files and uploads."""

from __future__ import annotations

from config.settings.env import BASE_DIR, DATA_DIR, PRODUCTION, env

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [
    (name, BASE_DIR / "static" / name)
    for name in ("dist", "img", "icons")
    if (BASE_DIR / "static" / name).is_dir()
]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# Internal address under which nginx has MEDIA_ROOT, such as /uploads/; else the site sends files itself.
MEDIA_ACCEL: str = env.str("MEDIA_ACCEL", "")

# A missing file shows as a broken link in development; production wants the hashed name of each.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
