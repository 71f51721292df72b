"""The cells of a list, drawn by their templates once a column and once a state.

A list has hundreds of cells: drawn one by one they took longer than all else together.
"""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from thb.columns import Cell, Column

CELL: Final = "lists/cell.html"
STATE: Final = "components/state.html"
HERE: Final = "\x00"  # where the text of a cell stands


class Drawing:
    """Draws the rows of one page of a list."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        """Draw the cell of each column but the first, which opens the record."""
        _first, *others = columns.values()
        self.frames = [frame(column) for column in others]
        self.states: dict[tuple[str, str], str] = {}

    def row(self, cells: Iterable[Cell]) -> SafeString:
        """Return the cells of a row after its first."""
        _first, *others = cells
        pairs = zip(self.frames, others, strict=True)
        drawn = [start + self.inside(cell) + end for (start, end), cell in pairs]
        return mark_safe("".join(drawn))  # noqa: S308 - each part is escaped

    def inside(self, cell: Cell) -> str:
        """Return what stands in a cell: words, or a square and words."""
        if cell.kind is None:
            return escape(cell.text)
        known = cell.kind, cell.text
        if known not in self.states:
            context = {"kind": cell.kind, "text": cell.text}
            self.states[known] = render_to_string(STATE, context).strip()
        return self.states[known]


def frame(column: Column) -> tuple[str, str]:
    """Return what stands before and after the text of a column's cells."""
    context = {"part": column.part, "label": column.label, "text": HERE}
    start, _here, end = render_to_string(CELL, context).strip().partition(HERE)
    return start, end
