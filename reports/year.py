"""All figures of one year, with the year before and the totals since 2005."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property
from typing import Any, Final

from django.db.models import Max
from django.utils.timezone import localdate

from assistance.models import Placement
from cases.models import Offence
from prevention.models import Activity, AgencyReturn, Call
from reports.catalogue import FIGURES
from reports.counting import Count, Counts, Number, Sheet, by_year, exact, sheets
from reports.figures import (
    AnnualFigure,
    Cumulative,
    Figure,
    Percentage,
    ReturnedFigure,
)
from reports.lines import CellRow, Line, Returned, YearFigures
from reports.models import Release
from reports.releases.frozen import FrozenLine, line_of
from reports.starts import Start, starts_after

__all__ = ["CellRow", "Line", "Returned", "YearFigures", "figures_of", "latest_year"]

TENTH: Final = Decimal("0.1")
HUNDRED: Final = Decimal(100)
LATEST_DAYS: Final[tuple[tuple[Any, str], ...]] = (
    (Placement, "admitted_on"),
    (Offence, "registered_on"),
    (Call, "received_on"),
    (Activity, "held_on"),
)
"""Days that have an index, to find the latest year by."""


@cache
def counted_sheets() -> list[Sheet]:
    """Return the sheets of the catalogue; their SQL is made once."""
    return sheets(f for f in FIGURES.values() if isinstance(f, AnnualFigure))


def figures_of(year: int) -> YearFigures:
    """Count all figures of the year, and of the year before unless that is frozen."""
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
    def released(self) -> Release | None:
        """The latest frozen year before this one."""
        return Release.objects.last_before(self.year)

    @cached_property
    def starts(self) -> dict[str, Start]:
        return starts_after(self.released)

    @cached_property
    def added(self) -> dict[str, dict[int, int]]:
        """What each year after its start adds to a cumulative figure."""
        return {
            code: by_year(figure, self.starts[code].through_year, self.year)
            for code, figure in FIGURES.items()
            if isinstance(figure, Cumulative) and code in self.starts
        }

    def figures(self) -> YearFigures:
        lines = {code: self.line(figure) for code, figure in FIGURES.items()}
        series = {
            code: {**self.starts[code].series, **added}
            for code, added in self.added.items()
        }
        return YearFigures(self.year, lines, series, self.released)

    @cached_property
    def frozen_before(self) -> Release | None:
        """The frozen year before, if it is the one right before."""
        before = self.released
        return before if before and before.year == self.year - 1 else None

    @cached_property
    def counts_before(self) -> bool:
        """Tell whether the register counts the year before; without totals it does."""
        begins = [start.through_year for start in self.starts.values()]
        return not begins or min(begins) < self.year - 1

    def line_before(self, figure: Figure) -> FrozenLine:
        """Return a figure of the year before, as frozen or as it counts now.

        What the register counts is not known of a year before it; a total through that
        year is, and so is what another agency returned for it.
        """
        if self.frozen_before:
            return line_of(self.frozen_before, figure.code)
        if not self.counts_before and isinstance(figure, AnnualFigure | Percentage):
            return FrozenLine(None, {})
        year = self.year - 1
        return FrozenLine(self.value(figure, year), self.count(figure, year).cells)

    def line(self, figure: Figure) -> Line:
        now, before = self.count(figure, self.year), self.line_before(figure)
        returned = self.returns.get((figure.code, self.year))
        return Line(
            figure,
            self.value(figure, self.year),
            before.value,
            records=self.records(figure, now),
            cells=now.cells,
            previous_cells=before.cells,
            returned=told(returned) if returned else None,
        )

    def records(self, figure: Figure, now: Count) -> int:
        match figure:
            case Percentage():
                return self.count(figure.part, self.year).records
            case Cumulative():
                return sum(self.added.get(figure.code, {}).values())
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
        """Return the start and the years after it; null before it or without it."""
        start = self.starts.get(code)
        if start is None or year < start.through_year:
            return None
        added = self.added[code].items()
        return exact(start.value + sum(n for y, n in added if y <= year))


def told(found: AgencyReturn) -> Returned:
    """Return what a line tells of an agency's return."""
    agency = found.agency.code if found.agency else ""
    approved = found.approved_by_id is not None
    return Returned(found.precision, agency, approved, found.document)


def latest_year() -> int:
    """Return the latest year with records; the present one where there are none."""
    days = [
        model.objects.current().aggregate(last=Max(day))["last"]
        for model, day in LATEST_DAYS
    ]
    years = [day.year for day in days if day is not None]
    returned = AgencyReturn.objects.current().aggregate(last=Max("year"))["last"]
    return max([*years, *filter(None, [returned])], default=localdate().year)
