"""What the public is told of a year: rows of figures and cells, some of them hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from reports.counting import Number
from reports.disclosure.attack import Guess, guesses
from reports.disclosure.cells import System
from reports.disclosure.hiding import hide
from reports.disclosure.tied_year import REST, TiedYear, key
from reports.figures import Percentage
from reports.year import Line, YearFigures

LEFT_OPEN: Final = 2
"""A small number is left open by the threshold less this: 1 to 4 is three wide."""


class Told(NamedTuple):
    """A row of a public table; `value` is null where it is hidden or not known.

    The row of the figure itself has an empty breakdown and cell; the cell `rest` stands
    for all that is too small to be told alone.
    """

    figure: str
    breakdown: str
    cell: str
    value: Number | None
    hidden: bool = False


@dataclass(frozen=True)
class PublicTables:
    """The tables of a year with small numbers hidden, below `threshold` people.

    `earlier` is what was published of the year before, null where it was hidden.
    """

    figures: YearFigures
    threshold: int
    earlier: Mapping[str, int | None] = field(default_factory=dict)

    @cached_property
    def _tied(self) -> tuple[System, TiedYear]:
        year = TiedYear(self.figures, self.threshold, self.earlier)
        return hide(year.system(), self.width), year

    @property
    def width(self) -> int:
        """Return how far apart two tables must be in each small number."""
        return self.threshold - LEFT_OPEN

    @property
    def system(self) -> System:
        """Return the cells, the relations and which are hidden."""
        return self._tied[0]

    @cached_property
    def attacked(self) -> list[Guess]:
        """Return the closest that anybody comes to each small number."""
        return list(guesses(self.system))

    def recovered(self) -> list[Guess]:
        """Return the small numbers that somebody could work out; none may be."""
        return [guess for guess in self.attacked if guess.width < self.width]

    def rows(self) -> Iterator[Told]:
        """Yield the rows of every figure, in the order of the report."""
        for line in self.figures.lines.values():
            yield self.row(line)
            for name in line.figure.breakdowns:
                yield from self.cells(line, name)

    def row(self, line: Line) -> Told:
        """Return the row of a figure; a percentage of what is hidden is hidden too."""
        figure = line.figure
        hidden = figure.code in self.system.hidden
        if isinstance(figure, Percentage):
            both = {figure.part.code, figure.whole.code}
            hidden = bool(both & self.system.hidden)
        return Told(figure.code, "", "", None if hidden else line.value, hidden)

    def cells(self, line: Line, name: str) -> Iterator[Told]:
        """Yield the rows of a breakdown; nothing where only its rest would stand."""
        code, system = line.figure.code, self.system
        rolled = self._tied[1].rolled.get(key(code, name), [])
        prefix = key(code, name, "")
        listed = [
            at
            for at in system.cells
            if at.startswith(f"{prefix}/") and at not in rolled
        ]
        if listed == [key(code, name, REST)]:
            return
        for at in listed:
            hidden = at in system.hidden
            value = None if hidden else system.cells[at].value
            yield Told(code, name, at.rpartition("/")[2], value, hidden)
