"""What the analytics count: persons, cases, accused, offences; as the report does."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.filters import with_article
from cases.models import CaseVictim, CriminalCase
from reports.analytics.dimensions import (
    OF_ACCUSED,
    OF_CASES,
    OF_OFFENCES,
    OF_PERSONS,
    Dimensions,
    stages,
)
from reports.breakdowns import Breakdown
from reports.catalogue.prosecution import registered_in, sent_to_court_in
from reports.catalogue.victims import identified_in, persons, with_main_form
from reports.figures import Population, Records
from reports.periods import Period


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing that is counted: its records of a period, and what splits them.

    `case` is the path from such a record to its case; a person has many, so has none.
    """

    code: str
    title: Promise
    rule: Promise
    population: Population
    dimensions: Dimensions
    case: str = ""


def opened_in(period: Period) -> Records:
    """Return the cases opened in the period."""
    return CriminalCase.objects.current().filter(opened_on__range=period)


PERSONS: Final = Measure(
    "persons",
    _("persons"),
    _("Persons identified as victims in the period, as in the annual figures."),
    identified_in,
    OF_PERSONS,
)
CASES: Final = Measure(
    "cases",
    _("criminal cases"),
    _("Criminal cases opened in the period."),
    opened_in,
    OF_CASES,
    case="pk",
)
ACCUSED: Final = Measure(
    "accused",
    _("accused persons"),
    _("Accused persons sent to court in the period."),
    sent_to_court_in,
    OF_ACCUSED,
    case="case",
)
OFFENCES: Final = Measure(
    "offences",
    _("offences"),
    _("Offences registered in the period."),
    registered_in,
    OF_OFFENCES,
    case="case",
)
MEASURES: Final[dict[str, Measure]] = {
    measure.code: measure for measure in (PERSONS, CASES, ACCUSED, OFFENCES)
}
OF_A_PERSON: Final = ("form", "sex", "age", "citizenship", "destination")
STAGE: Final[Breakdown] = stages("stage")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is counted: a period of whole years, and what the filters ask for.

    A filter on persons takes, of cases and what belongs to them, those with a victim
    who fits; one on cases takes, of persons, the victims of such a case.
    """

    first: int
    last: int
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def period(self) -> Period:
        """Return the days of the period."""
        return Period.of_years(self.first, self.last)

    @property
    def before(self) -> "Selection":
        """Return as many years before it."""
        years = self.last - self.first + 1
        return Selection(self.first - years, self.last - years, self.asked)

    def without(self, name: str) -> "Selection":
        """Return the selection with one filter taken away."""
        left = tuple(pair for pair in self.asked if pair[0] != name)
        return Selection(self.first, self.last, left)

    def records(self, measure: Measure, **cells: str) -> Records:
        """Return the records that are counted, of the cells asked for."""
        records = measure.population(self.period)
        if measure is PERSONS:
            records = fitting(records, self.of_persons())
            if self.of_cases():
                records = records.filter(Exists(self.links("victim")))
        elif measure is CASES:
            records = self.narrowed(records)
        elif self.asked:
            inside = self.narrowed(CriminalCase.objects.current())
            records = records.filter(case__in=inside.values("pk"))
        for name, cell in cells.items():
            records = in_cell(records, name, measure.dimensions[name], cell)
        return records

    def of_persons(self) -> list[tuple[str, str]]:
        """Return the filters that say something of a person."""
        return [(name, value) for name, value in self.asked if name in OF_A_PERSON]

    def of_cases(self) -> list[tuple[str, str]]:
        """Return the filters that say something of a case."""
        return [(name, value) for name, value in self.asked if name not in OF_A_PERSON]

    def narrowed(self, cases: QuerySet[CriminalCase]) -> Records:
        """Return those of the cases that fit, with a victim who fits."""
        for name, value in self.of_cases():
            if name == "article":
                cases = with_article(cases, value)
            else:
                cases = in_cell(cases, name, STAGE, value)
        if self.of_persons():
            people = fitting(with_main_form(persons()), self.of_persons())
            links = CaseVictim.objects.current().filter(
                case=OuterRef("pk"), victim__in=people.values("pk")
            )
            cases = cases.filter(Exists(links))
        return cases

    def links(self, of: str) -> QuerySet[CaseVictim]:
        """Return the links, of the record outside, to the cases that fit."""
        fit = self.cases_alone()
        return CaseVictim.objects.current().filter(
            **{of: OuterRef("pk")}, case__in=fit.values("pk")
        )

    def cases_alone(self) -> Records:
        """Return the cases that fit what is asked of cases."""
        only = Selection(self.first, self.last, tuple(self.of_cases()))
        return only.narrowed(CriminalCase.objects.current())


def fitting(people: Records, asked: list[tuple[str, str]]) -> Records:
    """Return the persons in all the cells that are asked for."""
    for name, value in asked:
        people = in_cell(people, name, OF_PERSONS[name], value)
    return people


def in_cell(records: Records, name: str, split: Breakdown, cell: str) -> Records:
    """Return the records in one cell of a split."""
    records = records.alias(**{f"cell_{name}": split.cell})
    return records.filter(Q(**{f"cell_{name}": cell}))
