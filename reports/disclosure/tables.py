"""Other tables that the public cannot tell from the true one, as an integer program."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from reports.disclosure.cells import MANY, System, Tie

SOLVED: Final = 0


@dataclass
class Program:
    """An integer program that is put together row by row."""

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    rows: list[tuple[Mapping[int, float], float, float]] = field(default_factory=list)

    def variable(self, low: float, high: float, cost: float = 0) -> int:
        """Add a whole number between two bounds; return its place."""
        self.low.append(low)
        self.high.append(high)
        self.costs.append(cost)
        return len(self.costs) - 1

    def row(
        self, weights: Mapping[int, float], low: float = 0, high: float = np.inf
    ) -> None:
        """Demand that the weighted sum lies between two bounds."""
        self.rows.append((weights, low, high))

    def solve(self) -> list[int] | None:
        """Return the values that cost least; None where no values keep every row."""
        found = milp(
            np.array(self.costs),
            integrality=np.ones(len(self.costs)),
            bounds=Bounds(np.array(self.low), np.array(self.high)),
            constraints=self._constraints(),
        )
        if found.status != SOLVED:
            return None
        return [round(value) for value in found.x]

    def _constraints(self) -> list[LinearConstraint]:
        if not self.rows:
            return []
        places = [
            (at, column, weight)
            for at, (weights, _low, _high) in enumerate(self.rows)
            for column, weight in weights.items()
        ]
        lines, columns, weights = zip(*places, strict=True)
        shape = (len(self.rows), len(self.costs))
        matrix = csr_array((weights, (lines, columns)), shape=shape)
        lows = [low for _weights, low, _high in self.rows]
        highs = [high for _weights, _low, high in self.rows]
        return [LinearConstraint(matrix, lows, highs)]


def another_table(
    program: Program, system: System, free: Iterable[str]
) -> dict[str, int]:
    """Add a table that keeps every relation; return the places of its `free` cells.

    The other cells are as they are, so that their numbers stand in the rows.
    """
    places = {key: program.variable(system.cells[key].floor, MANY) for key in free}
    for relation in system.relations:
        moved = {places[k]: w for k, w in relation.weights.items() if k in places}
        if not moved:
            continue
        fixed = relation.constant + sum(
            weight * system.cells[key].value
            for key, weight in relation.weights.items()
            if key not in places
        )
        most = -fixed if relation.tie is Tie.EQUAL else np.inf
        program.row(moved, low=-fixed, high=most)
    return places
