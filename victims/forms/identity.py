"""Forms over what names a person, and the reason asked for showing it."""

from typing import override

from django import forms
from django.utils.translation import gettext_lazy as _

from thb.fields import DayField
from thb.forms import PlainForm, RecordForm
from victims.models import Identity, IdentityDocument

QUIET = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
LONGEST_REASON = 300


def line() -> forms.TextInput:
    """Return a line to type into; the browser keeps nothing of it."""
    return forms.TextInput(QUIET)


class IdentityForm(RecordForm[Identity]):
    """Names, numbers, phone and address."""

    birth_date = DayField(label=_("Birth date"), required=False)

    class Meta:
        model = Identity
        fields = (
            "family_name",
            "given_name",
            "father_name",
            "birth_date",
            "personal_number",
            "phone",
            "phone_safety",
            "address",
            "address_safety",
            "never_contact",
        )
        widgets = {
            "family_name": line(),
            "given_name": line(),
            "father_name": line(),
            "personal_number": line(),
            "phone": line(),
            "address": forms.Textarea({"rows": 2, **QUIET}),
        }

    @override
    def write(self, *, commit: bool) -> Identity:
        """Save, and bring the age at identification up to date."""
        identity = super().write(commit=commit)
        identity.victim.recompute_age()
        return identity


class DocumentForm(RecordForm[IdentityDocument]):
    """One identity document."""

    number = forms.CharField(label=_("Number"), widget=line())

    class Meta:
        model = IdentityDocument
        fields = ("kind", "number", "expires_on")


class ShowIdentityForm(PlainForm):
    """Why an identity has to be seen."""

    reason = forms.CharField(
        label=_("Why you need it"),
        help_text=_("For example: form for the clinic. It is kept with your name."),
        max_length=LONGEST_REASON,
    )
