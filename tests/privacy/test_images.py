from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image

from privacy import images
from privacy.images import ImageRefused, Reason, sanitise
from tests.privacy.photographs import TRACES, photograph

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF"]


def bomb_png(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def bomb_webp() -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + (16_382).to_bytes(3, "little") * 2 + b"\0" * 8
    return b"RIFF" + struct.pack("<I", len(body)) + body


def gif() -> bytes:
    target = BytesIO()
    Image.new("RGB", (4, 4)).save(target, "GIF")
    return target.getvalue()


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
REFUSED = {
    "empty.jpg": (b"", Reason.NOT_AN_IMAGE),
    "page.jpg": (HTML, Reason.NOT_AN_IMAGE),
    "drawing.svg": (SVG, Reason.UNSUPPORTED),
    "drawing.png": (SVG, Reason.UNSUPPORTED),
    "moving.gif": (gif(), Reason.UNSUPPORTED),
    "moving.png": (gif(), Reason.UNSUPPORTED),
    "bomb.png": (bomb_png(60_000, 60_000), Reason.TOO_MANY_PIXELS),
    "bomb9k.png": (bomb_png(9_000, 9_000), Reason.TOO_MANY_PIXELS),
    "long.png": (bomb_png(12_001, 1), Reason.TOO_MANY_PIXELS),
    "bomb.webp": (bomb_webp(), Reason.TOO_MANY_PIXELS),
    "cut.jpg": (photograph("JPEG")[:-300], Reason.BROKEN),
    "cut.png": (photograph("PNG")[:-300], Reason.BROKEN),
    "cut.webp": (photograph("WEBP")[:-300], Reason.BROKEN),
    "cut.avif": (photograph("AVIF")[:-300], Reason.BROKEN),
    "head.jpg": (b"\xff\xd8\xff", Reason.BROKEN),
    "large.jpg": (photograph("JPEG") + b"\0" * images.DEFAULTS.file_bytes, Reason.TOO_LARGE),
}


def assert_clean(data: bytes) -> None:
    assert not [secret for secret in TRACES if secret in data]
    with Image.open(BytesIO(data)) as image:
        assert not dict(image.getexif())
        assert not {"exif", "xmp", "icc_profile", "comment", "Comment"} & {
            k for k, v in image.info.items() if v
        }


@pytest.mark.parametrize("kind", FORMATS)
def test_metadata_is_gone(kind):
    source = photograph(kind)
    assert b"Jan de Vries" in source
    assert b"secret-xmp" in source
    result = sanitise(source)
    assert (result.format, result.width, result.height) == (kind, 60, 40)
    assert_clean(result.data)


@pytest.mark.parametrize("kind", FORMATS)
def test_orientation_is_applied(kind):
    result = sanitise(photograph(kind, orientation=6))
    assert (result.width, result.height) == (40, 60)
    corner: Any = Image.open(BytesIO(result.data)).convert("RGB").getpixel((36, 4))
    red, green, blue = corner
    assert red > 200
    assert green < 60
    assert blue < 60


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    data, reason = REFUSED[name]
    with pytest.raises(ImageRefused) as refused:
        sanitise(data)
    assert refused.value.reason is reason


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_only_the_first_frame_is_kept(kind):
    target = BytesIO()
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(target, kind, save_all=True, append_images=frames[1:], duration=100)
    with Image.open(BytesIO(sanitise(target.getvalue()).data)) as image:
        assert getattr(image, "n_frames", 1) == 1
        pixel: Any = image.convert("RGB").getpixel((9, 9))
        assert pixel[0] > 200


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_becomes_srgb(mode):
    target = BytesIO()
    Image.new(mode, (8, 8)).save(target, "PNG")
    with Image.open(BytesIO(sanitise(target.getvalue()).data)) as image:
        assert image.mode == ("RGBA" if mode in {"LA", "RGBA"} else "RGB")


def test_cmyk_becomes_rgb():
    target = BytesIO()
    Image.new("CMYK", (8, 8)).save(target, "JPEG")
    assert Image.open(BytesIO(sanitise(target.getvalue()).data)).mode == "RGB"


@pytest.mark.parametrize("kind", FORMATS)
def test_random_damage_is_refused_or_clean(kind):
    chance = random.Random(kind)  # noqa: S311 - repeatable damage, not a secret
    source = photograph(kind)
    for _ in range(50):
        damaged = bytearray(source)
        for _ in range(chance.randint(1, 12)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            del damaged[chance.randrange(len(damaged)) :]
        try:
            result = sanitise(bytes(damaged))
        except ImageRefused:
            continue
        assert_clean(result.data)


def form_for(name: str, data: bytes):
    from wagtail.images import get_image_model  # noqa: PLC0415 - needs the apps
    from wagtail.images.forms import get_image_form  # noqa: PLC0415
    from wagtail.models import Collection  # noqa: PLC0415

    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    files = {"file": SimpleUploadedFile(name, data, "image/jpeg")}
    return get_image_form(get_image_model())({"title": "Plein", "collection": root.pk}, files)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", FORMATS)
def test_form_keeps_the_sanitised_picture_alone(kind):
    form = form_for("jan-de-vries.gif", photograph(kind, orientation=6))
    form.is_valid()
    assert "file" not in form.errors, form.errors
    file = form.cleaned_data["file"]
    assert "jan" not in file.name
    assert file.name.endswith({"JPEG": ".jpg"}.get(kind, f".{kind.lower()}"))
    file.seek(0)
    assert_clean(file.read())


@pytest.mark.django_db
@pytest.mark.parametrize("name", REFUSED)
def test_form_explains_what_it_refuses(name):
    data, reason = REFUSED[name]
    form = form_for(name, data)
    assert not form.is_valid()
    assert form.errors.as_data()["file"][0].code == reason.value


@pytest.mark.django_db
def test_form_requires_a_file_and_edit_form_has_none():
    from wagtail.images import get_image_model  # noqa: PLC0415
    from wagtail.images.forms import get_image_form, get_image_multi_form  # noqa: PLC0415

    assert (
        get_image_form(get_image_model())({"title": "Plein"}, {}).errors.as_data()["file"][0].code
        == "required"
    )
    assert "file" not in get_image_multi_form(get_image_model())().fields


def test_multi_upload_uses_the_form():
    from wagtail.images import get_image_model  # noqa: PLC0415
    from wagtail.images.views.multiple import AddView  # noqa: PLC0415

    from examples.forms import PictureForm  # noqa: PLC0415

    view = AddView()
    view.model = get_image_model()
    assert issubclass(view.get_upload_form_class(), PictureForm)


def test_an_upload_on_disk_is_overwritten_itself():
    from examples.uploads import PictureField  # noqa: PLC0415

    upload = TemporaryUploadedFile("jan.jpg", "image/jpeg", 0, None)
    upload.write(photograph("JPEG"))
    upload.size = upload.tell()
    PictureField().clean(upload)
    assert "jan" not in str(upload.name)
    assert_clean(Path(upload.temporary_file_path()).read_bytes())
