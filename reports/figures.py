"""The annual figures: what a figure is, and the records behind it.

One definition serves the number, the list of records behind it, the export and the
check. Year: 1 January to 31 December in Asia/Baku; the date of the event decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from prevention.models import AgencyReturn
from reports.breakdowns import Breakdown
from reports.choices import Unit
from reports.periods import Period
from reports.starts import starts_of

type Records = QuerySet[Any, Any]
type Population = Callable[[Period], Records]


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A number that the report tells for one year."""

    code: str
    title: str | Promise
    unit: Unit

    @property
    def breakdowns(self) -> Mapping[str, Breakdown]:
        """Return the splits of the figure; most have none."""
        return {}

    def records(self, year: int) -> Records:
        """Return the records behind the number of the year."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, eq=False)
class AnnualFigure(Figure):
    """A count of records, or the sum of an amount over them.

    `population` gives the records of a period, one for each thing that is counted;
    `only` says which of them this figure takes. Each breakdown splits them by one SQL
    expression and adds up to the total: a value not recorded is "unknown".
    """

    _: KW_ONLY
    population: Population
    only: Q = field(default_factory=Q)
    amount: str = ""
    dated_by: str = ""
    by: Mapping[str, Breakdown] = field(default_factory=dict)

    @property
    def breakdowns(self) -> Mapping[str, Breakdown]:
        """Return the splits of the figure, by name."""
        return self.by

    def counted(self, period: Period) -> Records:
        """Return the records of the period that the figure counts."""
        return self.population(period).filter(self.only)

    def records(self, year: int, breakdown: str = "", cell: str = "") -> Records:
        """Return the records of the year; of one cell, where a breakdown is named."""
        records = self.counted(Period.of_year(year))
        if breakdown:
            split = self.by[breakdown].cell
            records = records.alias(cell_of_breakdown=split)
            records = records.filter(cell_of_breakdown=cell)
        return records


@dataclass(frozen=True, slots=True, eq=False)
class Percentage(Figure):
    """A part in a hundred of its whole, to one decimal, rounded half up."""

    _: KW_ONLY
    part: AnnualFigure
    whole: AnnualFigure

    def records(self, year: int) -> Records:
        """Return the records of the part."""
        return self.part.records(year)


@dataclass(frozen=True, slots=True, eq=False)
class Cumulative(Figure):
    """The total to the end of a year: the baseline and the years counted after it.

    The parts share one population, in which a record belongs to one year by the date
    `dated_by`.
    """

    _: KW_ONLY
    parts: tuple[AnnualFigure, ...]

    def counted(self, period: Period) -> Records:
        """Return the records of the years after the baseline."""
        first = self.parts[0]
        only = reduce(or_, (part.only for part in self.parts))
        return first.population(period).filter(only)

    def records(self, year: int) -> Records:
        """Return the records after the start of the total, to the end of the year.

        Those of the start itself were counted before the register, or are frozen.
        """
        start = starts_of(year).get(self.code)
        if start is None or start.through_year >= year:
            return self.counted(Period.of_year(year)).none()
        return self.counted(Period.of_years(start.through_year + 1, year))


@dataclass(frozen=True, slots=True, eq=False)
class ReturnedFigure(Figure):
    """A number that another agency counts; the register holds its return."""

    _: KW_ONLY
    agency: str

    def records(self, year: int) -> Records:
        """Return the return of that year, or nothing."""
        return AgencyReturn.objects.current().filter(figure=self.code, year=year)
