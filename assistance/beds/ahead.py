"""Forms about what is to come: a bed held for longer, a departure planned."""

from datetime import date
from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.beds import deeds
from assistance.choices import HoldReason
from assistance.models import Hold, Placement
from assistance.models.bed import rules_of
from thb.forms import RecordForm


class ProlongForm(RecordForm[Hold]):
    """Why a bed is held longer than the rules of the shelter say."""

    user: User

    class Meta:
        model = Hold
        fields = ("prolonged_because",)
        labels = {"prolonged_because": _("Why it is held longer")}
        widgets = {"prolonged_because": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        because: Any = self.fields["prolonged_because"]
        because.choices, because.required = HoldReason.choices, True

    @override
    def clean(self) -> dict[str, Any]:
        """Give the hold the moment that goes with its reason."""
        self.instance.prolonged_at = timezone.now()
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        return answers

    @override
    def write(self, *, commit: bool) -> Hold:
        """Prolong the hold by as long as a hold lasts here."""
        lasts = rules_of(self.instance.bed.shelter).hold_lasts
        deeds.prolong(self.instance, self.user, lasts)
        return self.instance


class PlanForm(RecordForm[Placement]):
    """The day on which somebody plans to leave; none takes the plan back."""

    user: User

    class Meta:
        model = Placement
        fields = ("plans_to_leave_on",)
        labels = {"plans_to_leave_on": _("Day of the departure")}
        help_texts = {
            "plans_to_leave_on": _("Leave it empty where nothing is planned any more.")
        }

    def clean_plans_to_leave_on(self) -> date | None:
        """Return the day; one gone by is no plan."""
        day: date | None = self.cleaned_data["plans_to_leave_on"]
        if day and day < localdate():
            raise ValidationError(_("Enter today, or a day to come."))
        return day

    @override
    def write(self, *, commit: bool) -> Placement:
        """Keep the plan."""
        deeds.plan_departure(self.instance, self.user)
        return self.instance
