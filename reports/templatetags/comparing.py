"""Filter for the comparison of two editions: a figure as rows of its table."""

from collections.abc import Iterator
from typing import NamedTuple

from django import template

from reports.releases.comparing import FigureChange
from reports.words import shown_change, shown_number

register = template.Library()


class ComparedRow(NamedTuple):
    """A figure, or below it a cell that differs, old and new."""

    title: str
    before: str
    after: str
    change: str
    is_cell: bool = False
    redefined: bool = False


@register.filter
def rows(figure: FigureChange) -> Iterator[ComparedRow]:
    """Yield the row of the figure, and one for each cell that differs."""
    told = figure.line.figure
    yield ComparedRow(
        str(told.title),
        shown_number(figure.before, told.unit),
        shown_number(figure.after, told.unit),
        shown_change(figure.change),
        redefined=figure.redefined,
    )
    for name, cells in figure.cells.items():
        split = told.breakdowns.get(name)
        for cell, (old, new) in cells.items():
            label = f"{split.title}: {split.label(cell)}" if split else cell
            yield ComparedRow(
                label,
                shown_number(old, told.unit),
                shown_number(new, told.unit),
                shown_change(new - old),
                is_cell=True,
            )
