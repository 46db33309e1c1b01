"""Django's rules for passwords, which say in plain words what is wrong."""

from __future__ import annotations

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(django.MinimumLengthValidator):
    """Not too short."""

    def get_error_message(self) -> str:
        """What the form says."""
        return (
            ngettext(
                "This password is too short. Use at least %d character.",
                "This password is too short. Use at least %d characters.",
                self.min_length,
            )
            % self.min_length
        )


class UnlikeTheirName(django.UserAttributeSimilarityValidator):
    """Not the name or e-mail address of whose it is."""

    def get_error_message(self) -> str:
        """What the form says."""
        return _("This password is too much like your name or e-mail address.")


class NotCommon(django.CommonPasswordValidator):
    """Not one of those that many people use."""

    def get_error_message(self) -> str:
        """What the form says."""
        return _("Many people use this password, so it is easy to guess. Choose another one.")


class NotDigitsAlone(django.NumericPasswordValidator):
    """Not a number."""

    def get_error_message(self) -> str:
        """What the form says."""
        return _("This password has only digits. Use letters too.")
