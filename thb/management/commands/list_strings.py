"""The command `list_strings`: every text in three languages, for a native speaker."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, override

from django.core.management.base import BaseCommand, CommandError, CommandParser
from xlsxwriter import Workbook

from thb.strings import HEADINGS, Text, texts

BOM: Final = "\N{BYTE ORDER MARK}"  # by which Excel knows UTF-8
AS_TEXT: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
WIDTHS: Final = (30, 16, 60, 60, 60, 40)


class Command(BaseCommand):
    """Writes all texts of the pages to a file, with an empty column for remarks."""

    help = "Write every text in English, Azerbaijani and Russian to a file."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, whose ending says what it is."""
        parser.add_argument("output", type=Path, help="a file .csv or .xlsx")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file, and say how many texts it holds."""
        output = options["output"]
        if (written := WRITTEN.get(output.suffix.lower())) is None:
            raise CommandError(f"{output} must end in .csv or .xlsx.")
        found = list(texts())
        try:
            output.write_bytes(written([HEADINGS, *found]))
        except OSError as error:
            raise CommandError(
                f"{output} cannot be written: {error.strerror}."
            ) from error
        self.stdout.write(f"{output}: {len(found)} texts.")


def as_csv(rows: list[Text]) -> bytes:
    """Return the rows as CSV."""
    content = io.StringIO(newline="")
    csv.writer(content).writerows(rows)
    return (BOM + content.getvalue()).encode()


def as_xlsx(rows: list[Text]) -> bytes:
    """Return the rows as a workbook, to be read and written in."""
    content = io.BytesIO()
    with Workbook(content, AS_TEXT) as workbook:
        sheet = workbook.add_worksheet("texts")
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width, wrapped)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        sheet.set_row(0, None, workbook.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows) - 1, len(HEADINGS) - 1)
    return content.getvalue()


WRITTEN: Final[dict[str, Callable[[list[Text]], bytes]]] = {
    ".csv": as_csv,
    ".xlsx": as_xlsx,
}
