"""The first hour in ten fields, and what is asked of some only."""

from typing import Any, Final, override

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from reference.choices import Sex
from thb.fields import CountField, DayField
from thb.forms import RecordForm
from victims.choices import ConsentPurpose
from victims.forms.identity import line
from victims.forms.intake import NAMES
from victims.forms.records import free_code
from victims.models import Consent, FirstHour, Identity, Victim
from victims.models.victim import whole_years
from victims.needs import (
    Answer,
    Guardian,
    Interpreter,
    Language,
    MedicalNeed,
    OfAge,
    Permit,
)
from victims.parts import Part
from victims.standing import OF_AGE

IDENTITY: Final = (*NAMES, "birth_date")
NEEDS: Final = (
    *("of_age", "birth_year", "estimated_age", "language", "interpreter"),
    *("medical_need", "danger", "children_with"),
    *("guardian", "body_told", "permit", "embassy"),
)
NOT_ASKED: Final = ("", _("not asked yet"))
OLDEST: Final = 120


def question(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    """Return a question that may stay open; "not asked yet" is an answer of its own."""
    return forms.ChoiceField(
        label=label,
        choices=[*choices, NOT_ASKED],
        required=False,
        widget=forms.RadioSelect,
        help_text=help_text,
    )


def count(label: Any, help_text: Any = "", most: int = OLDEST) -> CountField:
    """Return a short field for a number."""
    return CountField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        max_value=most,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )


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
    of_age = forms.ChoiceField(
        label=_("Is the person 18 or over?"),
        help_text=_("If you are not sure, help as for a child until it is known."),
        choices=OfAge,
        widget=forms.RadioSelect,
    )
    birth_date = DayField(label=_("Birth date"), required=False)
    birth_year = count(_("Year of birth, if the day is not known"), most=9999)
    estimated_age = count(_("Estimated age"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("not asked yet")), *Language.choices],
        required=False,
    )
    interpreter = question(_("Interpreter"), Interpreter.choices)
    medical_need = question(
        _("Does the person need a doctor now?"),
        MedicalNeed.choices,
        _("Pain, bleeding, pregnancy, medicine that has run out. Do not write why."),
    )
    danger = question(
        _("Is the person in danger now, or is anyone looking for the person?"),
        Answer.choices,
        _("We ask so that the door, the phone and the room are chosen well."),
    )
    children_with = count(_("Children with the person"), _("0 if there are none."), 20)
    guardian = question(_("Is there a parent or guardian?"), Guardian.choices)
    body_told = question(_("Was the guardianship body told?"), Answer.choices)
    permit = question(
        _("May the person stay in the country: permit or visa?"), Permit.choices
    )
    embassy = question(_("May the embassy be told?"), Answer.choices)
    agreed = question(
        _("Does the person agree to be helped and written down?"),
        [(Answer.YES, Answer.YES.label), (Answer.NO, Answer.NO.label)],
    )

    field_order = (
        *(*NAMES, "name_unknown", "first_contact_on", "sex", "of_age", "birth_date"),
        *("birth_year", "estimated_age", "citizenship", "language", "interpreter"),
        *("medical_need", "danger", "children_with", "referral_source", "role"),
    )
    layout = Layout(
        Fieldset(
            _("Name and arrival"),
            "family_name",
            Row(Column("given_name"), Column("father_name")),
            "name_unknown",
            "first_contact_on",
            css_id="names",
        ),
        Fieldset(
            _("About the person"),
            "sex",
            "of_age",
            "birth_date",
            Row(Column("birth_year"), Column("estimated_age")),
            Row(Column("citizenship"), Column("language")),
            "interpreter",
            css_id="about",
        ),
        Fieldset(
            _("Safety now"),
            "medical_need",
            "danger",
            "children_with",
            "referral_source",
            "role",
            css_id="safety",
        ),
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

    def of_part(self, part: Part) -> FormHelper:
        """Return what draws the questions of one part."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(*part.fields)
        return helper

    @override
    def clean(self) -> dict[str, Any]:
        """Ask for a name, unless there is none to know; compare the age with itself."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        known = any(answers.get(name) for name in NAMES)
        if not known and not answers.get("name_unknown"):
            words = _("Enter a name, or tick that it is not known.")
            self.add_error("family_name", words)
        self.compare_ages(answers)
        return answers

    def compare_ages(self, answers: dict[str, Any]) -> None:
        """Refuse an answer about 18 that the age given with it contradicts."""
        years = oldest_possible(answers)
        said = answers.get("of_age")
        if years is None or said not in (OfAge.ADULT, OfAge.CHILD):
            return
        if said == OfAge.ADULT and years < OF_AGE:
            self.add_error("of_age", _("By the age given the person is under 18."))
        if said == OfAge.CHILD and youngest_possible(answers) >= OF_AGE:
            self.add_error("of_age", _("By the age given the person is 18 or over."))

    def clean_birth_date(self) -> Any:
        """Return the birth date; nobody was born after today."""
        born = self.cleaned_data["birth_date"]
        if born and born > localdate():
            raise ValidationError(_("The birth date must be today or earlier."))
        return born

    def clean_birth_year(self) -> Any:
        """Return the year of birth; nobody lives longer than 120 years."""
        year = self.cleaned_data["birth_year"]
        today = localdate().year
        if year is not None and not today - OLDEST <= year <= today:
            raise ValidationError(
                _("The year of birth must be from %(first)s to %(last)s."),
                params={"first": today - OLDEST, "last": today},
            )
        return year

    @override
    def write(self, *, commit: bool) -> Victim:
        """Register under a new code: identity, first hour and agreement beside it."""
        self.instance.code = free_code(Victim)
        victim = super().write(commit=commit)
        answers = self.cleaned_data
        Identity.objects.create(
            victim=victim, **{name: answers[name] for name in IDENTITY}
        )
        needs = {name: answers[name] for name in NEEDS}
        year = answers["birth_year"]
        FirstHour.objects.create(
            victim=victim, **needs | {"birth_year": "" if year is None else str(year)}
        )
        return victim

    def keep_agreement(self, explained_by: str) -> None:
        """Record the consent to help, if the person gave it."""
        if self.cleaned_data["agreed"] != Answer.YES:
            return
        spoken = dict(Language.choices).get(self.cleaned_data["language"], "")
        Consent.objects.create(
            victim=self.instance,
            purpose=ConsentPurpose.SERVICES,
            given_on=self.cleaned_data["first_contact_on"],
            explained_by=explained_by[:100],
            language=str(spoken)[:40],
        )


def oldest_possible(answers: dict[str, Any]) -> int | None:
    """Return the greatest age in whole years that the answers allow; None for none."""
    today = localdate()
    if born := answers.get("birth_date"):
        return whole_years(born, today)
    if (year := answers.get("birth_year")) is not None:
        return int(today.year - year)
    age: int | None = answers.get("estimated_age")
    return age


def youngest_possible(answers: dict[str, Any]) -> int:
    """Return the smallest age that they allow: by a year alone it is one less."""
    years = oldest_possible(answers) or 0
    by_year = not answers.get("birth_date") and answers.get("birth_year") is not None
    return years - 1 if by_year else years


class FirstHourChangeForm(RecordForm[FirstHour]):
    """What was asked in the first hour, put right or completed later."""

    class Meta:
        model = FirstHour
        fields = (
            *("of_age", "estimated_age", "language", "interpreter"),
            *("medical_need", "danger", "children_with"),
            *("guardian", "body_told", "permit", "embassy"),
        )
