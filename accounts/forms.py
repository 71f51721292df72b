"""Forms of sign-in and of the pages that look after accounts."""

from collections.abc import Sequence
from typing import Any, Final, override

from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from django import forms
from django.contrib.auth.password_validation import get_default_password_validators
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.choices import Action, Role
from accounts.models import User
from accounts.models.journal import JournalEntryQuerySet
from accounts.models.user import UserQuerySet
from thb.fields import DayField, field_for
from thb.forms import FilterForm, LaidOut, PlainForm

NARROWED_BY: Final = {
    "username": "by",
    "action": "of",
    "code": "naming",
    "since": "since",
    "until": "until",
}
"""The method of the journal's QuerySet for each filter."""


def shortest_password() -> int:
    """Return how many characters a password has at least."""
    rules = get_default_password_validators()
    return max(getattr(rule, "min_length", 0) for rule in rules)


class SignInForm(LaidOut, LoginForm):  # type: ignore[misc]
    """User name and password; capitals in the name do not matter."""

    @override
    def clean_login(self) -> str:
        """Return the name in small letters, so that attempts are counted together."""
        return str(super().clean_login()).lower()


class PasswordAgainForm(LaidOut, ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a step that guards the account."""


class UnlockForm(PlainForm):
    """The password that opens a hidden screen."""

    WRONG = _("This is not your password. Type it again.")

    password = PasswordField(label=_("Password"), autocomplete="current-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].widget.attrs.pop("placeholder", None)


def _password_help() -> str:
    """Return what a password needs, in the language of whoever reads it."""
    return gettext(
        "At least %(count)s characters. A few words that belong together only for"
        " you are easy to keep in mind; a name or a usual password is refused."
    ) % {"count": shortest_password()}


password_help = lazy(_password_help, str)


class OwnPasswordForm(LaidOut, ChangePasswordForm):  # type: ignore[misc]
    """The user's own new password, which is another than the present one."""

    oldpassword = PasswordField(
        label=_("Present password"), autocomplete="current-password"
    )
    password1 = SetPasswordField(
        label=_("New password"),
        help_text=password_help(),
    )
    password2 = PasswordField(
        label=_("New password again"), autocomplete="new-password"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # it would only repeat the label
            field.widget.attrs.pop("placeholder", None)

    @override
    def clean(self) -> dict[str, Any]:
        """Refuse the present password as the new one."""
        cleaned: dict[str, Any] = super().clean() or {}
        new = cleaned.get("password1")
        if new and new == cleaned.get("oldpassword"):
            self.add_error("password1", _("Choose another password than the present."))
        return cleaned


class UserForm(LaidOut, forms.ModelForm[User]):
    """An account: who it is; what he reaches is said with the role."""

    class Meta:
        model = User
        fields: Sequence[str] = (
            "username",
            "first_name",
            "last_name",
            "language",
        )
        labels = {"username": _("User name")}
        help_texts = {
            "username": _("Letters, digits and . - _ @ +; for signing in."),
        }

    def clean_username(self) -> str:
        """Return the name in small letters."""
        return str(self.cleaned_data["username"]).lower()


class UserChangeForm(UserForm):
    """An account that is there: it may also be switched off."""

    class Meta(UserForm.Meta):
        fields = ("first_name", "last_name", "is_active")
        labels = {"is_active": _("May sign in")}
        help_texts = {
            "is_active": _("Without the tick the user is out at the next click."),
        }


NO_ROLE: Final = "none"


class RoleForm(LaidOut, forms.ModelForm[User]):
    """What a user may: his one role, and where he has it.

    That he has no role is an answer of its own.
    """

    role = forms.TypedChoiceField(
        label=_("Role"),
        choices=[*Role.choices, (NO_ROLE, _("no role: nothing opens"))],
        coerce=lambda chosen: "" if chosen == NO_ROLE else chosen,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = User
        fields = ("role", "organisation", "shelters")
        formfield_callback = field_for
        widgets = {"shelters": forms.CheckboxSelectMultiple}
        help_texts = {
            "shelters": _("For shelter staff: the shelters whose people they see.")
        }


class UserFilters(FilterForm):
    """Which accounts a list shows."""

    username = forms.CharField(label=_("User name"), max_length=150, required=False)
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("all")), *Role.choices, (NO_ROLE, _("no role"))],
        required=False,
    )

    def narrow(self, accounts: UserQuerySet) -> UserQuerySet:
        """Return those of the accounts that were asked for."""
        asked = self.cleaned_data if self.is_valid() else {}
        if name := asked.get("username"):
            accounts = accounts.filter(username__icontains=name)
        if role := asked.get("role"):
            accounts = accounts.filter(role="" if role == NO_ROLE else role)
        return accounts


class JournalFilters(FilterForm):
    """What the auditor looks for in the journal."""

    username = forms.CharField(label=_("User name"), max_length=150, required=False)
    action = forms.ChoiceField(
        label=_("Action"), choices=[("", _("all")), *Action.choices], required=False
    )
    code = forms.CharField(label=_("Code"), max_length=64, required=False)
    since = DayField(label=_("From day"), required=False)
    until = DayField(label=_("To day"), required=False)

    def narrow(self, entries: JournalEntryQuerySet) -> JournalEntryQuerySet:
        """Return those of the entries that were asked for; none where one cannot be."""
        if not self.is_valid():
            return entries.none()
        kept = {name: value for name, value in self.cleaned_data.items() if value}
        for name, value in kept.items():
            entries = getattr(entries, NARROWED_BY[name])(value)
        return entries
