"""Forms over referrals to agencies: sending, answering, ending."""

from typing import Any, ClassVar, Final, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from assistance.choices import SharedField
from assistance.models import Sending
from thb.days import long_day
from thb.forms import RecordForm
from victims.choices import ConsentPurpose
from victims.models import Consent, Victim

RECEIVERS: Final = (
    Role.ASSISTANCE_WORKER,
    Role.SHELTER_MANAGER,
    Role.SHELTER_WORKER,
)


class ConsentField(forms.ModelChoiceField[Consent]):
    """The consent that a referral goes by: it says to whom."""

    @override
    def label_from_instance(self, obj: Consent) -> str:
        """Return to whom the person agreed to be referred, and when."""
        given = _("agreed on %(day)s") % {"day": long_day(obj.given_on)}
        return f"{obj.organisation}, {given}"


class SendingForm(RecordForm[Sending]):
    """To whom, what for, and what is told: the fields the person agreed to."""

    consent = ConsentField(
        label=_("To whom"),
        help_text=_("Only those whom the person agreed to be referred to."),
        queryset=Consent.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    for_role = forms.ChoiceField(
        label=_("For whom there"),
        choices=[("", _("everybody there"))]
        + [(role.value, role.label) for role in RECEIVERS],
        required=False,
    )
    shared = forms.MultipleChoiceField(
        label=_("What is told"),
        help_text=_(
            "The code and the purpose are always told. Tick what the person agreed to."
        ),
        choices=SharedField,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs = forms.CharField(
        label=_("What is needed"),
        help_text=_(
            "The agency reads it. In few words, without what was done to the person."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
    )

    field_order = ("consent", "type", "for_role", "shared", "needs")

    class Meta:
        model = Sending
        fields = ("consent", "type", "for_role", "shared", "needs")
        error_messages = {"consent": {"required": _("Choose to whom.")}}

    def limit(self, victim: Victim, user: User) -> None:
        """Offer the consents in force to referral; never to one's own agency."""
        self.instance.sender = user
        given = victim.consents.in_force_on(localdate()).filter(
            purpose=ConsentPurpose.REFERRAL, organisation__isnull=False
        )
        field: Any = self.fields["consent"]
        own = user.organisation_id or 0
        field.queryset = given.exclude(organisation=own).select_related("organisation")

    @override
    def clean(self) -> dict[str, Any]:
        """Take the organisation from the consent; words of a need are told with it."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if consent := answers.get("consent"):
            self.instance.organisation = consent.organisation
        told = answers.get("shared", [])
        if SharedField.NEEDS in told and not answers.get("needs"):
            self.add_error("needs", _("Write what is needed, or do not tick it."))
        elif answers.get("needs") and SharedField.NEEDS not in told:
            answers["shared"] = [*told, SharedField.NEEDS.value]
        return answers


class StepForm(RecordForm[Sending]):
    """A step of a referral; it says so where somebody was faster."""

    verb: ClassVar[str] = ""

    class Meta:
        model = Sending
        fields = ()

    def limit(self, _victim: Victim, _user: User) -> None:
        """Nothing to choose from."""

    @override
    def refuse_if_saved_since(self) -> None:
        """Lock the referral; refuse where it was answered or taken back meanwhile."""
        found = Sending.objects.select_for_update(of=("self",))
        saved = found.get(pk=self.instance.pk)
        if saved.state != self.instance.state:
            words = Sending.TRIGGER_MESSAGES["sending_state_follows"]
            raise ValidationError(words, "sending_state_follows")  # type: ignore[arg-type]

    @override
    def write(self, *, commit: bool) -> Sending:
        """Take the step."""
        getattr(self.instance, self.verb)()
        return self.instance


class RevokeForm(StepForm):
    """Take a referral back."""

    verb = "revoke"


class FinishForm(StepForm):
    """Say that it is done."""

    verb = "finish"


class AcceptForm(StepForm):
    """Accept a referral."""

    by: User

    @override
    def write(self, *, commit: bool) -> Sending:
        """Accept it."""
        self.instance.accept(self.by)
        return self.instance


class DeclineForm(StepForm):
    """Decline a referral, and say why."""

    by: User
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("The sender reads it. Name nobody."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say why the referral is declined.")},
    )

    @override
    def write(self, *, commit: bool) -> Sending:
        """Decline it."""
        self.instance.decline(self.by, self.cleaned_data["reason"])
        return self.instance
