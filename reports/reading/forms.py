"""The text that an administrator has checked, pasted or as a file, and its year."""

from pathlib import PurePosixPath
from typing import Any, Final, override

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reports.reading.documents import FAULTS, LARGEST_BYTES, SUFFIXES, checked, text_of
from thb.fields import CountField
from thb.forms import PlainForm

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2099
MOST_LETTERS: Final = 200_000
LANGUAGES: Final = [
    ("", _("as the text shows")),
    ("az", "Azərbaycan dili"),
    ("en", "English"),
    ("ru", "Русский"),
]


class TextForm(PlainForm):
    """A text and the year that it is about."""

    year = CountField(
        label=_("Year of the report"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"size": 4, "inputmode": "numeric"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the text"), choices=LANGUAGES, required=False
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("TXT, DOCX or PDF, up to 10 MB. The file is not stored."),
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_("Paste the text here, or choose a file above."),
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    layout = Layout(Row(Column("year"), Column("language")), "file", "text")

    def clean_file(self) -> Any:
        """Return the file; its name must say what it is, and it must not be large."""
        file = self.cleaned_data["file"]
        if file is None:
            return None
        if PurePosixPath(file.name).suffix.lower() not in SUFFIXES:
            raise ValidationError(FAULTS["unknown"], "unknown")
        if file.size > LARGEST_BYTES:
            raise ValidationError(FAULTS["large"], "large")
        return file

    @override
    def clean(self) -> dict[str, Any]:
        """Take the text out of the file, if there is one."""
        found = super().clean() or self.cleaned_data
        if not self.errors:
            field = "file" if found["file"] else "text"
            try:
                found["said"] = self.said()
            except ValidationError as error:
                self.add_error(field, error)
        return found

    def said(self) -> str:
        """Return the text to check, from the file or as it was pasted."""
        file = self.cleaned_data["file"]
        pasted = self.cleaned_data["text"]
        if not file and not pasted.strip():
            raise ValidationError(_("Paste a text, or choose a file."), "required")
        text = text_of(file.read()) if file else checked(pasted.replace("\0", " "))
        if len(text) > MOST_LETTERS:
            message = _(
                "The text is longer than 200 000 characters. Check it in parts."
            )
            raise ValidationError(message, "long")
        return text.replace("\r\n", "\n")
