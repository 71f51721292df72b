"""What of a table everybody may be told: hidden and attacked by reports.disclosure.

A table of a standard stands beside the public tables of its year. Both are one system,
in which what those show can no longer be hidden.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from reports.disclosure.attack import Guess, guess, recovered
from reports.disclosure.cells import Cell, Relation, System
from reports.disclosure.hiding import hide
from reports.disclosure.telling import PublicTables
from reports.disclosure.tied_year import CELL_WEIGHT
from reports.standards.tables import Row, Table

FORMS: Final = "exploitation_type"


@dataclass(frozen=True)
class Beside:
    """A table beside the public tables of its year."""

    table: Table
    public: PublicTables

    @property
    def base(self) -> System:
        """Return the cells of the public tables."""
        return self.public.system

    def known_by(self, row: Row) -> str:
        """Return the key of the public cell that the row is; empty for another."""
        known = [one for one in row.sums if one in self.base.cells]
        return known[0] if len(row.sums) == len(known) == 1 else ""

    @cached_property
    def own(self) -> dict[str, Row]:
        """Return the rows that the public tables do not have, by their keys."""
        rows = enumerate(self.table.rows)
        return {self.table.at(n): row for n, row in rows if not self.known_by(row)}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Return the keys of own rows that are not shown.

        All, where the public tables leave no room to show some of them.
        """
        safe = self.safe
        if safe is None:
            return frozenset(self.own)
        return safe.hidden & set(self.own)

    @cached_property
    def safe(self) -> System | None:
        """Return both as one system in which nothing small is told; None if it fails.

        What the public tables alone give away stays hidden here; a zero that they give
        away is told.
        """
        every = self.system(frozenset(self.own))
        close = [found for found in self.guessed(every) if found.width < self.width]
        told = frozenset(g.key for g in close if g.most == 0)
        given_away = frozenset(g.key for g in close) - told
        system = self.system(given_away, known=told | given_away)
        try:
            safe = hide(system, self.width)
        except ArithmeticError:
            return None
        return None if recovered(safe, self.width) else safe

    @property
    def width(self) -> int:
        """Return how far each small number is left open."""
        return self.public.width

    def guessed(self, system: System) -> Iterator[Guess]:
        """Yield what is known of each own small row, with every own row hidden."""
        for part in system.parts():
            for key in part.small:
                if key in self.own:
                    yield guess(part, key)

    def system(
        self, hidden: frozenset[str], known: frozenset[str] = frozenset()
    ) -> System:
        """Return the rows with the part of the public tables that they hang by."""
        relations = list(self.relations())
        touched = {key for one in relations for key in one.weights}
        parts = [part for part in self.base.parts() if touched & part.cells.keys()]
        cells = [
            replace(cell, settled=key not in self.base.hidden)
            for part in parts
            for key, cell in part.cells.items()
        ]
        cells += [self.cell(key, row, key in known) for key, row in self.own.items()]
        relations += [relation for part in parts for relation in part.relations]
        before = {key for part in parts for key in part.hidden}
        return System.of(cells, relations, before | hidden)

    def cell(self, key: str, row: Row, known: bool) -> Cell:
        """Return a row as a cell; small where it tells of few people."""
        value = int(row.value or 0)
        told = known or (row.vague and not value)
        few = self.table.people and value < self.public.threshold and not told
        return Cell(key, value, few, CELL_WEIGHT)

    def relations(self) -> Iterator[Relation]:
        """Yield how the rows hang together, and by which public cells they hang."""
        for key, row in self.own.items():
            known = [one for one in row.sums if one in self.base.cells]
            if known:
                yield Relation({**dict.fromkeys(known, 1), key: -1})
        for places, wholes in self.table.ties:
            rows = [self.key(place) for place in places]
            known = [one for one in wholes if one in self.base.cells or one in self.own]
            yield Relation({**dict.fromkeys(rows, 1), **dict.fromkeys(known, -1)})

    def key(self, place: int) -> str:
        """Return the key of a row: its own, or that of the public cell."""
        return self.known_by(self.table.rows[place]) or self.table.at(place)
