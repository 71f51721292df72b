"""The cells of the files, as text, in temporary tables of the database.

The identity is never staged open: its columns go as one sealed value, with a keyed
digest by which two rows are known to say the same.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from exchange.choices import Fault
from exchange.kinds import Day, expected_of
from exchange.report import HIDDEN, Finding, Report
from exchange.sheets import BY_NAME, IDENTITY, SHEETS, Sheet
from exchange.tables import Row, Table
from victims.sealed import Sealed, seal, unseal
from victims.tokens import token

PURPOSE: Final = "staged_identity"


@dataclass
class Staging:
    """What was read: the label, the columns and the trust of each sheet."""

    report: Report
    row_key: uuid.UUID = field(default_factory=uuid.uuid4)
    labels: dict[str, str] = field(default_factory=dict)
    present: dict[str, tuple[str, ...]] = field(default_factory=dict)
    distrusted: set[str] = field(default_factory=set)

    def label(self, sheet: Sheet | str) -> str:
        """Return the name of the sheet's file, also of one that is not there."""
        name = sheet if isinstance(sheet, str) else sheet.name
        return self.labels.get(name, name)

    def seal(self, cells: list[str]) -> Sealed:
        """Return the cells of the identity as one value, sealed for this import."""
        return seal(json.dumps(cells), PURPOSE, self.row_key)

    def unseal(self, sealed: bytes) -> list[str]:
        """Return the cells of the identity, in the order of IDENTITY."""
        return list(json.loads(unseal(Sealed(sealed), PURPOSE, self.row_key)))

    def stage(self, table: Table) -> None:
        """Copy one table into staging; what is wrong with it goes to the report."""
        sheet = BY_NAME.get(table.name)
        if sheet is None:
            self.complain(Fault.UNKNOWN_FILE, table.label, expected=", ".join(BY_NAME))
            return
        if sheet.name in self.labels:
            self.complain(Fault.UNKNOWN_FILE, table.label, expected=sheet.name)
            return
        self.labels[sheet.name] = table.label
        self._copy(sheet, table)

    def complain(self, kind: Fault, file: str, **facts: Any) -> None:
        """Add an error to the report."""
        self.report.add_errors([Finding(kind, file, **facts)])

    def _copy(self, sheet: Sheet, table: Table) -> None:
        def unreadable(line: int, expected: Any) -> None:
            self.distrusted.add(sheet.name)
            self.complain(Fault.UNREADABLE, table.label, line=line, expected=expected)

        rows = table.rows(unreadable)
        _line, header = next(rows, (1, []))
        names = [name.strip() for name in header]
        if not self._header_is_good(sheet, table.label, names):
            self.distrusted.add(sheet.name)
            return
        self.present[sheet.name] = tuple(names)
        kept = ", ".join(f'"{name}"' for name in ["line", *columns_of(sheet, names)])
        with connection.cursor() as cursor:
            statement = f"COPY {sheet.staged} ({kept}) FROM STDIN"
            with cursor.cursor.copy(statement) as copy:
                for row in self._rows(sheet, table.label, names, rows):
                    copy.write_row(row)

    def _header_is_good(self, sheet: Sheet, label: str, names: list[str]) -> bool:
        wrong = [
            (Fault.UNKNOWN_COLUMN, name, ", ".join(sheet.names))
            for name in names
            if name not in sheet.names
        ]
        wrong += [
            (Fault.REPEATED_COLUMN, name, "")
            for name in sorted(set(names) & set(sheet.names))
            if names.count(name) > 1
        ]
        wrong += [
            (Fault.MISSING_COLUMN, column.name, ", ".join(sheet.key) or column.name)
            for column in sheet.columns
            if (column.of_key or (column.owns and not sheet.key))
            and column.name not in names
        ]
        for kind, name, expected in wrong:
            self.complain(kind, label, line=1, column=name, expected=expected)
        return not wrong

    def _rows(
        self, sheet: Sheet, label: str, names: list[str], rows: Iterator[Row]
    ) -> Iterator[tuple[Any, ...]]:
        width = len(names)
        identity = (
            IdentityCells(self, label, names) if sheet.name == "victims" else None
        )
        for line, cells in rows:
            if len(cells) != width:
                self.distrusted.add(sheet.name)
                self.complain(Fault.UNEVEN_ROW, label, line=line, expected=str(width))
            elif identity:
                yield (line, *identity.staged(line, cells))
            else:
                yield (line, *[cell or None for cell in cells])


class IdentityCells:
    """Takes the identity out of the rows of victims, and checks the birth date."""

    def __init__(self, staging: Staging, label: str, names: list[str]) -> None:
        self.staging = staging
        self.label = label
        self.kept = [n for n, name in enumerate(names) if name not in IDENTITY]
        self.places = [
            names.index(name) if name in names else None for name in IDENTITY
        ]
        self.today = timezone.localdate().isoformat()

    def staged(self, line: int, cells: list[str]) -> list[Any]:
        """Return the other cells, the sealed identity and its digest."""
        secret = ["" if place is None else cells[place] for place in self.places]
        row: list[Any] = [cells[place] or None for place in self.kept]
        if not any(secret):
            return [*row, None, None]
        self._check_birth_date(line, secret[0])
        digest = token("staged", json.dumps(secret))
        return [*row, bytes(self.staging.seal(secret)), digest]

    def _check_birth_date(self, line: int, text: str) -> None:
        if not text:
            return
        fault = None
        if not is_day(text):
            fault = Fault.BAD_DATE
        elif text > self.today:
            fault = Fault.FUTURE_DATE
        if fault:
            facts = {"line": line, "column": "birth_date", "value": HIDDEN}
            self.staging.complain(
                fault, self.label, expected=expected_of(Day(), fault), **facts
            )


def is_day(text: str) -> bool:
    """Tell whether the text is a day like 2019-06-04."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def columns_of(sheet: Sheet, names: list[str]) -> list[str]:
    """Return the columns in staging that a file with these columns fills."""
    if sheet.name != "victims":
        return names
    return [*(n for n in names if n not in IDENTITY), "identity", "identity_digest"]


def drop_tables() -> None:
    """Drop the temporary tables, so that a second import may follow at once."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class"
            " WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'"
        )
        names = ", ".join(f'pg_temp."{name}"' for (name,) in cursor.fetchall())
        cursor.execute(f"DROP TABLE {names}")


def make_tables() -> None:
    """Make an empty staging table for every sheet."""
    with connection.cursor() as cursor:
        for sheet in SHEETS:
            cells = ", ".join(f'"{column.name}" text' for column in sheet.columns)
            if sheet.name == "victims":
                cells += ", identity bytea, identity_digest bigint"
            cursor.execute(
                f"CREATE TEMP TABLE {sheet.staged} (line integer NOT NULL, {cells})"
                " ON COMMIT DROP"
            )
