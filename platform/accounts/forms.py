"""Forms of signing in and of the account: allauth's, in the words of this site."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from allauth.socialaccount.forms import SignupForm as OrganisationForm
from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, Membership, MembershipRequest, User
from core.forms import AgainstRobots

RULES = _("At least 12 characters. A short sentence works well.")


class PlainWords(forms.Form):
    """Labels and explanations of this site; no texts inside the fields."""

    labels: dict[str, Any] = {}
    helps: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")


class SignInForm(PlainWords, allauth.LoginForm):
    """E-mail address and password."""

    labels = {
        "login": _("E-mail address"),
        "password": _("Password"),
        "remember": _("Keep me signed in on this device"),
    }


class SignUpForm(PlainWords, AgainstRobots, allauth.SignupForm):
    """A new account."""

    labels = {"email": _("E-mail address"), "password1": _("Password")}
    helps = {"password1": RULES}


class OrganisationSignUpForm(PlainWords, OrganisationForm):
    """A new account for who comes from an identity provider that did not say enough."""

    labels = {"email": _("E-mail address")}


class AddAddressForm(PlainWords, allauth.AddEmailForm):
    """One more e-mail address."""

    labels = {"email": _("E-mail address")}


class ChangePasswordForm(PlainWords, allauth.ChangePasswordForm):
    """Another password."""

    labels = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password, once more"),
    }
    helps = {"password1": RULES}


class FirstPasswordForm(PlainWords, allauth.SetPasswordForm):
    """A password for who has none: they signed in at their organisation."""

    labels = {"password1": _("New password"), "password2": _("New password, once more")}
    helps = {"password1": RULES}


class ForgottenPasswordForm(PlainWords, allauth.ResetPasswordForm):
    """Where to send the link."""

    labels = {"email": _("E-mail address")}


class NewPasswordForm(PlainWords, allauth.ResetPasswordKeyForm):
    """A new password, behind the link."""

    labels = {"password1": _("New password"), "password2": _("New password, once more")}
    helps = {"password1": RULES}


class IsItYouForm(PlainWords, allauth.ReauthenticateForm):
    """The password once more, before something that matters."""

    labels = {"password": _("Password")}


class NameForm(forms.ModelForm[User]):
    """How colleagues and editors see somebody."""

    class Meta:
        model = User
        fields = ["first_name", "last_name"]
        labels = {"first_name": _("First name"), "last_name": _("Last name")}
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
        }


class InviteForm(forms.ModelForm[Invitation]):
    """Whom to invite, as what."""

    class Meta:
        model = Invitation
        fields = ["email", "role"]
        labels = {"email": _("E-mail address of your colleague"), "role": _("What may they do?")}
        help_texts = {
            "role": _("A coordinator sees all stories of the municipality, and invites and removes people.")
        }
        widgets = {"role": forms.RadioSelect, "email": forms.EmailInput(attrs={"autocomplete": "off"})}

    def __init__(self, *args: Any, municipality: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality

    def clean_email(self) -> str:
        """Refuse who is a member already, unless they are to become coordinator.

        Raises:
            ValidationError: They have that role.
        """
        email = str(self.cleaned_data["email"]).lower()
        found = Membership.objects.filter(municipality=self.municipality, user__email__iexact=email)
        if found.filter(role=self.data.get("role")).exists():
            raise forms.ValidationError(_("This colleague is a member already."))
        return email


class RequestForm(forms.ModelForm[MembershipRequest]):
    """For which municipality somebody works."""

    class Meta:
        model = MembershipRequest
        fields = ["municipality", "reason"]
        labels = {
            "municipality": _("For which municipality do you work?"),
            "reason": _("What do you do there?"),
        }
        help_texts = {"reason": _("So that we know that you work there. Write nothing about residents.")}
        widgets = {"reason": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = apps.get_model("examples", "Municipality").objects.filter(valid_until=None)
        own = Membership.objects.filter(user=user).values("municipality")
        self.fields["municipality"].empty_label = _("Choose a municipality")  # type: ignore[attr-defined]
        self.fields["municipality"].queryset = places.exclude(pk__in=own).order_by("name")  # type: ignore[attr-defined]
