"""Forms over notes: writing, correcting, deleting on the same day."""

from typing import Any, override

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from thb.forms import RecordForm
from victims.models import Note, Victim

LONGEST_NOTE = 5000


class NoteForm(RecordForm[Note]):
    """One note; whoever corrects it writes a new text, and the old one stays."""

    text = forms.CharField(
        label=_("Text"),
        help_text=_("What was said and agreed. Kept sealed; offices do not see it."),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea({"rows": 7, "autocomplete": "off"}),
    )

    starts_today = ("happened_on",)
    field_order = ("kind", "happened_on", "text", "readers")

    class Meta:
        model = Note
        fields = ("kind", "happened_on", "readers")
        widgets = {"kind": forms.RadioSelect, "readers": forms.RadioSelect}
        error_messages = {
            "happened_on": {"required": _("Enter the day of the call, talk or visit.")}
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["text"] = self.instance.text

    def limit(self, _victim: Victim, user: User) -> None:
        """Say who writes."""
        self.by = user
        if self.instance.author_id is None:
            self.instance.author = user

    @override
    def write(self, *, commit: bool) -> Note:
        """Save; a text that differs becomes the next edition."""
        if self.instance.pk and "text" not in self.changed_data:
            return super().write(commit=commit)
        self.instance.write(self.cleaned_data["text"], self.by)
        return self.instance

    @override
    def words(self, record: Model, name: str) -> str:
        """Return what stands in the field here or in the saved note."""
        if name == "text" and isinstance(record, Note) and record is not self.instance:
            return record.text
        return super().words(record, name)


class NoteDeleteForm(RecordForm[Note]):
    """Nothing to fill in: the note goes."""

    class Meta:
        model = Note
        fields = ()

    @property
    def changed_fields(self) -> list[str]:
        """Return what the journal keeps of a note that is there no longer."""
        return ["deleted"]

    @override
    def write(self, *, commit: bool) -> Note:
        """Delete the note with its texts."""
        self.instance.delete()
        return self.instance
