"""What people say of a deadline: done, postponed, handed over."""

from datetime import timedelta
from typing import Any, Final, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from assistance.deadlines.workers import candidates, reaches
from assistance.models import DeadlineMark
from thb.forms import RecordForm

LONGEST_REASON: Final = 300


class MarkDoneForm(RecordForm[DeadlineMark]):
    """The day something was done that no record tells of."""

    class Meta:
        model = DeadlineMark
        fields = ("done_on", "reason")
        labels = {"done_on": _("Day it was done"), "reason": _("What came of it")}
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done_on"].required = True
        if self.instance.pk is None:
            self.initial["done_on"] = localdate()


class PostponeForm(RecordForm[DeadlineMark]):
    """Another day, and why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("Why it cannot be done by then. It stays in the file."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = DeadlineMark
        fields = ("postponed_to", "reason")
        labels = {"postponed_to": _("New day")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["postponed_to"].required = True

    def clean_postponed_to(self) -> Any:
        """Refuse a day that is not later than today."""
        day = self.cleaned_data["postponed_to"]
        if day <= localdate():
            tomorrow = localdate() + timedelta(days=1)
            raise ValidationError(
                _("New day must be %(day)s or later.") % {"day": f"{tomorrow:%d.%m.%Y}"}
            )
        return day


class ReassignForm(RecordForm[DeadlineMark]):
    """Another worker, who reaches the person."""

    class Meta:
        model = DeadlineMark
        fields = ("worker",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.require("worker")
        field: Any = self.fields["worker"]
        field.queryset = candidates(self.instance.victim)

    def clean_worker(self) -> Any:
        """Refuse a worker who no longer reaches the person."""
        worker = self.cleaned_data["worker"]
        if not reaches(worker, self.instance.victim):
            raise ValidationError(
                _("This worker does not reach the person. Choose another.")
            )
        return worker


class UndoForm(RecordForm[DeadlineMark]):
    """Nothing to say: the mark is taken back."""

    class Meta:
        model = DeadlineMark
        fields: tuple[str, ...] = ()

    @override
    def write(self, *, commit: bool) -> DeadlineMark:
        """Void the mark: it stays in the history of the file."""
        self.instance.void(str(_("Undone")))
        return self.instance
