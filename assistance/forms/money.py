"""Forms over money: the one-time allowance, whose amount nobody types, and the rest."""

from datetime import date
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from assistance.choices import AllowanceStatus
from assistance.models import Allowance, Compensation
from thb.days import long_day
from thb.forms import RecordForm

NO_RATE = _("No rate of the allowance covers this day: an administrator enters rates.")
TOO_EARLY = _("“%(label)s” must be %(day)s, the day of the identification, or later.")
LONGEST_REASON = 200


class AllowanceForm(RecordForm[Allowance]):
    """The decision to give the allowance; the amount is the rate of its day."""

    class Meta:
        model = Allowance
        fields: tuple[str, ...] = ("decided_on",)

    @override
    def clean(self) -> dict[str, Any]:
        """Give the allowance its amount; without a rate for the day there is none."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        name = self.Meta.fields[0]
        if day := answers.get(name):
            setattr(self.instance, name, day)
            self.instance.set_amount()
            if self.instance.amount_azn is None:
                self.add_error(name, NO_RATE)
            self.ask_for_a_day_after_identification(name, day)
        return answers

    def ask_for_a_day_after_identification(self, name: str, day: date) -> None:
        """Refuse a day before the identification, also where only an amount is asked.

        Who has no identification gets a page instead of the form.
        """
        identified_on = self.instance.victim.identified_on()
        if identified_on and day < identified_on:
            words = TOO_EARLY % {
                "label": self.fields[name].label,
                "day": long_day(identified_on),
            }
            self.add_error(name, words)


class AllowancePayForm(AllowanceForm):
    """The payment; the amount is set anew by the deciding day."""

    class Meta(AllowanceForm.Meta):
        fields = ("paid_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paid_on"].required = True
        self.instance.status = AllowanceStatus.PAID


class ReverseForm(RecordForm[Allowance]):
    """A reversal: the allowance keeps its amount and counts for nothing."""

    reason = forms.CharField(label=_("Reason"), max_length=LONGEST_REASON)

    class Meta:
        model = Allowance
        fields: tuple[str, ...] = ()

    @override
    def write(self, *, commit: bool) -> Allowance:
        """Save the allowance as reversed, with the reason."""
        self.instance.status = AllowanceStatus.REVERSED
        self.instance.void_reason = self.cleaned_data["reason"]
        return super().write(commit=commit)


class CompensationForm(RecordForm[Compensation]):
    """Money from the Relief Fund or the trafficker; never the allowance."""

    class Meta:
        model = Compensation
        fields = ("stream", "claimed_on", "paid_on", "amount_azn")
