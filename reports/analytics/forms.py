"""What the analytics are asked: a period and filters, and how the table is split."""

from typing import Any, Final, override

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.choices import CaseStage
from cases.filters import A_YEAR
from reference.choices import Sex
from reference.countries import UNKNOWN as UNKNOWN_COUNTRY
from reference.countries import country_choices
from reports.analytics.measures import MEASURES, PERSONS, Measure, Selection
from reports.analytics.table import SHARES
from reports.breakdowns import NOT_RECORDED, UNKNOWN
from reports.models import DisclosureRule
from thb.fields import CountField
from thb.forms import FilterForm, PlainForm, RecordForm
from victims.ages import LABELS
from victims.choices import ExploitationType

ANY: Final = ("", _("Any"))
BLANK: Final = (UNKNOWN, NOT_RECORDED)
FIRST_YEAR: Final = 1901
LAST_YEAR: Final = 2100
WRONG_ORDER: Final = _("The last year must be the first year or later.")


def year(label: Any) -> CountField:
    """Return a field for a year of four digits."""
    return CountField(
        label=label,
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), A_YEAR),
    )


def one_of(label: Any, choices: Any) -> forms.ChoiceField:
    """Return a filter by a code of a closed list, or by none."""
    return forms.ChoiceField(label=label, choices=choices, required=False)


def with_blank(choices: Any) -> list[tuple[str, Any]]:
    """Return the choices of a list, with "not recorded" as the figures have it."""
    known = [(code, label) for code, label in choices if code != UNKNOWN]
    return [ANY, *known, BLANK]


def countries() -> list[tuple[str, Any]]:
    """Return the countries, with "not recorded"."""
    return with_blank(pair for pair in country_choices() if pair[0] != UNKNOWN_COUNTRY)


class PeriodForm(FilterForm):
    """Which years: all that those may choose who see no small numbers."""

    first = year(_("From the year"))
    last = year(_("To the year"))

    def selection(self, latest: int) -> Selection:
        """Return what is asked for; without a year it is the latest one."""
        asked = self.cleaned_data
        first = asked["first"] or asked["last"] or latest
        last = asked["last"] or max(first, latest)
        return Selection(first, last, self.asked())

    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return the filters in use, but for the years."""
        return ()

    @override
    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = found.get("first"), found.get("last")
        if first and last and last < first:
            self.add_error("last", WRONG_ORDER)
        return found


class OneYearForm(PeriodForm):
    """One calendar year, so that no two answers can be told from each other."""

    first = year(_("Year"))
    last = None  # type: ignore[assignment]

    @override
    def selection(self, latest: int) -> Selection:
        """Return the year that is asked for, or the latest one."""
        asked = self.cleaned_data["first"] or latest
        return Selection(asked, asked)


class AnalyticsForm(PeriodForm):
    """The period, and filters on cases and on persons."""

    article = forms.CharField(label=_("Article"), required=False)
    stage = one_of(_("Stage"), with_blank(CaseStage.choices))
    form = one_of(_("Form of exploitation"), with_blank(ExploitationType.choices))
    destination = one_of(_("Destination"), countries)
    sex = one_of(_("Sex"), with_blank(Sex.choices))
    age = one_of(_("Age group"), [ANY, *LABELS.items(), BLANK])
    citizenship = one_of(_("Citizenship"), countries)

    @override
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return the filters in use, but for the years."""
        names = [name for name in self.fields if name not in ("first", "last")]
        found = self.cleaned_data
        return tuple((name, found[name]) for name in names if found[name])


class TableForm(PlainForm):
    """What is counted, by which rows and columns, and with which percent."""

    of_list = True

    measure = forms.ChoiceField(
        label=_("Count"),
        choices=[(code, one.title) for code, one in MEASURES.items()],
        required=False,
    )
    rows = forms.ChoiceField(label=_("Rows"), required=False)
    columns = forms.ChoiceField(label=_("Columns"), required=False)
    share = one_of(_("Percent"), [("", _("none")), *SHARES.items()])

    def __init__(self, data: Any, *, hides: bool) -> None:
        measure = MEASURES.get(data.get("measure", ""), PERSONS)
        self.counted: Measure = measure
        dimensions = dict(measure.dimensions)
        if hides:  # a day, even a month, could tell of whom a number speaks
            del dimensions["month"]
        offered = [(name, split.title) for name, split in dimensions.items()]
        usual = {"measure": measure.code, "rows": offered[0][0], "columns": ""}
        known = {name: data[name] for name in (*usual, "share") if name in data}
        if known.get("rows") not in dimensions:
            known["rows"] = usual["rows"]
        if known.get("columns", "") not in dimensions:
            known["columns"] = ""
        super().__init__(usual | known)
        self.fields["rows"].choices = offered  # type: ignore[attr-defined]
        self.fields["columns"].choices = [  # type: ignore[attr-defined]
            ("", _("none")),
            *offered,
        ]

    def split(self, name: str) -> str:
        """Return the dimension chosen for the rows or the columns; "" for none."""
        chosen = str(self.data[name])
        return "" if name == "columns" and chosen == self.data["rows"] else chosen

    @property
    def percent_of(self) -> str:
        """Return of what the percents are, or nothing."""
        asked = str(self.data.get("share", ""))
        return asked if asked in SHARES else ""


class DisclosureRuleForm(RecordForm[DisclosureRule]):
    """The smallest number that is shown to everybody."""

    class Meta:
        model = DisclosureRule
        fields = ("smallest_shown",)
        help_texts = {
            "smallest_shown": _(
                "Numbers below it are hidden from those who may not open the records."
                " From 3 to 20."
            )
        }
