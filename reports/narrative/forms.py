"""The forms of a section's text: write it, take the standard one, put one back."""

from typing import Any, ClassVar, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override as speaking

from reports.editions import Edition
from reports.models import ReportText
from reports.narrative.checking import check
from reports.narrative.grammar import LANGUAGES
from reports.narrative.letters import check_letters
from reports.narrative.marks import said_by
from reports.narrative.story import told_text
from reports.narrative.structure import BY_CODE
from reports.narrative.tokens import paragraphs
from reports.narrative.wording import standard_text
from thb.forms import RecordForm

LANGUAGE_CHOICES = [(code, code) for code in LANGUAGES]


def tidy(text: str) -> str:
    """Return the text as it is kept: one line a paragraph, an empty line between."""
    parts = text.replace("\r\n", "\n").split("\n\n")
    lines = (" ".join(part.split()) for part in parts)
    return "\n\n".join(line for line in lines if line)


class ReportTextForm(RecordForm[ReportText]):
    """The text of a section in each language; the standard text is where none is kept.

    `edition` gives what the text says when it is saved.
    """

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        for language in LANGUAGES:
            name = f"text_{language}"
            self.fields[name].widget.attrs |= {"rows": 14, "lang": language}
            if not self.initial.get(name):
                self.initial[name] = self.standard(language)

    class Meta:
        model = ReportText
        fields = ["text_az", "text_ru", "text_en"]

    def standard(self, language: str) -> str:
        """Return the section's standard text."""
        return standard_text(BY_CODE[self.instance.section], language)

    def clean_text_az(self) -> str:
        """Return the Azerbaijani text; refuse a token bound to nothing."""
        return self.text("az")

    def clean_text_ru(self) -> str:
        """Return the Russian text."""
        return self.text("ru")

    def clean_text_en(self) -> str:
        """Return the English text."""
        return self.text("en")

    def text(self, language: str) -> str:
        """Return the text as typed, tidy; nothing where it is the standard one."""
        text = tidy(self.cleaned_data[f"text_{language}"])
        check_letters(text)
        check(paragraphs(text), language)
        return "" if text == self.standard(language) else text

    @override
    def write(self, *, commit: bool) -> ReportText:
        """Save the texts with what they say now."""
        for language in LANGUAGES:
            text = self.cleaned_data[f"text_{language}"]
            with speaking(language):
                said = said_by(told_text(text, self.edition, language)) if text else {}
            self.instance.write(language, text, said)
        return super().write(commit=commit)


class StandardTextForm(RecordForm[ReportText]):
    """Which language goes back to the standard text."""

    language = forms.ChoiceField(choices=LANGUAGE_CHOICES, widget=forms.HiddenInput)

    class Meta:
        model = ReportText
        fields: ClassVar[list[str]] = []

    @override
    def write(self, *, commit: bool) -> ReportText:
        """Take the standard text; the former one stays in the history."""
        self.instance.write(self.cleaned_data["language"], "", {})
        return super().write(commit=commit)


class FormerTextForm(RecordForm[ReportText]):
    """Which former version is put back, in all languages."""

    former = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = ReportText
        fields: ClassVar[list[str]] = []

    def clean_former(self) -> Any:
        """Return the version of this very text."""
        number = self.cleaned_data["former"]
        found = (
            self.instance.history.filter(pk=number).first()
            if self.instance.pk
            else None
        )
        if found is None:
            raise ValidationError(_("There is no such former text of this section."))
        return found

    @override
    def write(self, *, commit: bool) -> ReportText:
        """Put the former texts back, with what they said then."""
        former = self.cleaned_data["former"]
        for language in LANGUAGES:
            text = getattr(former, f"text_{language}")
            self.instance.write(language, text, former.said.get(language, {}))
        return super().write(commit=commit)
