"""What is typed into the search of the top bar by whoever works on cases."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thb.forms import PlainForm
from victims.forms.identity import QUIET


class FindForm(PlainForm):
    """The number of a case or the code of a person; posted, as any search here."""

    text = forms.CharField(
        label=_("Code or case number"),
        max_length=200,
        widget=forms.TextInput({"type": "search", **QUIET}),
    )
