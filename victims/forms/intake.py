"""Registering a person: search first, then what the first hour needs."""

from typing import Any, override

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from reference.choices import Sex
from thb.fields import DayField
from thb.forms import PlainForm, RecordForm
from victims.choices import Safety
from victims.forms.identity import QUIET, line
from victims.forms.records import free_code
from victims.models import Identity, Victim

NAMES = ("family_name", "given_name", "father_name")
IDENTITY = (*NAMES, "birth_date", "phone", "phone_safety")


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


class FirstHourForm(RecordForm[Victim]):
    """Who came, when, and what keeps the person safe tonight."""

    family_name = forms.CharField(
        label=_("Family name"),
        help_text=_("As the person says it. Any alphabet."),
        required=False,
        widget=line(),
    )
    given_name = forms.CharField(label=_("Given name"), required=False, widget=line())
    father_name = forms.CharField(
        label=_("Father's name"), required=False, widget=line()
    )
    name_unknown = forms.BooleanField(
        label=_("The name is not known, or the person does not want to say it"),
        required=False,
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, widget=forms.RadioSelect)
    birth_date = DayField(label=_("Birth date"), required=False)
    phone = forms.CharField(label=_("Phone"), required=False, widget=line())
    phone_safety = forms.ChoiceField(
        label=_("Calling is"),
        choices=[*Safety.choices, ("", _("not asked yet"))],
        required=False,
        widget=forms.RadioSelect,
    )

    field_order = (
        *(*NAMES, "name_unknown", "first_contact_on", "sex", "birth_date"),
        *("citizenship", "role", "phone", "phone_safety", "referral_source"),
    )
    layout = Layout(
        Fieldset(_("Name and arrival"), *NAMES, "name_unknown", "first_contact_on"),
        Fieldset(_("About the person"), "sex", "birth_date", "citizenship", "role"),
        Fieldset(_("Safety now"), "phone", "phone_safety", "referral_source"),
    )

    class Meta:
        model = Victim
        fields = ("sex", "citizenship", "first_contact_on", "referral_source", "role")
        labels = {
            "first_contact_on": _("Date the person came"),
            "referral_source": _("Who brought the person"),
            "role": _("The person is"),
        }
        help_texts = {"referral_source": _("An office or relation, not a name.")}
        widgets = {"role": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_contact_on"].required = True
        if not self.instance.code:
            self.instance.code = free_code(Victim)

    @override
    def clean(self) -> dict[str, Any]:
        """Ask for a name, unless it is said that there is none to know."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        known = any(answers.get(name) for name in NAMES)
        if not known and not answers.get("name_unknown"):
            words = _("Enter a name, or tick that it is not known.")
            self.add_error("family_name", words)
        return answers

    def clean_birth_date(self) -> Any:
        """Return the birth date; nobody was born after today."""
        born = self.cleaned_data["birth_date"]
        if born and born > localdate():
            raise ValidationError(_("The birth date must be today or earlier."))
        return born

    @override
    def write(self, *, commit: bool) -> Victim:
        """Register the person under the new code, with the identity beside it."""
        victim = super().write(commit=commit)
        facts = {name: self.cleaned_data[name] for name in IDENTITY}
        Identity.objects.create(victim=victim, **facts)
        return victim
