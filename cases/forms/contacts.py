"""The form for a contact of an accused person."""

from typing import override

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.records import CaseRecordForm
from cases.models import AccusedContact


class AccusedContactForm(CaseRecordForm[AccusedContact]):
    """A phone or a name on a network; the browser keeps nothing of it."""

    @override
    def validate_constraints(self) -> None:
        """Check them where a contact was typed: what is compared is made of it."""
        if not {"kind", "value"} & set(self.errors):
            super().validate_constraints()

    class Meta:
        model = AccusedContact
        fields = ("accused", "kind", "value")
        help_texts = {
            "value": _(
                "It is kept sealed. Others learn that it matches, never what it is."
            )
        }
        widgets = {
            "value": forms.TextInput(
                {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
            )
        }
