"""A register as it lies on a disk: a folder of CSV files, or one workbook."""

from pathlib import Path
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exchange.csv_files import csv_tables
from exchange.tables import Table
from exchange.workbooks import NOT_XLSX, UnreadableWorkbook, workbook_tables

NOTHING: Final = _("a folder with CSV files of the register, or a workbook (.xlsx)")


class UnreadableRegister(Exception):  # noqa: N818 - the user's mistake, not a fault
    """There is no register at this place; `expected` says what should be there."""

    def __init__(self, place: str, expected: str | Promise) -> None:
        super().__init__(place)
        self.place = place
        self.expected = expected


def tables_of(path: Path) -> list[Table]:
    """Return the tables of a folder or a workbook, also those of an unknown name."""
    if path.is_dir():
        found = csv_tables(path)
    elif path.is_file() and path.suffix.lower() == ".xlsx":
        found = _sheets(path)
    else:
        found = []
    if not found:
        raise UnreadableRegister(path.name, NOTHING)
    return found


def _sheets(path: Path) -> list[Table]:
    try:
        return workbook_tables(path)
    except UnreadableWorkbook as error:
        raise UnreadableRegister(path.name, NOT_XLSX) from error
