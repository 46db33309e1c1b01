"""Users, and to which municipalities they belong."""

from accounts.models.joining import Invitation, MembershipRequest, MunicipalityDomain
from accounts.models.membership import Membership
from accounts.models.user import User, UserManager

__all__ = [
    "Invitation",
    "Membership",
    "MembershipRequest",
    "MunicipalityDomain",
    "User",
    "UserManager",
]
