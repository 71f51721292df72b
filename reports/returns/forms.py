"""Forms over the return of one figure, and over the totals before the register."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from prevention.models import AgencyReturn, Baseline
from reports.catalogue import FIGURES
from reports.figures import Cumulative
from thb.forms import RecordForm

TOTALS: Final = [
    (code, figure.title)
    for code, figure in FIGURES.items()
    if isinstance(figure, Cumulative)
]


def title_of_total(figure: str) -> Any:
    """Return the title of a cumulative figure; the code of one that is not known."""
    return dict(TOTALS).get(figure, figure)


class ReturnForm(RecordForm[AgencyReturn]):
    """A value, how exact it is, who returned it and in which document."""

    class Meta:
        model = AgencyReturn
        fields = ("value", "precision", "agency", "document")
        help_texts = {"document": _("Number and date of the letter, or where it is.")}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["value"].required = True

    def clean(self) -> dict[str, Any]:
        """Make who changes the value the one who entered it: it is approved anew."""
        if self.changed_fields:
            self.instance.entered_by = self.user
            self.instance.approved_by = self.instance.approved_at = None
        return super().clean() or self.cleaned_data


class BaselineForm(RecordForm[Baseline]):
    """The total of a cumulative figure through a year."""

    figure = forms.ChoiceField(label=_("Figure"), choices=TOTALS)

    class Meta:
        model = Baseline
        fields = ("figure", "through_year", "value", "source")
