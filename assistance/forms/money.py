"""Forms over money: the one-time allowance, whose amount nobody types, and the rest."""

from datetime import date
from typing import Any, override

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import AllowanceStatus, PaymentMethod, Recipient
from assistance.models import Allowance, Compensation
from thb.days import long_day
from thb.forms import RecordForm
from victims.models import Victim

NO_RATE = _("No rate of the allowance covers this day: an administrator enters rates.")
TOO_EARLY = _("“%(label)s” must be %(day)s, the day of the identification, or later.")
NO_ACCOUNT = _("Enter the account: the allowance is paid to it.")
LONGEST_ACCOUNT = 40
QUIET = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}


class RatedForm(RecordForm[Allowance]):
    """A form over the day that gives the allowance its amount; nobody types that."""

    day_field = "decided_on"

    @override
    def clean(self) -> dict[str, Any]:
        """Give the allowance its amount; without a rate for the day there is none."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if day := answers.get(self.day_field):
            setattr(self.instance, self.day_field, day)
            self.instance.set_amount()
            if self.instance.amount_azn is None:
                self.add_error(self.day_field, NO_RATE)
            self.ask_for_a_day_after_identification(self.day_field, day)
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


class AllowanceForm(RatedForm):
    """The decision to give the allowance: its day and order, to whom and how."""

    user: User
    account = forms.CharField(
        label=_("Account"),
        help_text=_("Only where it is paid to an account. Pages show its last digits."),
        required=False,
        max_length=LONGEST_ACCOUNT,
        widget=forms.TextInput(QUIET),
    )

    class Meta:
        model = Allowance
        fields = (
            "decided_on",
            "order_number",
            "recipient",
            "method",
            "account",
            "note",
        )
        help_texts = {
            "order_number": _("As on the order, for example 12."),
            "note": _("Kept sealed; only the shelter reads it."),
        }
        widgets = {
            "order_number": forms.TextInput({"size": 12, **QUIET}),
            "recipient": forms.RadioSelect,
            "method": forms.RadioSelect,
            "note": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, usual in (
            ("recipient", Recipient.SELF),
            ("method", PaymentMethod.CASH),
        ):
            field: Any = self.fields[name]
            field.required = True
            field.choices = [choice for choice in field.choices if choice[0]]
            if not self.initial.get(name):
                self.initial[name] = usual

    def limit(self, _victim: Victim, user: User) -> None:
        """Take who prepares it."""
        self.user = user

    @override
    def clean(self) -> dict[str, Any]:
        """Ask for the account where the allowance goes to one."""
        answers = super().clean()
        to_account = answers.get("method") == PaymentMethod.ACCOUNT
        if to_account and not answers.get("account") and "account" in self.fields:
            self.add_error("account", NO_ACCOUNT)
        return answers

    @override
    def write(self, *, commit: bool) -> Allowance:
        """Prepare it: it waits for a second person, also after a change."""
        self.instance.prepare(self.user)
        return super().write(commit=commit)


class AllowancePayForm(RatedForm):
    """The payment; the amount is set anew by the deciding day."""

    day_field = "paid_on"

    class Meta:
        model = Allowance
        fields = ("paid_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paid_on"].required = True
        self.instance.status = AllowanceStatus.PAID


class CompensationForm(RecordForm[Compensation]):
    """Money from the Relief Fund or the trafficker; never the allowance."""

    class Meta:
        model = Compensation
        fields = ("stream", "claimed_on", "paid_on", "amount_azn")
