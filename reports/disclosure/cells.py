"""The numbers of a publication as a system: cells, and what ties them to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Final, NamedTuple

MANY: Final = 100_000
"""More persons than any cell can have; what the public knows before it reads."""


class Tie(Enum):
    """How the sum of a relation stands to zero."""

    EQUAL = "="
    AT_LEAST = ">="


class Relation(NamedTuple):
    """What everybody knows of some cells: their weighted sum is zero, or not below it.

    A table and its total: every cell has the weight 1, the total -1. `constant` is a
    number that is known to all and belongs to the sum.
    """

    weights: Mapping[str, int]
    tie: Tie = Tie.EQUAL
    constant: int = 0

    def holds(self, values: Mapping[str, int]) -> bool:
        """Tell whether the values keep the relation."""
        sum_ = sum(weight * values[key] for key, weight in self.weights.items())
        sum_ += self.constant
        return sum_ == 0 if self.tie is Tie.EQUAL else sum_ >= 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of persons; `weight` is how much is lost when it is not shown.

    A `small` cell must not be worked out by anybody; a `settled` one was published
    before, so that it can no longer be hidden. `floor` is what everybody knows it to be
    at least: 1 where the row would not stand there without anyone in it.
    """

    key: str
    value: int
    small: bool = False
    weight: float = 1
    settled: bool = False
    floor: int = 0


@dataclass(frozen=True)
class System:
    """The cells of a publication and their relations.

    A system can be split into parts that have no relation in common: nothing in one
    says anything about another.
    """

    cells: Mapping[str, Cell]
    relations: tuple[Relation, ...]
    hidden: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(
        cls,
        cells: Iterable[Cell],
        relations: Iterable[Relation],
        hidden: Iterable[str] = (),
    ) -> "System":
        """Return the system; `ValueError` where its values break a relation."""
        by_key = {cell.key: cell for cell in cells}
        values = {key: cell.value for key, cell in by_key.items()}
        kept = tuple(relations)
        for relation in kept:
            if not relation.holds(values):
                raise ValueError(f"The values do not keep {relation}.")
        return cls(by_key, kept, frozenset(hidden))

    @cached_property
    def small(self) -> list[str]:
        """Return the keys of the cells that must not be worked out."""
        return [key for key, cell in self.cells.items() if cell.small]

    def hiding(self, keys: Iterable[str]) -> "System":
        """Return the system with exactly these cells hidden."""
        return System(self.cells, self.relations, frozenset(keys))

    def parts(self) -> Iterator["System"]:
        """Yield the parts that share no relation."""
        groups: list[set[str]] = []
        for relation in self.relations:
            joined = set(relation.weights)
            apart = [group for group in groups if not group & joined]
            for group in groups:
                if group & joined:
                    joined |= group
            groups = [*apart, joined]
        alone = set(self.cells) - {key for group in groups for key in group}
        yield from map(self.part, [*groups, *({key} for key in sorted(alone))])

    def part(self, keys: set[str]) -> "System":
        """Return the system of these cells."""
        return System(
            {key: cell for key, cell in self.cells.items() if key in keys},
            tuple(one for one in self.relations if keys >= set(one.weights)),
            self.hidden & keys,
        )
