"""Forms over a figure of an earlier year, and over a file of them."""

from typing import Any, Final

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reports.catalogue import FIGURES
from reports.figures import AnnualFigure
from reports.models import LegacyYear
from reports.models.legacy import FIRST_YEAR
from thb.forms import PlainForm, RecordForm

TITLES: Final = {
    code: figure.title
    for code, figure in FIGURES.items()
    if isinstance(figure, AnnualFigure)
}


class LegacyYearForm(RecordForm[LegacyYear]):
    """A number of one earlier year, and where it stands."""

    figure = forms.ChoiceField(label=_("Figure"), choices=list(TITLES.items()))

    class Meta:
        model = LegacyYear
        fields = ("figure", "year", "value", "source")
        help_texts = {"source": _("The report and its page, or the address.")}

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_year(self) -> int:
        """Return the year; one that is not over has no printed number."""
        year: int = self.cleaned_data["year"]
        if not FIRST_YEAR <= year < localdate().year:
            raise forms.ValidationError(_("Enter a year from 2005 to the last one."))
        return year

    def clean(self) -> dict[str, Any]:
        """Keep who enters it."""
        self.instance.entered_by = self.user
        return super().clean() or self.cleaned_data


class LegacyFileForm(PlainForm):
    """A CSV file of earlier years."""

    file = forms.FileField(
        label=_("File of earlier years"),
        help_text=_("CSV with the columns figure, year, value, source."),
    )
