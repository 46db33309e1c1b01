"""Photographs as a telephone makes them: with the place, the owner and a thumbnail in them."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

OWNER, PLACE = "Jan de Vries", "secret-xmp"
# None of these may be found in what is kept.
TRACES = [b"Jan de Vries", b"secret-xmp", b"secret-comment", b"Exif", b"ICC_PROFILE", b"iCCP", b"eXIf"]


@cache
def photograph(kind: str, size: tuple[int, int] = (60, 40), orientation: int = 1, mode: str = "RGB") -> bytes:
    """A photograph with a red corner at the top left, in the format of this name."""
    image = Image.effect_noise(size, 60).convert("RGB")
    image.paste((255, 0, 0), (0, 0, size[0] // 3, size[1] // 3))
    image = image.convert(mode)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = OWNER
    exif[0x8825] = {1: "N", 2: (52.0, 5.0, 7.0), 3: "E", 4: (4.0, 18.0, 3.0)}
    options: dict[str, object] = {
        "exif": exif,
        "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    }
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Comment", "secret-comment")
        info.add_itxt("XML:com.adobe.xmp", f"<x>{PLACE}</x>")
        options["pnginfo"] = info
    else:
        options["xmp"] = f"<x>{PLACE}</x>".encode()
    if kind == "JPEG":
        options["comment"] = b"secret-comment"
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()
