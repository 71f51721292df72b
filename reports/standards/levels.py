"""A table as each level may read it: exact, exact with a mark, or protected."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reports.disclosure.telling import PublicTables
from reports.disclosure.tied_year import REST
from reports.editions import Edition, release_edition
from reports.models import DisclosureRule, OpenYear
from reports.numbers import Number
from reports.open.document import REST_LABEL
from reports.open.earlier import shown_in
from reports.standards.choices import Level
from reports.standards.public import Beside
from reports.standards.tables import Row, Source, Table

PER: Final = Decimal(100_000)
HUNDREDTH: Final = Decimal("0.01")


class Shown(NamedTuple):
    """A row as a level reads it; `value` is null where it is hidden or not known.

    `small` marks a number of few people, which Parliament reads with care.
    """

    labels: tuple[str | Promise, ...]
    value: Number | None
    hidden: bool
    small: bool
    source: Source
    population: int | None
    rate: Decimal | None

    @property
    def remark(self) -> str:
        """Return what stands beside the number."""
        if self.hidden:
            return _("not shown")
        return _("few people") if self.small else ""


class ShownTable(NamedTuple):
    """A table as a level reads it."""

    table: Table
    rows: list[Shown]


def told_of(year: int) -> OpenYear | None:
    """Return what everybody was told of the year, if anything."""
    return OpenYear.objects.of(year)


def edition_for(level: Level, edition: Edition) -> Edition:
    """Return the edition that a level reads: everybody reads what was published."""
    before = told_of(edition.year)
    if level is Level.PUBLIC and before:
        return release_edition(before.publication.release)
    return edition


@dataclass(frozen=True)
class Reader:
    """One level of the tables of an edition."""

    level: Level
    edition: Edition

    @cached_property
    def threshold(self) -> int:
        """Return the smallest number of people that is not small."""
        before = told_of(self.edition.year) if self.level is Level.PUBLIC else None
        return before.threshold if before else DisclosureRule.objects.smallest_shown()

    @cached_property
    def public(self) -> PublicTables:
        """Return the public tables of the year, bound to what was told already."""
        before = told_of(self.edition.year)
        earlier = shown_in(before.content) if before else {}
        told = {key: known.value for key, known in earlier.items()}
        return PublicTables(self.edition.figures, self.threshold, told)

    def read(self, table: Table) -> ShownTable:
        """Return the table as the level reads it."""
        if self.level is not Level.PUBLIC:
            rows = [self.shown(row, table) for row in table.rows]
        elif table.listing:
            rows = list(self.listed(table, *table.listing))
        else:
            rows = list(self.protected(table))
        return ShownTable(table, rows)

    def shown(self, row: Row, table: Table, hidden: bool = False) -> Shown:
        """Return a row; a small number of people is marked."""
        few = table.people and row.value is not None and 0 < row.value < self.threshold
        return Shown(
            row.labels,
            None if hidden else row.value,
            hidden,
            few and not hidden and self.level is Level.PARLIAMENT,
            row.source,
            row.population,
            None if hidden else rate(row),
        )

    def protected(self, table: Table) -> Iterator[Shown]:
        """Yield the rows with small ones and their cover hidden."""
        beside = Beside(table, self.public)
        for place, row in enumerate(table.rows):
            known = beside.known_by(row)
            hidden = (
                known in self.public.system.hidden
                if known
                else table.at(place) in beside.hidden
            )
            yield self.shown(row, table, hidden)

    def listed(self, table: Table, code: str, breakdown: str) -> Iterator[Shown]:
        """Yield the rows of an open list, as the public tables roll it up."""
        line = self.edition.figures.lines[code]
        labels = {row.cell: row.label for row in line.rows(breakdown)}
        *_rows, total = table.rows
        for told in self.public.cells(line, breakdown):
            name = REST_LABEL if told.cell == REST else labels[told.cell]
            row = Row((name,), told.value, total.source)
            yield self.shown(row, table, told.hidden)
        hidden = code in self.public.system.hidden
        yield self.shown(total, table, hidden)


def rate(row: Row) -> Decimal | None:
    """Return the number per 100,000 people, to two decimals; null without them."""
    if row.value is None or not row.population:
        return None
    per = PER * Decimal(row.value) / Decimal(row.population)
    return per.quantize(HUNDREDTH, ROUND_HALF_UP)
