"""Keeps clean uploads, privately."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile

from accounts.models import User
from examples.models import Picture, StoryDocument


def keep_picture(upload: UploadedFile, *, title: str, alternative_text: str, owner: User | None) -> Picture:
    """Keep a picture that a `PictureField` let in; nobody sees it until a live story shows it.

    Args:
        upload: What the field returned.
        title: For editors. Not the name of the file: that may name a resident.
        alternative_text: What it shows, for who cannot see it.
        owner: Who added it.
    """
    picture = Picture(title=title, description=alternative_text, file=upload, uploaded_by_user=owner)
    picture._set_image_file_metadata()
    picture.save()
    return picture


def keep_document(upload: UploadedFile, *, title: str, owner: User | None) -> StoryDocument:
    """Keep a document that a `DocumentField` let in; nobody sees it until a live story shows it.

    Args:
        upload: What the field returned.
        title: What readers see as its name.
        owner: Who added it.
    """
    document = StoryDocument(title=title, file=upload, uploaded_by_user=owner)
    document._set_document_file_metadata()
    document.save()
    return document
