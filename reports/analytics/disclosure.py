"""Small numbers, hidden from those who may not open the records behind them.

First the rows and columns whose totals are small are put together under one name, so
that no total is small. Then the small cells are hidden, and as many others as it takes
that no sum gives one of them back: what can be worked out of a hidden cell is never
closer than it was before, a number from 0 to the smallest shown less one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

REST: Final = "rest"  # of rows or columns, those too small to stand alone

type Place = tuple[int, int]
type Table = list[list[int]]


@dataclass(slots=True)
class Hiding:
    """A table of counts, and which of its cells nobody is shown.

    The attacker knows every total, every cell that is shown, the threshold, and which
    of the hidden cells are small.
    """

    table: Table
    threshold: int
    hidden: set[Place] = field(default_factory=set)
    blank: bool = False  # no cell is shown, nor whether it is small

    @classmethod
    def of(cls, table: Table, threshold: int) -> "Hiding":
        """Return the table with few cells hidden, but enough.

        What one more hidden cell does to another is only to blur it, so that a cell
        that is safe stays so.
        """
        hiding = cls(table, threshold)
        small = [at for at in hiding.places() if hiding.is_small(at)]
        hiding.hidden = set(small)
        for at in small:
            hiding.protect(at)
        return hiding

    def protect(self, at: Place) -> None:
        """Hide other cells until the totals do not give this one away."""
        while not self.blank and self.width(at) < self.wanted:
            another = self.complement(at)
            if another is None:
                self.blank = True
            else:
                self.hidden.add(another)

    def places(self) -> Iterator[Place]:
        """Yield the places of the table."""
        for row, cells in enumerate(self.table):
            yield from ((row, column) for column in range(len(cells)))

    def value(self, at: Place) -> int:
        """Return the number at a place."""
        return self.table[at[0]][at[1]]

    def is_small(self, at: Place) -> bool:
        """Tell whether the number is smaller than those that are shown."""
        return self.value(at) < self.threshold

    @property
    def wanted(self) -> int:
        """Return how many numbers apart the ends of what is possible must be."""
        return max(1, self.threshold - 2)

    def complement(self, exposed: Place) -> Place | None:
        """Return the next cell to hide: in the exposed one's row or column, or any."""
        row, column = exposed
        shown = [at for at in self.places() if at not in self.hidden]
        near = [at for at in shown if at[0] == row or at[1] == column]
        crossing = [at for at in shown if self.closes(at)]
        choices = near or crossing or shown
        return min(choices, key=lambda at: (self.value(at), at), default=None)

    def closes(self, at: Place) -> bool:
        """Tell whether the row and the column of a cell have hidden cells already."""
        rows = {row for row, _column in self.hidden}
        columns = {column for _row, column in self.hidden}
        return at[0] in rows and at[1] in columns

    def width(self, at: Place) -> int:
        """Return how far apart the least and the most are that a cell may be."""
        down = self.shift(at, -1)
        return down + self.shift(at, 1) if down < self.wanted else down

    def shift(self, at: Place, way: int) -> int:
        """Return how far a cell can go that way while every total stays as it is."""
        row, column = at
        room = min(self.room(at, way), self.wanted)
        moved: dict[Place, int] = {}
        done = 0
        while done < room:
            path = self.path(column, row, moved, at, way)
            if path is None:
                break
            for place, step in path:
                moved[place] = moved.get(place, 0) + step
            done += 1
        return done

    def room(self, at: Place, way: int, moved: int = 0) -> int:
        """Return how far a hidden cell itself may go that way."""
        value = self.value(at) + moved
        small = self.is_small(at) and not self.blank
        if way < 0:
            least = 0 if small or self.blank else self.threshold
            return value - least
        return self.threshold - 1 - value if small else self.wanted

    def path(
        self, column: int, row: int, moved: Mapping[Place, int], used: Place, way: int
    ) -> list[tuple[Place, int]] | None:
        """Return a way of steps that puts the column and the row right again.

        From the column to a row by a step against `way`, from a row to a column by one
        along it; breadth first, so that the shortest is found.
        """
        start, goal = ("column", column), ("row", row)
        came: dict[tuple[str, int], tuple[tuple[str, int], Place, int] | None]
        came = {start: None}
        queue = [start]
        for node in queue:
            if node == goal:
                return steps_to(goal, came)
            for following, place, step in self.onward(node, moved, used, way):
                if following not in came:
                    came[following] = (node, place, step)
                    queue.append(following)
        return None

    def onward(
        self, node: tuple[str, int], moved: Mapping[Place, int], used: Place, way: int
    ) -> Iterator[tuple[tuple[str, int], Place, int]]:
        """Yield where one gets from a row or a column by moving one hidden cell."""
        side, number = node
        step = -way if side == "column" else way
        for place in self.line(side, number):
            free = place in self.hidden and place != used
            if free and self.room(place, step, moved.get(place, 0)) > 0:
                row, column = place
                other = ("row", row) if side == "column" else ("column", column)
                yield other, place, step

    def line(self, side: str, number: int) -> list[Place]:
        """Return the places of one row or of one column."""
        if side == "row":
            return [(number, column) for column in range(len(self.table[number]))]
        return [(row, number) for row in range(len(self.table))]


def steps_to(
    goal: tuple[str, int],
    came: Mapping[tuple[str, int], tuple[tuple[str, int], Place, int] | None],
) -> list[tuple[Place, int]]:
    """Return the steps that led to the goal."""
    steps = []
    node = goal
    while (link := came[node]) is not None:
        node, place, step = link
        steps.append((place, step))
    return steps


def put_together(counts: Mapping[str, int], threshold: int) -> dict[str, str]:
    """Return under which name each row or column is shown; the small ones are `REST`.

    While the rest itself is small the smallest of the others joins it.
    """
    by_size = sorted(counts, key=lambda cell: (counts[cell], cell))
    rest = [cell for cell in by_size if counts[cell] < threshold]
    while rest and len(rest) < len(by_size) and total(rest, counts) < threshold:
        rest.append(by_size[len(rest)])
    return {cell: REST if cell in rest else cell for cell in counts}


def total(cells: Iterable[str], counts: Mapping[str, int]) -> int:
    """Return what some cells add up to."""
    return sum(counts[cell] for cell in cells)
