"""Forms over documents: uploading one, and saying what it is."""

from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from thb.forms import RecordForm
from victims.documents.rewriting import Rewritten, rewritten
from victims.documents.uploads import LARGEST_UPLOAD
from victims.forms.identity import line
from victims.models import Paper, Victim

LONGEST_ABOUT = 120


class PaperChangeForm(RecordForm[Paper]):
    """What a document is, until when it is good, who may open it."""

    about = forms.CharField(
        label=_("What it is"),
        help_text=_("In few words. Kept sealed; offices do not see it."),
        max_length=LONGEST_ABOUT,
        required=False,
        widget=line(),
    )

    class Meta:
        model = Paper
        fields = ("kind", "about", "expires_on", "readers", "names_person")
        widgets = {"readers": forms.RadioSelect}
        help_texts = {
            "names_person": _("If it does, everybody says why before opening it."),
        }


class PaperForm(PaperChangeForm):
    """One document with its file, which is written anew before it is kept."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "JPEG, PNG or PDF, up to 10 MB. It is checked and written anew: pictures"
            " lose the place and time, PDFs their links, forms and attached files."
        ),
        error_messages={"required": _("Choose a file.")},
        widget=forms.FileInput({"accept": ".jpg,.jpeg,.png,.pdf"}),
    )
    made: Rewritten

    field_order = ("file", "kind", "about", "expires_on", "readers", "names_person")

    def limit(self, _victim: Victim, user: User) -> None:
        """Say who uploads."""
        self.instance.author = user

    def clean_file(self) -> Any:
        """Write the file anew, or say what is wrong with it."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST_UPLOAD:
            raise ValidationError(_("The file is larger than 10 MB."), "large")
        self.made = rewritten(upload.read())
        self.instance.media = self.made.media
        self.instance.size_bytes = len(self.made.content)
        return upload

    @override
    def write(self, *, commit: bool) -> Paper:
        """Save what it is, then its content, sealed."""
        paper = super().write(commit=commit)
        paper.store(self.made.content)
        return paper
