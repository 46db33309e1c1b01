"""Uploaded pictures: refuse what is unsafe, and re-encode the rest without anything but its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import Literal

from PIL import Image, ImageCms

Format = Literal["JPEG", "PNG", "WEBP", "AVIF"]

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_OTHER_IMAGES = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"8BPS", b"\0\0\1\0", b"\0\0\0\x0cjP", b"\xff\x0a")
_OTHER_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_WEBP_HEADER = 30
_HEAD = 1024


class Reason(Enum):
    """Why a picture is refused."""

    NOT_AN_IMAGE = "not_an_image"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    BROKEN = "broken"


class ImageRefused(Exception):
    """The bytes are not a picture that may be kept; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """How large a picture may be: bytes of its file, pixels, and pixels of one side."""

    file_bytes: int = 10 * 1024 * 1024
    pixels: int = 40_000_000
    side: int = 12_000


DEFAULTS = Limits()


@dataclass(frozen=True)
class SanitisedImage:
    """A picture of pixels alone: upright, sRGB, without metadata."""

    data: bytes
    format: Format
    width: int
    height: int


def sanitise(data: bytes, limits: Limits = DEFAULTS) -> SanitisedImage:
    """Return the picture in `data`, re-encoded; raise ImageRefused for anything else."""
    if len(data) > limits.file_bytes:
        raise ImageRefused(Reason.TOO_LARGE)
    kind = _kind(data)
    try:
        if kind == "WEBP":  # Pillow allocates the canvas of a WebP as soon as it opens it.
            _check_size(*_webp_size(data), limits)
        with Image.open(BytesIO(data), formats=[kind]) as source:
            _check_size(*source.size, limits)
            source.load()
            _check_size(*source.size, limits)
            picture = _to_srgb(_upright(source))
        return _encode(picture, kind)
    except ImageRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageRefused(Reason.TOO_MANY_PIXELS) from error
    except Exception as error:  # decoders raise nearly every type on damaged bytes
        raise ImageRefused(Reason.BROKEN) from error


def _kind(data: bytes) -> Format:
    """Tell the format from the first bytes; a name or a declared type counts for nothing."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    brands = _brands(data)
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    is_svg = head.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in head
    if is_svg or brands & _OTHER_BRANDS or data.startswith(_OTHER_IMAGES):
        raise ImageRefused(Reason.UNSUPPORTED)
    raise ImageRefused(Reason.NOT_AN_IMAGE)


def _brands(data: bytes) -> set[bytes]:
    """Return the brands in the `ftyp` box that AVIF and HEIC open with."""
    if data[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(data[:4], "big"), _HEAD)
    return {data[8:12], *(data[start : start + 4] for start in range(16, end, 4))}


def _webp_size(data: bytes) -> tuple[int, int]:
    """Read the size from the header of a WebP, and check that the file is as long as it says."""
    if len(data) < _WEBP_HEADER or int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise ImageRefused(Reason.BROKEN)
    chunk = data[12:16]
    if chunk == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF
    raise ImageRefused(Reason.BROKEN)


def _check_size(width: int, height: int, limits: Limits) -> None:
    if width < 1 or height < 1:
        raise ImageRefused(Reason.BROKEN)
    if max(width, height) > limits.side or width * height > limits.pixels:
        raise ImageRefused(Reason.TOO_MANY_PIXELS)


def _upright(image: Image.Image) -> Image.Image:
    """Turn the picture as its EXIF says; damaged EXIF says nothing."""
    try:
        turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # the EXIF parser, too, raises nearly every type
        turn = None
    return image if turn is None else image.transpose(turn)


def _to_srgb(image: Image.Image) -> Image.Image:
    """Return the picture in RGB or RGBA, its colour profile applied and dropped."""
    profile = image.info.get("icc_profile")
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode not in {"RGB", "L", "CMYK"}:
        image = image.convert("L" if image.mode in {"1", "LA"} else "RGB")
    image = _apply_profile(image, profile).convert("RGB")
    if alpha is not None:
        image.putalpha(alpha)
    image.info = {}  # encoders take comments, profiles and EXIF from here
    return image


def _apply_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return image
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, srgb, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image  # a damaged profile, or one for other colours


def _encode(image: Image.Image, kind: Format) -> SanitisedImage:
    target = BytesIO()
    if kind == "JPEG":
        image.convert("RGB").save(target, "JPEG", quality=88, progressive=True)
    elif kind == "PNG":
        image.save(target, "PNG")
    elif kind == "WEBP":
        image.save(target, "WEBP", quality=90)
    else:
        image.save(target, "AVIF", quality=80, speed=8)
    return SanitisedImage(target.getvalue(), kind, image.width, image.height)
