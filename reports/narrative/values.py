"""What a token is bound to in an edition: the number, the year before, its unit."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from reports.choices import Unit
from reports.counting import Number, exact
from reports.editions import Edition
from reports.figures import Percentage
from reports.narrative.names import NAMES
from reports.narrative.tokens import Token
from reports.year import CellRow, Line

FEW: Final = 10
"""A percentage of fewer is not told."""


class Bound(NamedTuple):
    """A number as a text tells it; null where it is not known.

    `opens` are the figure, or figure, breakdown and cell, whose list has its records.
    """

    value: Number | None
    previous: Number | None = None
    unit: str = ""
    precision: str = ""
    opens: tuple[str, ...] = ()
    label: str = ""
    plain: str = ""

    @property
    def change(self) -> Number | None:
        """Return the value less that of the year before."""
        if self.value is None or self.previous is None:
            return None
        return exact(Decimal(self.value) - Decimal(self.previous))

    @property
    def key(self) -> str:
        """Return the number's name where what was said is kept."""
        code, *cell = self.opens or ("",)
        return f"{code}:{'.'.join(cell)}" if cell else code

    @property
    def is_told(self) -> bool:
        """Tell whether there is something to say: not nothing, and not zero."""
        return bool(self.value) or bool(self.plain)


def bound(token: Token, edition: Edition) -> Bound:
    """Return the number of a token that is not a list."""
    if token.code in NAMES:
        said = NAMES[token.code](edition.year)
        number = said if isinstance(said, int) else None
        return Bound(number, plain=str(said))
    line = edition.figures.lines[token.code]
    if token.cell:
        return _cell(line, token.breakdown, token.cell)
    if _is_of_few(line, edition):
        return Bound(None, unit=line.figure.unit, opens=(token.code,))
    return Bound(
        line.value,
        line.previous,
        line.figure.unit,
        line.precision,
        (token.code,),
    )


def _is_of_few(line: Line, edition: Edition) -> bool:
    """Tell whether the number is a percentage of fewer than ten."""
    figure = line.figure
    if not isinstance(figure, Percentage):
        return False
    return (edition.figures.value(figure.whole.code) or 0) < FEW


def cells(token: Token, edition: Edition) -> Iterator[Bound]:
    """Yield the numbers of a list, in the order of the page."""
    line = edition.figures.lines[token.code]
    for row in line.rows(token.breakdown):
        if row.cell not in token.without:
            yield _bound_cell(line, token.breakdown, row)


def _cell(line: Line, breakdown: str, cell: str) -> Bound:
    split = line.figure.breakdowns[breakdown]
    now = line.cells.get(breakdown, {}).get(cell, 0)
    before = line.previous_cells.get(breakdown, {}).get(cell, 0)
    return _bound_cell(line, breakdown, CellRow(cell, split.label(cell), now, before))


def _bound_cell(line: Line, breakdown: str, row: CellRow) -> Bound:
    previous = None if line.previous is None else row.previous
    unit = line.figure.unit if line.figure.unit != Unit.PERCENT else ""
    opens = (line.figure.code, breakdown, row.cell)
    return Bound(row.value, previous, unit, opens=opens, label=row.label)
