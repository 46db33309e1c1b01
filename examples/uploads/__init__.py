"""What comes in from outside: fields that let in only clean files, and functions that keep them privately.

A form has a `PictureField` or `DocumentField`; what these return goes to `keep_picture` or `keep_document`.
A file that is kept so is private until a live story shows it.
"""

from examples.uploads.fields import DocumentField, PictureField
from examples.uploads.keeping import keep_document, keep_picture

__all__ = ["DocumentField", "PictureField", "keep_document", "keep_picture"]
