"""Forms over a mapping, a population, a figure of others, and what leaves as rows."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reports.catalogue import FIGURES
from reports.catalogue.victims import IDENTIFIED
from reports.disclosure.tied_year import key
from reports.models import Mapping, OthersFigure, Population
from reports.standards.lists import LISTS
from thb.forms import PlainForm, RecordForm
from victims.choices import ExploitationType

FORMS: Final = (IDENTIFIED.code, "exploitation_type")
LEAST_WORDS: Final = 20


class MappingForm(RecordForm[Mapping]):
    """What a value of ours is called in a standard."""

    class Meta:
        model = Mapping
        fields = (
            "standard",
            "list",
            "code",
            "their_code",
            "their_label",
            "not_reported",
        )

    def clean_code(self) -> str:
        """Return the code; one that our list does not have is refused."""
        code: str = self.cleaned_data["code"]
        name = self.cleaned_data.get("list", "")
        if name in LISTS and code not in LISTS[name].codes:
            raise forms.ValidationError(_("This code is not in the list."))
        return code


class MappingChangeForm(RecordForm[Mapping]):
    """Other words for a value that is mapped."""

    class Meta:
        model = Mapping
        fields = ("their_code", "their_label", "not_reported")


class PopulationForm(RecordForm[Population]):
    """How many people of a sex and an age group lived here in a year."""

    class Meta:
        model = Population
        fields = ("year", "sex", "age_group", "value", "source")


class OthersFigureForm(RecordForm[OthersFigure]):
    """A number that others publish, and why it is not ours."""

    measure = forms.ChoiceField(label=_("Our figure"))

    class Meta:
        model = OthersFigure
        fields = (
            "publisher",
            "edition",
            "year",
            "measure",
            "value",
            "wording",
            "address",
            "explanation",
        )
        help_texts = {
            "explanation": _("May stay empty until somebody knows. It is kept by name.")
        }
        widgets = {
            "wording": forms.Textarea(attrs={"rows": 3}),
            "explanation": forms.Textarea(attrs={"rows": 4}),
        }

    field_order = Meta.fields

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        measure: Any = self.fields["measure"]
        measure.choices = list(measures())
        one = self.instance
        self.initial["measure"] = key(one.figure, one.breakdown, one.cell)

    def clean(self) -> dict[str, Any]:
        """Take the figure apart, and name who explains."""
        cleaned = super().clean() or self.cleaned_data
        parts = [*cleaned.get("measure", "").split("/"), "", ""]
        one = self.instance
        one.figure, one.breakdown, one.cell = parts[:3]
        if "explanation" in self.changed_data:
            one.explained_by = self.user if cleaned.get("explanation") else None
        return cleaned


def measures() -> Iterator[tuple[str, str]]:
    """Yield each figure, and the cells of its closed lists."""
    for code, figure in FIGURES.items():
        yield code, str(figure.title)
        for name, split in figure.breakdowns.items():
            cells = split.order
            if (code, name) == FORMS:
                cells = tuple(ExploitationType.values)
            for cell in cells:
                yield key(code, name, cell), f"{figure.title}: {split.label(cell)}"


class MicrodataForm(PlainForm):
    """Why a row a victim leaves the house."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=LEAST_WORDS,
        max_length=300,
        help_text=_("Who receives the file and what for. The journal keeps it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    understood = forms.BooleanField(
        label=_("The file is never published and goes to nobody else.")
    )
    submission = forms.UUIDField(
        widget=forms.HiddenInput, required=False, initial=uuid4
    )
