"""Where uploads are kept, and what scans them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.cache import cache

from tests.servers import Clamd, running_clamd, running_s3, why_no_clamd

KEYS = {"access_key": "test", "secret_key": "test", "region_name": "eu-central-1"}


@pytest.fixture(scope="session")
def clamd() -> Iterator[Clamd]:
    """A ClamAV daemon. Where there is none the test is skipped; CI allows no skip."""
    if reason := why_no_clamd():
        pytest.skip(reason)
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """The address of an S3-compatible store."""
    with running_s3() as address:
        yield address


@pytest.fixture
def no_kept_renditions() -> None:
    """Wagtail keeps sizes of pictures by their numbers, which tests use again."""
    cache.clear()


def make_bucket(address: str, name: str) -> Any:
    """A new bucket in the store at an address."""
    region = KEYS["region_name"]
    store = boto3.resource(
        "s3",
        endpoint_url=address,
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
        region_name=region,
    )
    return store.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": region})


def use_bucket(settings: Any, address: str, name: str = "uploads") -> None:
    """Keep uploads in a bucket, whether or not the store answers."""
    options = {"bucket_name": name, "location": "uploads", "endpoint_url": address, **KEYS}
    backend = {"BACKEND": "core.storage.BucketStorage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "default": backend}


@pytest.fixture
def disk(settings: Any, tmp_path: Path, no_kept_renditions: None) -> str:
    """Uploads in a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path
    return "disk"


@pytest.fixture
def bucket(settings: Any, s3: str, no_kept_renditions: None) -> Any:
    """Uploads in a bucket of the test's own."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    created = make_bucket(s3, name)
    use_bucket(settings, s3, name)
    return created


@pytest.fixture(params=["disk", "bucket"])
def storage(request: pytest.FixtureRequest) -> str:
    """Each place where uploads may be kept: what visitors see is the same."""
    request.getfixturevalue(request.param)
    return str(request.param)
