"""All figures of one year, with the year before and the totals since 2005."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from typing import Any, Final, NamedTuple

from django.db.models import Max
from django.utils.timezone import localdate

from assistance.models import Placement
from cases.models import Offence
from prevention.models import Activity, AgencyReturn, Baseline, Call
from reports.catalogue import FIGURES
from reports.counting import Cells, Count, Counts, Number, Sheet, by_year, exact, sheets
from reports.figures import (
    AnnualFigure,
    Cumulative,
    Figure,
    Percentage,
    ReturnedFigure,
)

TENTH: Final = Decimal("0.1")
HUNDRED: Final = Decimal(100)
LATEST_DAYS: Final[tuple[tuple[Any, str], ...]] = (
    (Placement, "admitted_on"),
    (Offence, "registered_on"),
    (Call, "received_on"),
    (Activity, "held_on"),
)
"""Days that have an index, to find the latest year by."""


class CellRow(NamedTuple):
    """A cell of a breakdown as it is shown."""

    cell: str
    label: str
    value: int
    previous: int

    @property
    def change(self) -> int:
        """Return the value less that of the year before."""
        return self.value - self.previous


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the year as it is shown; null where nothing is known.

    `records` is how long its list is; `returned` is the other agency's return, for a
    figure that has one.
    """

    figure: Figure
    value: Number | None
    previous: Number | None
    records: int = 0
    cells: Mapping[str, Cells] = field(default_factory=dict)
    previous_cells: Mapping[str, Cells] = field(default_factory=dict)
    returned: AgencyReturn | None = None

    @property
    def change(self) -> Number | None:
        """Return the value less that of the year before."""
        if self.value is None or self.previous is None:
            return None
        return exact(Decimal(self.value) - Decimal(self.previous))

    @property
    def precision(self) -> str:
        """Return how exact a returned number is; empty for what is counted here."""
        return self.returned.precision if self.returned else ""

    def rows(self, breakdown: str) -> list[CellRow]:
        """Return the cells of a breakdown in the order of the page; none is zero."""
        split = self.figure.breakdowns[breakdown]
        before = self.previous_cells.get(breakdown, {})
        rows = [
            CellRow(cell, split.label(cell), value, before.get(cell, 0))
            for cell, value in self.cells.get(breakdown, {}).items()
        ]
        return sorted(rows, key=lambda row: split.place(row.cell, row.value))


LASTING: Final = "wanted.total"
"""Counts who is wanted still: a year in which nothing happened has some too."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The lines of a year by code, in the order of the report.

    `series` has, for each cumulative figure, what every year after the baseline adds.
    """

    year: int
    lines: Mapping[str, Line]
    series: Mapping[str, Mapping[int, int]]

    def value(self, code: str) -> Number | None:
        """Return the value of a figure; null where it is not known."""
        return self.lines[code].value

    @property
    def is_empty(self) -> bool:
        """Tell whether the year itself has no records; totals of earlier ones aside."""
        return not any(
            line.value or line.returned
            for code, line in self.lines.items()
            if code != LASTING and not isinstance(line.figure, Cumulative)
        )


@cache
def counted_sheets() -> list[Sheet]:
    """Return the sheets of the catalogue; their SQL is made once."""
    return sheets(f for f in FIGURES.values() if isinstance(f, AnnualFigure))


def figures_of(year: int) -> YearFigures:
    """Count all figures of the year and of the year before."""
    return _Counting(year).figures()


def percentage(part: Number | None, whole: Number | None) -> Number | None:
    """Return 100 * part / whole to one decimal, half up; of nothing it is null."""
    if part is None or not whole:
        return None
    return exact((HUNDRED * part / Decimal(whole)).quantize(TENTH, ROUND_HALF_UP))


@dataclass
class _Counting:
    """What was counted for one year, before it becomes lines."""

    year: int

    @cached_property
    def years(self) -> tuple[int, int]:
        return (self.year, self.year - 1)

    @cached_property
    def counts(self) -> Counts:
        counts: Counts = {}
        for sheet in counted_sheets():
            counts |= sheet.count(self.year)
        return counts

    @cached_property
    def returns(self) -> dict[tuple[str, int], AgencyReturn]:
        found = AgencyReturn.objects.current().filter(year__in=self.years)
        return {(a.figure, a.year): a for a in found.select_related("agency")}

    @cached_property
    def baselines(self) -> dict[str, Baseline]:
        return {found.figure: found for found in Baseline.objects.current()}

    @cached_property
    def series(self) -> dict[str, dict[int, int]]:
        return {
            code: by_year(figure, self.baselines[code].through_year, self.year)
            for code, figure in FIGURES.items()
            if isinstance(figure, Cumulative) and code in self.baselines
        }

    def figures(self) -> YearFigures:
        lines = {code: self.line(figure) for code, figure in FIGURES.items()}
        return YearFigures(self.year, lines, self.series)

    def line(self, figure: Figure) -> Line:
        value, previous = (self.value(figure, year) for year in self.years)
        now, before = (self.count(figure, year) for year in self.years)
        return Line(
            figure,
            value,
            previous,
            records=self.records(figure, now),
            cells=now.cells,
            previous_cells=before.cells,
            returned=self.returns.get((figure.code, self.year)),
        )

    def records(self, figure: Figure, now: Count) -> int:
        match figure:
            case Percentage():
                return self.count(figure.part, self.year).records
            case Cumulative():
                return sum(self.series.get(figure.code, {}).values())
            case ReturnedFigure():
                return int((figure.code, self.year) in self.returns)
            case _:
                return now.records

    def count(self, figure: Figure, year: int) -> Count:
        return self.counts.get(figure.code, {}).get(year, Count())

    def value(self, figure: Figure, year: int) -> Number | None:
        match figure:
            case Percentage():
                part, whole = (self.count(f, year) for f in (figure.part, figure.whole))
                return percentage(part.value, whole.value)
            case Cumulative():
                return self.total(figure.code, year)
            case ReturnedFigure():
                return self.returned(figure.code, year)
            case _:
                return self.count(figure, year).value

    def returned(self, code: str, year: int) -> Number | None:
        found = self.returns.get((code, year))
        return None if found is None or found.value is None else exact(found.value)

    def total(self, code: str, year: int) -> Number | None:
        """Return the baseline and the years after it; null before it or without it."""
        baseline = self.baselines.get(code)
        if baseline is None or year < baseline.through_year:
            return None
        added = self.series[code].items()
        return exact(baseline.value + sum(n for y, n in added if y <= year))


def latest_year() -> int:
    """Return the latest year with records; the present one where there are none."""
    days = [
        model.objects.current().aggregate(last=Max(day))["last"]
        for model, day in LATEST_DAYS
    ]
    years = [day.year for day in days if day is not None]
    returned = AgencyReturn.objects.current().aggregate(last=Max("year"))["last"]
    return max([*years, *filter(None, [returned])], default=localdate().year)
