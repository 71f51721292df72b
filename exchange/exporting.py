"""A register out: every file with its header, rows in order, as CSV or one workbook."""

import csv
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

from django.db import connection, transaction
from xlsxwriter import Workbook

from exchange.kinds import Amount, Flag, Link, Place, Whole
from exchange.matching import is_gone
from exchange.sheets import BY_NAME, IDENTITY, SHEETS, Column, Sheet
from victims.models import Identity
from victims.sealed import Sealed, unseal

type Cells = tuple[str | None, ...]
type Step = Callable[[str], object]

AT_A_TIME: Final = 2_000
LONGEST_SHEET: Final = 1_048_575  # rows below the header
NUMBERS: Final = (Amount, Flag, Whole)
UNDATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - so that equal registers are equal
PURPOSES: Final = {field.name: field.purpose for field in Identity.sealed_fields()}


class TooLongForSheet(Exception):  # noqa: N818 - the format's limit, not a fault
    """One sheet cannot hold so many rows; the file's name says which."""


def export_csv(folder: Path, *, with_identity: bool, step: Step) -> int:
    """Write one file a sheet into the folder; return the number of rows."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    total = 0
    with one_moment():
        for sheet in SHEETS:
            path = folder / f"{sheet.name}.csv"
            with private(path).open("w", encoding="utf-8", newline="") as file:
                total += write_csv(file, sheet, with_identity=with_identity)
            step(path.name)
    return total


def write_csv(file: IO[str], sheet: Sheet, *, with_identity: bool) -> int:
    """Write one sheet as CSV; return the number of rows."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(sheet.names)
    count = 0
    for cells in rows_of(sheet, with_identity=with_identity):
        writer.writerow(cells)
        count += 1
    return count


def export_xlsx(path: Path, *, with_identity: bool, step: Step) -> int:
    """Write one workbook; return the number of rows."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with private(path).open("wb") as file:
        return write_xlsx(file, with_identity=with_identity, step=step)


def write_xlsx(file: IO[bytes], *, with_identity: bool, step: Step) -> int:
    """Write one sheet a file of the register; return the number of rows."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    total = 0
    with closing(Workbook(file, options)) as workbook, one_moment():
        workbook.set_properties({"created": UNDATED})
        for sheet in SHEETS:
            page = workbook.add_worksheet(sheet.name)
            page.write_row(0, 0, sheet.names)
            rows = rows_of(sheet, with_identity=with_identity)
            total += _fill(page, sheet, rows)
            step(sheet.name)
    return total


def _fill(page: Any, sheet: Sheet, rows: Iterator[Cells]) -> int:
    kinds = {column.name: column.kind for column in sheet.columns}
    numeric = [isinstance(kinds.get(name), NUMBERS) for name in sheet.names]
    line = 0
    for line, cells in enumerate(rows, start=1):
        if line > LONGEST_SHEET:
            raise TooLongForSheet(sheet.name)
        for place, cell in enumerate(cells):
            if cell is None:
                continue
            if numeric[place]:
                page.write_number(line, place, float(cell))
            else:
                page.write_string(line, place, cell)
    return line


def private(path: Path) -> Path:
    """Return the path of a file that nobody else may read, from its first byte on."""
    path.touch(mode=0o600)
    path.chmod(0o600)
    return path


@contextmanager
def one_moment() -> Iterator[None]:
    """Let all queries see the register as of one moment.

    Within a transaction that has begun, as in a test or on a page, it is left as it is.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SET LOCAL work_mem = '64MB'")
        yield


def rows_of(sheet: Sheet, *, with_identity: bool) -> Iterator[Cells]:
    """Yield the rows of a sheet in order, each cell as text, None where empty."""
    if sheet.name == "victims":
        yield from _victims(with_identity=with_identity)
        return
    yield from _read(_select(sheet))


def _read(query: str) -> Iterator[tuple[Any, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while found := cursor.fetchmany(AT_A_TIME):
            yield from found


def _select(sheet: Sheet, more: str = "", joins: str = "") -> str:
    """Return the query of a sheet's current rows in the order of the code, else all."""
    values = [_written(number, c) for number, c in enumerate(sheet.columns)]
    every = [_join(number, c) for number, c in enumerate(sheet.columns)]
    order = values[:1] if sheet.is_coded else values
    ordered = ", ".join(f"coalesce({value}, '') COLLATE \"C\"" for value in order)
    conditions = [f"NOT {is_gone('r', sheet.name)}"]
    conditions += [
        f"l{number}.id IS NOT NULL"
        for number, column in enumerate(sheet.columns)
        if column.owns
    ]
    return f"""
        SELECT {", ".join(values)}{more} FROM {sheet.table} r
        {" ".join(every)} {joins} WHERE {" AND ".join(conditions)} ORDER BY {ordered}
    """


def _written(number: int, column: Column) -> str:
    if isinstance(column.kind, Place):
        return f"l{number}.name"
    if isinstance(column.kind, Link):
        return f'l{number}."{BY_NAME[column.kind.sheet].code.stored}"'
    return column.kind.written(f'r."{column.stored}"')


def _join(number: int, column: Column) -> str:
    """Return the join to what a link names; voided records are not written."""
    own = f'r."{column.stored}" = l{number}.id'
    if isinstance(column.kind, Place):
        return f"LEFT JOIN reference_region l{number} ON {own}"
    if not isinstance(column.kind, Link):
        return ""
    target = BY_NAME[column.kind.sheet]
    return f"LEFT JOIN {_current(target)} l{number} ON {own}"


def _current(sheet: Sheet) -> str:
    """Return a select of the records that are written, each with all it belongs to."""
    owners = [column for column in sheet.columns if column.owns]
    conditions = [f"NOT {is_gone('t', sheet.name)}"]
    for owner in owners:
        whole = BY_NAME[owner.kind.sheet] if isinstance(owner.kind, Link) else sheet
        conditions.append(
            f'EXISTS (SELECT FROM {_current(whole)} o WHERE o.id = t."{owner.stored}")'
        )
    return f"(SELECT * FROM {sheet.table} t WHERE {' AND '.join(conditions)})"


def _victims(*, with_identity: bool) -> Iterator[Cells]:
    sheet = BY_NAME["victims"]
    own = [column.name for column in sheet.columns]
    sealed = ", ".join(["", "i.row_key", *(f"i.{name}" for name in IDENTITY)])
    join = "LEFT JOIN victims_identity i ON i.victim_id = r.id AND i.voided_at IS NULL"
    query = _select(sheet, sealed, join) if with_identity else _select(sheet)
    for row in _read(query):
        cells = dict(zip(own, row, strict=False))
        if with_identity:
            row_key, *values = row[len(own) :]
            cells |= {
                name: unseal(Sealed(value), PURPOSES[name], row_key) if value else None
                for name, value in zip(IDENTITY, values, strict=True)
            }
        yield tuple(cells.get(name) for name in sheet.names)
