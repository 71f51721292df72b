"""Forms of the steps by which a year is frozen."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.checks import Check
from thb.forms import PlainForm

LONGEST_REASON = 300
LONGEST_WORD = 1000


class StepForm(PlainForm):
    """A step that asks for nothing; posted twice, it is taken once."""

    submission = forms.UUIDField(
        widget=forms.HiddenInput, required=False, initial=uuid4
    )


class ReasonForm(StepForm):
    """A step with a reason."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RevisionForm(StepForm):
    """Why a year that was frozen is prepared anew."""

    reason = forms.CharField(
        label=_("Reason for the revision"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ExplainForm(StepForm):
    """The written word on one warning."""

    text = forms.CharField(
        label=_("Explanation"),
        max_length=LONGEST_WORD,
        help_text=_("It is printed in the annex of the report."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ExplainSeveralForm(StepForm):
    """One written word on several warnings."""

    checks = forms.MultipleChoiceField(
        label=_("Checks"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one check.")},
    )
    text = forms.CharField(
        label=_("Explanation"),
        max_length=LONGEST_WORD,
        help_text=_("It is printed in the annex of the report."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, warnings: Iterable[Check], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        checks: Any = self.fields["checks"]
        checks.choices = [(one.code, one.sentence) for one in warnings]
