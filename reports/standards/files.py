"""The tables of a standard as a workbook, in which nothing is run."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reports.editions import Edition
from reports.export.document import plain
from reports.standards.choices import Level
from reports.standards.levels import Reader, Shown, ShownTable
from reports.standards.tables import Tables
from thb.sheets import harmless

AS_TEXT: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
IN_THEIR_WORDS: Final = "en"
"""The language of the files: that of the questionnaires."""
LONGEST_NAME: Final = 31  # of a sheet
WIDE: Final = 44
NARROW: Final = 16


def workbook(tables: Tables, level: Level) -> bytes:
    """Return the tables at a level: what the file is, then a sheet a table."""
    reader = Reader(level, tables.edition)
    content = BytesIO()
    with Workbook(content, AS_TEXT) as book:
        bold = book.add_format({"bold": True})
        write(book.add_worksheet("about"), about(tables, level), bold)
        for table in tables.tables:
            sheet = book.add_worksheet(table.code[:LONGEST_NAME])
            write(sheet, lines(reader.read(table)), bold)
    return content.getvalue()


def write(sheet: Worksheet, rows: Iterator[list[Any]], bold: Any) -> None:
    """Write rows, the first of them in bold; a text never becomes a formula."""
    for at, row in enumerate(rows):
        cells = [harmless(one) if isinstance(one, str) else one for one in row]
        sheet.write_row(at, 0, cells, bold if at == 0 else None)
    sheet.set_column(0, 0, WIDE)
    sheet.set_column(1, 6, NARROW)
    sheet.set_column(7, 9, WIDE)
    sheet.freeze_panes(1, 0)


def about(tables: Tables, level: Level) -> Iterator[list[Any]]:
    """Yield what the file is, of which edition, for whom, and what it lacks."""
    edition = tables.edition
    yield [_("Standard"), str(tables.standard.label)]
    yield [_("Year"), edition.year]
    yield [_("Level"), str(level.label)]
    yield [_("Edition"), *edition_words(edition)]
    yield [_("Made"), moment(localtime())]
    for one in tables.missing:
        yield [_("The population is missing"), one]


def edition_words(edition: Edition) -> list[str]:
    """Return which edition the numbers are of: a draft, or a release with its hash."""
    if edition.is_draft:
        return [_("draft"), moment(edition.as_of)]
    name = _("release %s") % f"{edition.year}-{edition.number}"
    return [name, moment(edition.as_of), edition.sha256]


def moment(at: datetime) -> str:
    """Return a moment in Asia/Baku."""
    return localtime(at).isoformat(sep=" ", timespec="minutes")


def lines(shown: ShownTable) -> Iterator[list[Any]]:
    """Yield the heading of a table and its rows."""
    table = shown.table
    yield [str(table.title)]
    rates = [_("Population"), _("Per 100,000")] if table.rates else []
    heads = [_("How many"), *rates, _("Remark"), _("Articles"), _("Source")]
    yield [*map(str, table.heads), *heads]
    for row in shown.rows:
        yield line(row, rates=table.rates)


def line(row: Shown, *, rates: bool) -> list[Any]:
    """Return one row as a sheet has it; what is not known is empty."""
    per = [row.population or None, plain(row.rate)] if rates else []
    number = [plain(row.value), *per]
    return [*map(str, row.labels), *number, row.remark, *reversed(row.source)]
