"""By what the analytics split records: one SQL expression each, never null."""

from collections.abc import Mapping
from typing import Final

from django.db.models import (
    Case,
    CharField,
    F,
    Max,
    Min,
    OuterRef,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, ExtractMonth, ExtractYear
from django.utils.translation import gettext_lazy as _

from cases.choices import AccusedRole, CaseStage
from cases.models import CaseVictim
from reference.countries import UNKNOWN as UNKNOWN_COUNTRY
from reports.breakdowns import (
    OTHER,
    UNKNOWN,
    Breakdown,
    codes,
    countries,
    known,
    named,
    sexes,
)
from reports.catalogue.victims import COUNTRY, IDENTIFIED
from thb.months import month_name
from victims.ages import LABELS, band_of

SEVERAL: Final = "several"
SEVERAL_WORDS: Final = _("several")
VAGUE: Final = (SEVERAL, OTHER, UNKNOWN)
AGE: Final = Breakdown(
    _("age group"),
    band_of("age_at_identification"),
    named(LABELS),
    (*LABELS, UNKNOWN),
)
FORM: Final = IDENTIFIED.by["exploitation_type"]
CITIZENSHIP: Final = IDENTIFIED.by["citizenship"]
SEX: Final = IDENTIFIED.by["sex"]


def year_of(path: str) -> Breakdown:
    """Return the split by calendar year, the earliest first."""
    return Breakdown(_("year"), Cast(ExtractYear(path), TextField()), str, numeric=True)


def month_of(path: str) -> Breakdown:
    """Return the split by month of a year, the earliest first."""
    number = ExtractYear(path) * 100 + ExtractMonth(path)
    return Breakdown(_("month"), Cast(number, TextField()), month_words, numeric=True)


def month_words(cell: str) -> str:
    """Return the name of a month, 201903: March 2019."""
    return f"{month_name(int(cell[-2:]))} {cell[:-2]}"


def articles(path: str) -> Breakdown:
    """Return the split by article of the Criminal Code."""
    return Breakdown(_("article"), known(path), named({}))


def stages(path: str) -> Breakdown:
    """Return the split by how far the case has come."""
    return codes(_("stage of the case"), path, CaseStage)


def of_victims(case: str, path: str, *blanks: str) -> Combinable:
    """Return what the victims of a case share; "several" where they differ.

    `case` is the path to the case, `path` that from a link to the value.
    """
    value = known(path, *blanks)
    links = CaseVictim.objects.current().filter(
        case=OuterRef(case),
        victim__voided_at=None,
        victim__merged_into=None,
        victim__exploitations__main=True,
        victim__exploitations__voided_at=None,
    )
    one = links.order_by().values("case").annotate(low=Min(value), high=Max(value))
    found = Case(
        When(low=F("high"), then=F("low")),
        default=Value(SEVERAL),
        output_field=CharField(),
    )
    return Coalesce(
        Subquery(one.values(found=found), output_field=TextField()),
        Value(UNKNOWN, TextField()),
    )


class Label:
    """Names the cells of a split of which one record may have several."""

    def __init__(self, split: Breakdown) -> None:
        self.split = split

    def __call__(self, cell: str) -> str:
        """Return the name of the cell."""
        return str(SEVERAL_WORDS) if cell == SEVERAL else self.split.label(cell)


def destinations(case: str) -> Breakdown:
    """Return the split of cases by the country of exploitation of their victims."""
    cell = of_victims(case, "victim__exploitations__country", UNKNOWN_COUNTRY)
    return Breakdown(COUNTRY.title, cell, Label(COUNTRY), vague=VAGUE)


def forms(case: str) -> Breakdown:
    """Return the split of cases by the form in which their victims were exploited."""
    cell = of_victims(case, "victim__exploitations__type")
    return Breakdown(FORM.title, cell, Label(FORM), vague=VAGUE)


type Dimensions = Mapping[str, Breakdown]

OF_PERSONS: Final[Dimensions] = {
    "form": FORM,
    "sex": SEX,
    "age": AGE,
    "citizenship": CITIZENSHIP,
    "destination": COUNTRY,
    "year": year_of("identified_on"),
    "month": month_of("identified_on"),
}
OF_CASES: Final[Dimensions] = {
    "article": articles("article"),
    "stage": stages("stage"),
    "destination": destinations("pk"),
    "form": forms("pk"),
    "year": year_of("opened_on"),
    "month": month_of("opened_on"),
}
OF_ACCUSED: Final[Dimensions] = {
    "sex": sexes(),
    "citizenship": countries(_("citizenship"), "citizenship"),
    "role": codes(_("role"), "role", AccusedRole),
    "article": articles("case__article"),
    "stage": stages("case__stage"),
    "destination": destinations("case"),
    "form": forms("case"),
    "year": year_of("sent_to_court_on"),
    "month": month_of("sent_to_court_on"),
}
OF_OFFENCES: Final[Dimensions] = {
    "article": articles("article"),
    "stage": stages("case__stage"),
    "destination": destinations("case"),
    "form": forms("case"),
    "year": year_of("registered_on"),
    "month": month_of("registered_on"),
}
