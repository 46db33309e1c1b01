"""Static files and uploads."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.env import BASE_DIR, DATA_DIR, PRODUCTION, env
from privacy import documents, images
from privacy.clamd import check_address

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [
    (name, BASE_DIR / "static" / name)
    for name in ("dist", "img", "icons")
    if (BASE_DIR / "static" / name).is_dir()
]
# Uploads have these addresses wherever they are kept: the site decides about each who may have it.
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# Internal address under which nginx has MEDIA_ROOT, such as /uploads/; else the site sends files itself.
MEDIA_ACCEL: str = env.str("MEDIA_ACCEL", "")


def _uploads(url: str) -> dict[str, Any]:
    """The storage of uploads: the media folder, or a bucket of an S3-compatible store.

    Raises:
        ImproperlyConfigured: The address is of neither.
    """
    if not url:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    parts = urlsplit(url)
    if parts.scheme != "s3" or not parts.hostname:
        raise ImproperlyConfigured(
            f"MEDIA_URL is {url!r}: it must be s3://bucket or s3://bucket/folder, or not be set."
        )
    if MEDIA_ACCEL:
        raise ImproperlyConfigured(
            "MEDIA_ACCEL is for uploads in the media folder: leave it out with MEDIA_URL."
        )
    options = {
        "bucket_name": parts.netloc,
        "location": parts.path.strip("/"),
        "endpoint_url": env.str("S3_ENDPOINT", "") or None,
        "region_name": env.str("S3_REGION", "") or None,
        # Without these boto3 looks where it always does: its own variables, files, the machine's role.
        "access_key": env.str("S3_ACCESS_KEY", "") or None,
        "secret_key": env.str("S3_SECRET_KEY", "") or None,
        "addressing_style": env.str("S3_ADDRESSING", "auto"),
    }
    return {"BACKEND": "core.storage.BucketStorage", "OPTIONS": options}


STORAGES: dict[str, dict[str, Any]] = {
    "default": _uploads(env.str("MEDIA_URL", "")),
    "staticfiles": {"BACKEND": "core.static_files.HashedFiles", "OPTIONS": {"strict": PRODUCTION}},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

_MEGABYTE = 1024 * 1024
PICTURE_LIMITS = images.Limits(
    file_bytes=env.int("MAX_PICTURE_MB", 10) * _MEGABYTE,
    pixels=env.int("MAX_PICTURE_MEGAPIXELS", 40) * 1_000_000,
)
DOCUMENT_LIMITS = documents.Limits(
    file_bytes=env.int("MAX_DOCUMENT_MB", 10) * _MEGABYTE,
    pages=env.int("MAX_DOCUMENT_PAGES", 300),
)

# Where a ClamAV daemon listens: tcp://host:port or unix:/path; "" is no scan.
CLAMAV_URL: str = env.str("CLAMAV_URL", "")
try:
    if CLAMAV_URL:
        check_address(CLAMAV_URL)
except ValueError as error:
    raise ImproperlyConfigured(f"CLAMAV_URL: {error}") from error
