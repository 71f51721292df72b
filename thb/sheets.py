"""A table as a file that a spreadsheet opens: CSV or XLSX, in which nothing is run."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import TextIOWrapper
from typing import IO, Final

from xlsxwriter import Workbook

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
LONGEST_SHEET: Final = 1_048_575  # rows below the header
AS_TEXT: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

type Cells = Iterable[str]


class TooLongForSheet(Exception):  # noqa: N818 - the format's limit, not a fault
    """A sheet cannot hold so many rows."""


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def write_csv(file: IO[bytes], headings: Cells, rows: Iterable[Cells]) -> None:
    """Write the table as CSV, marked as UTF-8, and leave the file open."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(harmless, row) for row in lines(headings, rows))
    text.flush()
    text.detach()


def write_xlsx(
    file: IO[bytes], headings: Cells, rows: Iterable[Cells], about: Iterable[Cells]
) -> None:
    """Write the table as a workbook; a second sheet says what it is."""
    with closing(Workbook(file, AS_TEXT)) as workbook:
        for table in (lines(headings, rows), about):
            sheet = workbook.add_worksheet()
            for place, row in enumerate(table):
                if place > LONGEST_SHEET:
                    raise TooLongForSheet
                for column, cell in enumerate(row):
                    sheet.write_string(place, column, harmless(cell))


def lines(headings: Cells, rows: Iterable[Cells]) -> Iterator[Cells]:
    """Yield the headings, then the rows."""
    yield headings
    yield from rows
