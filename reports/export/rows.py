"""The figures of a year as rows: a figure, then the cells of its breakdowns."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from reports.counting import Number
from reports.year import CellRow, Line, YearFigures


class Row(NamedTuple):
    """One row of a table; that of the figure itself has no breakdown and no cell."""

    figure: str
    breakdown: str
    cell: str
    value: Number | None
    previous: Number | None
    change: Number | None
    unit: str
    precision: str


def rows(lines: Iterable[Line]) -> Iterator[Row]:
    """Return the rows of the lines, in the order of the page."""
    for line in lines:
        yield _row(line, line)
        for name in line.figure.breakdowns:
            yield from (_row(line, cell, name) for cell in line.rows(name))


def _row(line: Line, shown: Line | CellRow, breakdown: str = "") -> Row:
    return Row(
        line.figure.code,
        breakdown,
        shown.cell if isinstance(shown, CellRow) else "",
        shown.value,
        shown.previous,
        shown.change,
        line.figure.unit.value,
        line.precision,
    )


def as_csv(figures: YearFigures) -> str:
    """Return the rows as CSV, with their header; what is not known is empty."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(Row._fields)
    writer.writerows(rows(figures.lines.values()))
    return text.getvalue()
