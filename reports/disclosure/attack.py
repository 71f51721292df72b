"""The attacker: what anybody can work out of the cells that are not shown.

It knows every cell that is shown, every relation, and which cells are hidden; it does
not know why one is hidden. It is exact: its bounds are those of whole numbers.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reports.disclosure.cells import System
from reports.disclosure.tables import Program, another_table


class Guess(NamedTuple):
    """The closest that anybody comes to a hidden cell."""

    key: str
    least: int
    most: int

    @property
    def width(self) -> int:
        """Return how much is open; 0 where the cell is recovered."""
        return self.most - self.least


def guesses(system: System) -> Iterator[Guess]:
    """Yield what can be worked out of each small cell that is hidden."""
    for part in system.parts():
        for key in part.small:
            if key in part.hidden:
                yield guess(part, key)
            else:
                value = part.cells[key].value
                yield Guess(key, value, value)


def recovered(system: System, width: int) -> list[Guess]:
    """Return the small cells that anybody knows closer than `width`."""
    return [found for found in guesses(system) if found.width < width]


def guess(system: System, key: str) -> Guess:
    """Return the bounds of a hidden cell: from two tables that differ most in it."""
    program = Program()
    hidden = sorted(system.hidden)
    lower, upper = (another_table(program, system, hidden) for _ in range(2))
    program.costs[lower[key]], program.costs[upper[key]] = 1, -1
    found = program.solve()
    if found is None:
        raise ArithmeticError(f"No table has the numbers that are shown: {key}.")
    return Guess(key, found[lower[key]], found[upper[key]])
