"""Forms over the records of identification: what was decided, done and agreed to."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from thb.forms import RecordForm
from victims.choices import Act, Means
from victims.codes import new_code
from victims.models import (
    Assignment,
    Consent,
    Dependant,
    Exploitation,
    RouteLeg,
    StatusDecision,
    Victim,
)


def free_code(model: type[Model]) -> str:
    """Return a random code that no record of the model has."""
    while model._default_manager.filter(code=(code := new_code())).exists():
        pass
    return code


class VictimForm(RecordForm[Victim]):
    """What is known of a person without saying who it is."""

    class Meta:
        model = Victim
        fields = (
            "role",
            "sex",
            "citizenship",
            "first_contact_on",
            "referral_source",
            "case_status",
        )


class StatusDecisionForm(RecordForm[StatusDecision]):
    """A decision on a person's status."""

    class Meta:
        model = StatusDecision
        fields = ("status", "decided_on", "body", "number", "grounds")
        help_texts = {
            "grounds": _("In few words. Kept sealed; offices do not see them."),
        }
        widgets = {"grounds": forms.Textarea({"rows": 3})}


class ExploitationForm(RecordForm[Exploitation]):
    """One form of exploitation in one country."""

    acts = forms.MultipleChoiceField(
        label=_("Acts"),
        choices=Act,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    means = forms.MultipleChoiceField(
        label=_("Means"),
        choices=Means,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Exploitation
        fields = (
            "type",
            "main",
            "sexual_subtype",
            "sector",
            "country",
            "acts",
            "means",
            "recruitment_method",
            "recruiter_relation",
            "began_on",
            "ended_on",
        )
        help_texts = {"main": _("A person has one main form; the figures count by it.")}


class RouteLegForm(RecordForm[RouteLeg]):
    """One place on the road."""

    class Meta:
        model = RouteLeg
        fields = ("leg", "country", "place", "began_on")


class ConsentForm(RecordForm[Consent]):
    """One consent; each is asked for apart, and may be withdrawn."""

    class Meta:
        model = Consent
        fields = (
            "purpose",
            "organisation",
            "given_on",
            "explained_by",
            "language",
            "valid_until",
            "withdrawn_on",
        )
        help_texts = {"organisation": _("For a referral: to whom.")}


class DependantForm(RecordForm[Dependant]):
    """A child of a person; a new one gets a code."""

    class Meta:
        model = Dependant
        fields = ("sex", "birth_date")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.code:
            self.instance.code = free_code(Dependant)


class AssignmentForm(RecordForm[Assignment]):
    """In whose hands a file is, from a day on."""

    class Meta:
        model = Assignment
        fields = ("user", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        workers = User.objects.filter(role=Role.ASSISTANCE_WORKER, is_active=True)
        field = self.fields["user"]
        field.queryset = workers  # type: ignore[attr-defined]
