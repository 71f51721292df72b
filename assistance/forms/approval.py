"""What the second person answers, and what is asked of him."""

from typing import Any, override

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import CORRECTION_WORDS
from assistance.models import Allowance, AllowanceCorrection
from thb.forms import RecordForm
from thb.letters import capfirst
from victims.models import Victim

LONGEST_REASON = 200
NO_NAMES = _("Write no names: people outside the shelter read it.")


class ApprovalForm(RecordForm[Any]):
    """A second person's yes to what the page shows; refused where it is the first's."""

    user: User

    def limit(self, _victim: Victim, user: User) -> None:
        """Take who approves."""
        self.user = user

    @property
    def changed_fields(self) -> list[str]:
        """Return what the journal keeps of an approval."""
        return ["approved_by"]

    @override
    def clean(self) -> dict[str, Any]:
        """Name the approver, for the constraints to look at."""
        self.instance.approved_by = self.user
        self.instance.approved_at = timezone.now()
        return super().clean() or self.cleaned_data

    @override
    def write(self, *, commit: bool) -> Any:
        """Approve."""
        self.instance.approve(self.user)
        return self.instance


class ApproveForm(ApprovalForm):
    """A second person's yes to an allowance."""

    class Meta:
        model = Allowance
        fields: tuple[str, ...] = ()


class CorrectionApproveForm(ApprovalForm):
    """A second person's yes to taking an allowance back."""

    class Meta:
        model = AllowanceCorrection
        fields: tuple[str, ...] = ()


class ReturnForm(RecordForm[Allowance]):
    """Why the allowance goes back to those who prepared it."""

    user: User
    reason = forms.CharField(
        label=_("What has to be changed"),
        help_text=NO_NAMES,
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
    )

    class Meta:
        model = Allowance
        fields: tuple[str, ...] = ()

    def limit(self, _victim: Victim, user: User) -> None:
        """Take who returns it."""
        self.user = user

    @override
    def write(self, *, commit: bool) -> Allowance:
        """Return it with the reason."""
        self.instance.give_back(self.user, self.cleaned_data["reason"])
        return self.instance


def what_happened() -> list[tuple[str, str]]:
    """Return how an allowance may be corrected, each beginning a line."""
    return [(kind, capfirst(words)) for kind, words in CORRECTION_WORDS.items()]


class CorrectionForm(RecordForm[Allowance]):
    """How an allowance is to be taken back, and why; a second person approves."""

    user: User
    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=what_happened,
        help_text=_(
            "Either way it no longer counts, and stays readable with the reason. "
            "A new allowance can be prepared then."
        ),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=NO_NAMES,
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
    )

    class Meta:
        model = Allowance
        fields: tuple[str, ...] = ()

    def limit(self, _victim: Victim, user: User) -> None:
        """Take who asks."""
        self.user = user

    @override
    def write(self, *, commit: bool) -> Allowance:
        """Ask for the correction; the allowance itself stays as it is."""
        self.instance.corrections.create(
            kind=self.cleaned_data["kind"],
            reason=self.cleaned_data["reason"],
            asked_by=self.user,
        )
        return self.instance
