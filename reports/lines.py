"""What a year tells: its figures as lines, each with its cells and the year before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from reports.figures import Cumulative, Figure
from reports.models import Release
from reports.numbers import Cells, Number, exact


class CellRow(NamedTuple):
    """A cell of a breakdown as it is shown; `previous` is null where not known."""

    cell: str
    label: str
    value: int
    previous: int | None

    @property
    def change(self) -> int | None:
        """Return the value less that of the year before; null where not known."""
        return None if self.previous is None else self.value - self.previous


class Returned(NamedTuple):
    """What another agency returned beside the number: how exact, who, by what."""

    precision: str
    agency: str
    approved: bool
    document: str


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
    returned: Returned | None = None

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
        nothing = None if self.previous is None else 0
        rows = [
            CellRow(cell, split.label(cell), value, before.get(cell, nothing))
            for cell, value in self.cells.get(breakdown, {}).items()
        ]
        return sorted(rows, key=lambda row: split.place(row.cell, row.value))


LASTING: Final = "wanted.total"
"""Counts who is wanted still: a year in which nothing happened has some too."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The lines of a year by code, in the order of the report.

    `series` has, for each cumulative figure, what every year after the baseline adds;
    `released` is the last release of the latest frozen year before it.
    """

    year: int
    lines: Mapping[str, Line]
    series: Mapping[str, Mapping[int, int]]
    released: Release | None = None

    @property
    def before(self) -> Release | None:
        """Return the release that the year before is told by, where it is frozen."""
        release = self.released
        return release if release and release.year == self.year - 1 else None

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
