"""How figures are counted: those of one population together, in one statement.

The statement wraps the very QuerySets that list the records: it adds nothing to what
counts, it only counts. Raw SQL, because the ORM has no GROUPING SETS.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any, Final

from django.db import connection, models
from django.db.models import BooleanField, ExpressionWrapper, F
from django.db.models.functions import ExtractYear

from reports.breakdowns import Breakdown
from reports.figures import AnnualFigure, Cumulative, Population, Records
from reports.numbers import Cells, Number, exact
from reports.periods import Period

__all__ = [
    "Cells",
    "Count",
    "Counts",
    "Number",
    "Sheet",
    "Statement",
    "by_year",
    "exact",
    "sheets",
]

type Row = tuple[Any, ...]


@dataclass(slots=True)
class Count:
    """A figure of one year: its value, the records it counts, its cells by breakdown.

    The value is the number of records, or their sum; no cell is zero.
    """

    value: Number = 0
    records: int = 0
    cells: dict[str, Cells] = field(default_factory=dict)


type Counts = dict[str, dict[int, Count]]


# The years that stand in a statement until it is filled in.
YEAR: Final = 1002
YEAR_BEFORE: Final = 1001


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL made once by the ORM, whose years are filled in for each count.

    Making the SQL takes longer than running it on a small register.
    """

    sql: str
    parameters: list[Any]

    def rows(self, years: Mapping[int, int]) -> list[Row]:
        """Return the rows for these years, which stand for those it was made with."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.filled(years))
            found: list[Row] = cursor.fetchall()
            return found

    def filled(self, years: Mapping[int, int]) -> list[Any]:
        """Return the parameters with these years."""
        return [_filled(value, years) for value in self.parameters]


def _filled(value: Any, years: Mapping[int, int]) -> Any:
    if isinstance(value, date):
        return value.replace(year=years[value.year])
    return years.get(value, value) if isinstance(value, int) else value


@dataclass(frozen=True)
class Sheet:
    """The figures of one population."""

    population: Population
    figures: tuple[AnnualFigure, ...]

    @cached_property
    def splits(self) -> dict[str, Breakdown]:
        """Return the breakdowns of all its figures; one name means one thing."""
        return {n: split for figure in self.figures for n, split in figure.by.items()}

    def records(self, period: Period) -> Records:
        """Return the population with a column for each breakdown, part and amount."""
        columns = self.columns()
        records: Records = self.population(period).order_by().annotate(**columns)
        return records.values(*(columns or ["pk"]))

    def columns(self) -> dict[str, Any]:
        """Return what is known of each record, by the column's name."""
        columns: dict[str, Any] = {
            f"cell_{name}": split.cell for name, split in self.splits.items()
        }
        for place, figure in enumerate(self.figures):
            if figure.only:
                part = ExpressionWrapper(figure.only, output_field=BooleanField())
                columns[f"part_{place}"] = part
            if figure.amount:
                columns[f"amount_{place}"] = F(figure.amount)
        return columns

    @cached_property
    def statement(self) -> "Statement":
        """Return the SQL that counts the year and the year before."""
        branches, parameters = [], []
        for year in (YEAR, YEAR_BEFORE):
            records = self.records(Period.of_year(year))
            sql, values = records.query.sql_with_params()
            branches.append(
                f"SELECT %s::int AS year, branch.* FROM ({sql}) AS branch"  # noqa: S608 - the ORM's
            )
            parameters += [year, *values]
        return Statement(self._counting(" UNION ALL ".join(branches)), parameters)

    def _counting(self, rows: str) -> str:
        cells = [f"cell_{name}" for name in self.splits]
        grouping = f"GROUPING({', '.join(cells)})" if cells else "0"
        sets = ["(year)", *(f"(year, {cell})" for cell in cells)]
        columns = ["year", grouping, *cells, *self._measures()]
        return (
            f"SELECT {', '.join(columns)} FROM ({rows}) AS counted"  # noqa: S608 - names of ours
            f" GROUP BY GROUPING SETS ({', '.join(sets)})"
        )

    def _measures(self) -> Iterator[str]:
        for place, figure in enumerate(self.figures):
            only = f" FILTER (WHERE part_{place})" if figure.only else ""
            yield f"count(*){only}"
            yield f"sum(amount_{place}){only}" if figure.amount else "NULL::numeric"

    def count(self, year: int) -> Counts:
        """Return the counts of its figures in the year and in the year before."""
        counts = {f.code: {year: Count(), year - 1: Count()} for f in self.figures}
        for row in self.statement.rows({YEAR: year, YEAR_BEFORE: year - 1}):
            self._read(row, counts)
        return counts

    def _read(self, row: Row, counts: Counts) -> None:
        year, grouping, *rest = row
        names = list(self.splits)
        name = _named(grouping, names)
        measures = iter(rest[len(names) :])
        for figure, records, amount in zip(  # noqa: B905 - two measures a figure
            self.figures, measures, measures
        ):
            count = counts[figure.code][year]
            if not name:
                count.records = records
                count.value = exact(amount or 0) if figure.amount else records
            elif name in figure.by and records:
                cells = count.cells.setdefault(name, {})
                cells[rest[names.index(name)]] = records


def _named(grouping: int, names: list[str]) -> str:
    """Return the breakdown of a grouping set: GROUPING() sets the other bits."""
    last = len(names) - 1
    own = (name for at, name in enumerate(names) if not grouping >> (last - at) & 1)
    return next(own, "")


def sheets(figures: Iterable[AnnualFigure]) -> list[Sheet]:
    """Return the figures sorted by population; one statement counts a sheet."""
    found: dict[Population, list[AnnualFigure]] = {}
    for figure in figures:
        found.setdefault(figure.population, []).append(figure)
    return [Sheet(population, tuple(group)) for population, group in found.items()]


@cache
def yearly(figure: Cumulative) -> Statement:
    """Return the SQL that counts the records of each year of a cumulative figure."""
    records = figure.counted(Period.of_years(YEAR_BEFORE, YEAR)).order_by()
    years = records.annotate(counted_in=ExtractYear(figure.parts[0].dated_by))
    counted = years.values("counted_in").annotate(records=models.Count("pk"))
    sql, parameters = counted.query.sql_with_params()
    return Statement(sql, list(parameters))


def by_year(figure: Cumulative, after: int, last: int) -> dict[int, int]:
    """Return how many records each year after `after` adds, through `last`."""
    if after >= last:
        return {}
    return dict(yearly(figure).rows({YEAR_BEFORE: after + 1, YEAR: last}))
