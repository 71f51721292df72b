"""What is wrong with cells and rows as such: one query a sheet and kind."""

from collections.abc import Iterator

from django.db import connection
from django.utils.translation import gettext as _

from exchange.choices import Fault
from exchange.kinds import Link, Words, expected_of, quoted
from exchange.matching import refusals
from exchange.report import HIDDEN, LONGEST_VALUE, MOST_TOLD, Finding
from exchange.sheets import SHEETS, Column, Sheet
from exchange.staging import Staging


def faults(staging: Staging, today: str) -> Iterator[Finding]:
    """Yield the errors in cells, and the rows that contradict each other."""
    for sheet in SHEETS:
        if sheet.name in staging.present:
            yield from wrong_cells(sheet, staging, today)
            if sheet.key:
                yield from conflicting_rows(sheet, staging)


def wrong_cells(sheet: Sheet, staging: Staging, today: str) -> Iterator[Finding]:
    """Yield the cells that are refused, each with what is expected."""
    columns = {column.name: column for column in sheet.columns}
    with connection.cursor() as cursor:
        cursor.execute(_wrong_cells(sheet, today))
        for line, name, fault, value in cursor:
            column = columns[name]
            if fault == Fault.UNKNOWN_REFERENCE and distrusted(column, staging):
                continue
            shown = HIDDEN if column.personal else value or ""
            expected = expectation(column, fault, staging)
            yield Finding(fault, staging.label(sheet), line, name, shown, expected)


def distrusted(column: Column, staging: Staging) -> bool:
    """Tell whether the file that the column refers to could not be read throughout."""
    return isinstance(column.kind, Link) and column.kind.sheet in staging.distrusted


def expectation(column: Column, fault: str, staging: Staging) -> Words:
    """Return what should stand in the cell."""
    if isinstance(column.kind, Link):
        return Link(staging.label(column.kind.sheet)).expected
    return expected_of(column.kind, fault)


def _wrong_cells(sheet: Sheet, today: str) -> str:
    """Return the query; only rows that matching has marked are looked at closely."""
    conditions = [
        f'({quoted(column.name)}, {quoted(fault)}, i."raw_{column.name}", {condition})'
        for column in sheet.columns
        for fault, condition in refusals(column, today, "i.found_id IS NULL")
    ]
    raw = ", ".join(f's."{c.name}" AS "raw_{c.name}"' for c in sheet.columns)
    return f"""
        SELECT i.line, cell.name, cell.fault, left(cell.value, {LONGEST_VALUE + 1})
        FROM (
            SELECT m.*, {raw} FROM {sheet.matched} m
            JOIN {sheet.staged} s ON s.line = m.line WHERE m.bad
        ) AS i
        CROSS JOIN LATERAL (VALUES {", ".join(conditions)})
            AS cell (name, fault, value, wrong)
        WHERE cell.wrong ORDER BY i.line LIMIT {MOST_TOLD}
    """


def conflicting_rows(sheet: Sheet, staging: Staging) -> Iterator[Finding]:
    """Yield the rows whose key stands above with other content."""
    values = [f'"{column.stored}"' for column in sheet.columns if not column.of_key]
    if sheet.name == "victims":
        values.append("identity_digest")
    own = ", ".join(f"i.{value}" for value in [*values, "bad"])
    first = ", ".join(f"c.{value}" for value in [*values, "bad"])
    keys = " AND ".join(
        f'c."{k.stored}" IS NOT DISTINCT FROM i."{k.stored}"' for k in sheet.keys
    )
    with connection.cursor() as cursor:
        cursor.execute(f"""
            SELECT i.line, left(s."{sheet.key[0]}", {LONGEST_VALUE + 1}), c.line
            FROM (SELECT * FROM {sheet.matched} WHERE nth > 1) i
            JOIN {sheet.matched} c ON c.nth = 1 AND {keys}
            JOIN {sheet.staged} s ON s.line = i.line
            WHERE ({own}) IS DISTINCT FROM ({first})
              AND s."{sheet.key[0]}" IS NOT NULL
            ORDER BY i.line LIMIT {MOST_TOLD}
        """)
        for line, value, other in cursor:
            yield Finding(
                Fault.CONFLICTING_ROWS,
                staging.label(sheet),
                line,
                sheet.key[0],
                value,
                same_as(other),
            )


def same_as(line: int) -> Words:
    """Say that the row must repeat another."""
    return _("the same content as line %(line)s, or another key") % {"line": line}
