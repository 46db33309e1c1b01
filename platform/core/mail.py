"""E-mails of the site: plain text, and the same words as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext_lazy

HELLO = gettext_lazy("Hello,")


def letter(paragraphs: Iterable[str]) -> str:
    """The plain text of an e-mail: a greeting, the paragraphs, the name of the site; with blank lines."""
    return "\n\n".join([str(HELLO), *paragraphs, str(settings.WAGTAIL_SITE_NAME)])


def compose(
    subject: str, text: str, to: list[str], headers: dict[str, str] | None = None
) -> EmailMultiAlternatives:
    """A message that is not sent yet, in the language of the moment.

    Args:
        subject: One line; line breaks in it are taken out.
        text: Plain text. Blank lines part its paragraphs; web addresses in it become links in HTML.
        to: E-mail addresses.
        headers: More headers of the message.
    """
    subject = " ".join(subject.split())
    body = f"{text.strip()}\n"
    message = EmailMultiAlternatives(subject, body, settings.DEFAULT_FROM_EMAIL, to, headers=headers)
    context = {
        "language": get_language(),
        "subject": subject,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "paragraphs": [paragraph.strip() for paragraph in body.split("\n\n") if paragraph.strip()],
    }
    message.attach_alternative(render_to_string("core/mail.html", context), "text/html")
    return message
