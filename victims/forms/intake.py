"""Registering a person: the search that comes first."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from thb.forms import PlainForm
from victims.forms.identity import QUIET

NAMES: Final = ("family_name", "given_name", "father_name")


class SearchForm(PlainForm):
    """What a person may be found by; it is posted, so that no address holds a name."""

    text = forms.CharField(
        label=_("Code, name, phone or number of a document"),
        max_length=200,
        widget=forms.TextInput({"type": "search", **QUIET}),
    )


class CodeSearchForm(SearchForm):
    """The same for who may not read identities: a person is found by code only."""

    text = forms.CharField(
        label=_("Code of the person"),
        max_length=200,
        widget=forms.TextInput({"type": "search", **QUIET}),
    )


def carried_over(text: str) -> dict[str, str]:
    """Return the searched words as names: family name, given name, father's name."""
    words = [word for word in text.split() if not any(map(str.isdigit, word))]
    return dict(zip(NAMES, [*words[:2], " ".join(words[2:])], strict=False))
