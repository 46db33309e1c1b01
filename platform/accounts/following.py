"""What follows when an address is confirmed or a domain is registered."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _

from accounts.joining import join_by_domain, welcome_all
from accounts.models import MunicipalityDomain
from core import audit

ACTIONS = {
    "membership.join": _("Became a member of a municipality"),
    "membership.remove": _("Removed a member of a municipality"),
    "membership.invite": _("Invited somebody to a municipality"),
    "membership.uninvite": _("Withdrew an invitation"),
    "account.delete": _("Deleted their own account"),
}


def connect() -> None:
    """Follow addresses and domains."""
    audit.name_actions(ACTIONS)
    email_confirmed.connect(_address_confirmed, dispatch_uid="membership by confirmed address")
    post_save.connect(_address_saved, sender=EmailAddress, dispatch_uid="membership by new address")
    post_save.connect(_domain_saved, sender=MunicipalityDomain, dispatch_uid="membership by domain")


def _address_confirmed(sender: Any, email_address: EmailAddress, **kwargs: Any) -> None:
    join_by_domain(email_address.user)


def _address_saved(sender: Any, instance: EmailAddress, created: bool, **kwargs: Any) -> None:
    # Some are confirmed from the start, by an invitation or an organisation. Not with each later change of
    # an address: whom a coordinator removed would be back.
    if created and instance.verified:
        join_by_domain(instance.user)


def _domain_saved(sender: Any, instance: MunicipalityDomain, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        welcome_all(instance)
