"""What the register says of a year: the values that a text is judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reports.editions import figures_told
from reports.reading.sentence import Target


@dataclass(frozen=True, slots=True)
class YearValues:
    """The values and cells of a year by figure; of an empty year nothing is known."""

    values: Mapping[str, Decimal | int | None]
    cells: Mapping[str, Mapping[str, Mapping[str, int]]]
    precisions: Mapping[str, str]


def values_of(year: int) -> tuple[YearValues, YearValues]:
    """Return what is known of a year, and of the year before it.

    The one place where values come from: what was frozen, else the counts of now.
    """
    figures = figures_told(year)
    lines = figures.lines
    here = YearValues(
        {code: line.value for code, line in lines.items()},
        {code: line.cells for code, line in lines.items()},
        {code: line.precision for code, line in lines.items()},
    )
    before = YearValues(
        {code: line.previous for code, line in lines.items()},
        {code: line.previous_cells for code, line in lines.items()},
        {},
    )
    nothing = YearValues({}, {}, {})
    return (nothing if figures.is_empty else here), before


@dataclass(slots=True)
class Register:
    """The values of the years that a text names, each counted once."""

    years: dict[int, YearValues] = field(default_factory=dict)
    first: int = 2000
    last: int = 2100

    def of(self, year: int) -> YearValues:
        """Return what is known of a year."""
        if year not in self.years:
            known = self.first <= year <= self.last
            self.years[year] = values_of(year)[0] if known else YearValues({}, {}, {})
        return self.years[year]

    def value(self, target: Target) -> Decimal | None:
        """Return the value of a figure or cell; None where it is not known.

        A cell that is not there is zero, but a rate that is not there was none.
        """
        known = self.of(target.year)
        value = known.values.get(target.figure)
        if value is None:
            return None
        if not target.breakdown:
            return Decimal(value)
        cells = known.cells.get(target.figure, {}).get(target.breakdown, {})
        if target.breakdown == "amount" and target.cell not in cells:
            return None
        return Decimal(cells.get(target.cell, 0))

    def cells(self, target: Target) -> Mapping[str, int]:
        """Return the cells of a target's breakdown; none is zero."""
        known = self.of(target.year).cells
        return known.get(target.figure, {}).get(target.breakdown, {})

    def precision(self, target: Target) -> str:
        """Return how exact the register itself is: "about", "more_than" or nothing."""
        return self.of(target.year).precisions.get(target.figure, "")
