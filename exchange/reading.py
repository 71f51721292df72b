"""A register as it lies on a disk: a folder of CSV files, or one workbook."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.exceptions import InvalidFileException

type Row = tuple[int, list[str]]
type Complaint = Callable[[int, str | Promise], None]

UNREADABLE_BOOK: Final = (
    BadZipFile,
    InvalidFileException,
    KeyError,
    OSError,
    ParseError,
    RuntimeError,
    ValueError,
)
NOT_UTF_8: Final = _("text in UTF-8")
NO_NULL: Final = _("text without the character of code 0")
NOT_CSV: Final = _("comma-separated values after RFC 4180")
NOT_XLSX: Final = _("a workbook in the format XLSX")
NOTHING: Final = _("a folder with CSV files of the register, or a workbook (.xlsx)")


class UnreadableRegister(Exception):  # noqa: N818 - the user's mistake, not a fault
    """There is no register at this place; `expected` says what should be there."""

    def __init__(self, place: str, expected: str | Promise) -> None:
        super().__init__(place)
        self.place = place
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Table:
    """One file or sheet: its name, how it is told of, and a reader of its rows.

    The reader yields the line of each row (the header is line 1) and its cells; what
    is wrong in a line goes to the complaint that it is given.
    """

    name: str
    label: str
    rows: Callable[[Complaint], Iterator[Row]]


def tables_of(path: Path) -> list[Table]:
    """Return the tables of a folder or a workbook, also those of an unknown name."""
    if path.is_dir():
        found = csv_tables(path)
    elif path.is_file() and path.suffix.lower() == ".xlsx":
        found = workbook_tables(path)
    else:
        found = []
    if not found:
        raise UnreadableRegister(path.name, NOTHING)
    return found


def csv_tables(folder: Path) -> list[Table]:
    """Return the CSV files of a folder; other files are passed over."""
    return [
        Table(path.stem, path.name, partial(csv_rows, path))
        for path in sorted(folder.iterdir())
        if path.suffix.lower() == ".csv" and path.is_file()
    ]


def csv_rows(path: Path, complain: Complaint) -> Iterator[Row]:
    """Yield the rows of a CSV file; reading ends where it is no longer CSV."""
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(_clean(file, complain), strict=True)
        line = 1
        try:
            for cells in reader:
                if cells:
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error:
            complain(line, NOT_CSV)


def _clean(lines: Iterator[str], complain: Complaint) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        clean = line
        if not line.isascii():
            clean = line.encode(errors="replace").decode()
            if clean != line:
                complain(number, NOT_UTF_8)
        if "\0" in clean:
            clean = clean.replace("\0", "")
            complain(number, NO_NULL)
        yield clean


def workbook_tables(path: Path) -> list[Table]:
    """Return the sheets of a workbook, which is read as a stream.

    Packed it lies in memory: openpyxl leaves the file of a broken one open.
    """
    try:
        packed = BytesIO(path.read_bytes())
        workbook = openpyxl.load_workbook(packed, read_only=True, data_only=True)
    except UNREADABLE_BOOK as error:
        raise UnreadableRegister(path.name, NOT_XLSX) from error
    return [
        Table(sheet.title, sheet.title, partial(sheet_rows, sheet))
        for sheet in workbook.worksheets
    ]


def sheet_rows(sheet: Any, complain: Complaint) -> Iterator[Row]:
    """Yield the rows of a sheet; reading ends where it is no longer XML."""
    line = 0
    try:
        for line, cells in filled_rows(sheet):
            yield line, cells
    except ParseError:  # also for entities that grow without end, or lie elsewhere
        complain(line + 1, NOT_XLSX)


def filled_rows(sheet: Any) -> Iterator[Row]:
    """Yield the rows of a sheet; one that is empty throughout is passed over.

    Cells beyond the header are kept only where they are filled.
    """
    sheet.reset_dimensions()
    width = 0
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [cell_text(value) for value in values]
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if not any(cells):
            continue
        width = width or len(cells)
        yield line, cells + [""] * (width - len(cells))


def cell_text(value: Any) -> str:
    """Return a cell as the text that stands for it in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        whole_day = value.time() == time.min
        return value.date().isoformat() if whole_day else value.isoformat(" ")
    return str(value)
