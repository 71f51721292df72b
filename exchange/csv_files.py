"""A folder of CSV files."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from exchange.tables import Complaint, Row, Table

NOT_UTF_8: Final = _("text in UTF-8")
NO_NULL: Final = _("text without the character of code 0")
NOT_CSV: Final = _("comma-separated values after RFC 4180")
NOT_OPEN: Final = _("a file that can be opened")
SHORTER: Final = _("cells of at most %(count)s characters")


def csv_tables(folder: Path) -> list[Table]:
    """Return the CSV files of a folder; other files are passed over."""
    return [
        Table(path.stem, path.name, partial(csv_rows, path))
        for path in sorted(folder.iterdir())
        if path.suffix.lower() == ".csv" and not path.is_dir()
    ]


def csv_rows(path: Path, complain: Complaint) -> Iterator[Row]:
    """Yield the rows of a CSV file; one that is empty throughout is passed over.

    Reading ends where it is no longer CSV.
    """
    try:
        file = path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except OSError:
        complain(1, NOT_OPEN)
        return
    with file:
        for line, cells in _parsed(_clean(file, complain), complain):
            if any(cells):
                yield line, cells


def _parsed(lines: Iterator[str], complain: Complaint) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            long = _is_long_cell(error)
            complain(line, _shorter() if long else NOT_CSV)
            if not long or reader.line_num > line:
                return


def _is_long_cell(error: csv.Error) -> bool:
    return "field limit" in str(error)


def _shorter() -> str:
    return SHORTER % {"count": csv.field_size_limit()}


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
