"""A workbook of the register, read as a stream."""

import zlib
from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final
from xml.etree.ElementTree import iterparse
from zipfile import BadZipFile, ZipFile

import openpyxl
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.exceptions import InvalidFileException

from exchange.tables import Complaint, Row, Table

NOT_XLSX: Final = _("a workbook in the format XLSX")
NO_RESULT: Final = _("the result of a formula: open the workbook, and save it again")
# What openpyxl and its parsers raise for a file that is damaged.
DAMAGED: Final = (
    AttributeError,
    BadZipFile,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
SPREADSHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS: Final = (b"<f>", b"<f ", b"<f/")
CHUNK: Final = 2**20  # bytes


class UnreadableWorkbook(Exception):  # noqa: N818 - the user's mistake, not a fault
    """The file is no workbook, or a damaged one."""


def workbook_tables(path: Path) -> list[Table]:
    """Return the sheets of a workbook.

    Packed it lies in memory: openpyxl leaves the file of a broken one open.
    """
    try:
        packed = BytesIO(path.read_bytes())
        workbook = openpyxl.load_workbook(packed, read_only=True, data_only=True)
    except DAMAGED as error:
        raise UnreadableWorkbook from error
    return [
        Table(sheet.title, sheet.title, partial(sheet_rows, path, sheet))
        for sheet in workbook.worksheets
    ]


def sheet_rows(path: Path, sheet: Any, complain: Complaint) -> Iterator[Row]:
    """Yield the rows of a sheet; reading ends where it is damaged."""
    line = 0
    try:
        for wrong in _without_result(path, sheet._worksheet_path):  # noqa: SLF001
            complain(wrong, NO_RESULT)
        for line, cells in _filled(sheet):
            yield line, cells
    except DAMAGED:
        complain(line + 1, NOT_XLSX)


def _filled(sheet: Any) -> Iterator[Row]:
    """Yield the rows that are not empty throughout.

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


def _without_result(path: Path, part: str) -> Iterator[int]:
    """Yield the lines of formulas that no program has computed yet.

    Their cells would be read as empty, and what they stand for would be lost.
    """
    with ZipFile(path) as archive:
        with archive.open(part) as file:
            if not _has_formulas(file):
                return
        with archive.open(part) as file:
            yield from _lines_without_result(file)


def _has_formulas(file: IO[bytes]) -> bool:
    end = b""
    while chunk := file.read(CHUNK):
        if any(mark in end + chunk for mark in FORMULAS):
            return True
        end = chunk[-2:]
    return False


def _lines_without_result(file: IO[bytes]) -> Iterator[int]:
    line = 0
    for _event, row in iterparse(file):  # noqa: S314 - expat refuses what grows
        if row.tag != f"{SPREADSHEET}row":
            continue
        line = int(row.get("r", line + 1))
        if any(map(_lacks_result, row)):
            yield line
        row.clear()


def _lacks_result(cell: Any) -> bool:
    """Tell whether a formula has no result; an empty text is one."""
    return (
        cell.find(f"{SPREADSHEET}f") is not None
        and not cell.findtext(f"{SPREADSHEET}v")
        and cell.get("t") != "str"
    )


def cell_text(value: Any) -> str:
    """Return a cell as the text that stands for it in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        whole_day = value.time() == time.min
        return value.date().isoformat() if whole_day else value.isoformat(" ")
    return str(value)


def number_text(value: float) -> str:
    """Return a number as a spreadsheet shows it: 12.1 is kept as 12.100000000000001."""
    return str(int(value)) if value.is_integer() else f"{value:.15g}"
