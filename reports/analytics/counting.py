"""How the analytics are counted: one statement a table, over the lists themselves.

Each statement wraps the QuerySets that list the records, so that a number and its list
cannot differ. Raw SQL, because the ORM has no GROUPING SETS.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection

from reports.analytics.disclosure import REST
from reports.breakdowns import Breakdown
from reports.figures import Records

BOTH: Final = 0
ROW_ONLY: Final = 1
COLUMN_ONLY: Final = 2


@dataclass(slots=True)
class Crossed:
    """Counts by two splits: the cells, the totals of rows and columns, the whole."""

    rows: Breakdown
    columns: Breakdown | None
    cells: dict[tuple[str, str], int] = field(default_factory=dict)
    of_rows: dict[str, int] = field(default_factory=dict)
    of_columns: dict[str, int] = field(default_factory=dict)
    total: int = 0

    def row_codes(self) -> list[str]:
        """Return the cells of the rows, in the order of the page."""
        return in_order(self.rows, self.of_rows)

    def column_codes(self) -> list[str]:
        """Return the cells of the columns, in the order of the page; none without."""
        return in_order(self.columns, self.of_columns) if self.columns else []


def in_order(split: Breakdown, counts: dict[str, int]) -> list[str]:
    """Return the cells of a split as a page has them, those put together last."""
    alone = [cell for cell in counts if cell != REST]
    ordered = sorted(alone, key=lambda cell: split.place(cell, counts[cell]))
    return ordered + [REST] * (REST in counts)


def crossed(records: Records, rows: Breakdown, columns: Breakdown | None) -> Crossed:
    """Count the records by one split, or by two, with all totals."""
    splits = {"cell_rows": rows.cell}
    if columns is not None:
        splits["cell_columns"] = columns.cell
    found = Crossed(rows, columns)
    for grouping, cells, number in grouped_rows(records, splits):
        match grouping:
            case _ if grouping == (1 << len(splits)) - 1:
                found.total = number
            case _ if columns is None or grouping == ROW_ONLY:
                found.of_rows[cells[0]] = number
            case _ if grouping == COLUMN_ONLY:
                found.of_columns[cells[1]] = number
            case _:
                found.cells[cells[0], cells[1]] = number
    return found


def grouped_rows(
    records: Records, splits: dict[str, Any]
) -> Iterable[tuple[int, list[str], int]]:
    """Yield the grouping, the cells and the number of every group and of the whole."""
    names = list(splits)
    shown = records.order_by().annotate(**splits).values(*names)
    sql, parameters = shown.query.sql_with_params()
    listed = ", ".join(names)
    sets = {f"({listed})", *(f"({name})" for name in names), "()"}
    statement = (
        f"SELECT GROUPING({listed}), {listed}, count(*) FROM ({sql}) AS counted"  # noqa: S608 - the ORM's, and names of ours
        f" GROUP BY GROUPING SETS ({', '.join(sorted(sets))})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        for grouping, *cells, number in cursor.fetchall():
            yield grouping, cells, number


def lengths(lists: Iterable[Records]) -> list[int]:
    """Return how long each of the lists is, counted in one statement."""
    parts: list[str] = []
    parameters: list[Any] = []
    for records in lists:
        sql, values = records.order_by().values("pk").query.sql_with_params()
        parts.append(f"(SELECT count(*) FROM ({sql}) AS counted)")  # noqa: S608 - the ORM's
        parameters += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        found: list[int] = list(cursor.fetchone() or ())
        return found
