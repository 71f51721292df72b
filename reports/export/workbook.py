"""The figures of a year as an .xlsx workbook."""

from io import BytesIO
from typing import Final

from django.utils.timezone import localtime
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from reports.checks import Check
from reports.editions import Edition
from reports.export.document import plain
from reports.export.rows import Row, rows

AS_TEXT: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
CHECK_COLUMNS: Final = ("code", "severity", "passed", "records", "message")


RELEASE_ROWS: Final = ("year", "release", "status", "frozen at", "sha256")


def as_xlsx(edition: Edition) -> bytes:
    """Return a workbook: the rows of the CSV, the checks, and which release it is.

    It is dated by the edition, so that a release gives the same bytes each time.
    """
    figures, checks = edition.figures, edition.checks
    content = BytesIO()
    with Workbook(content, AS_TEXT) as workbook:
        workbook.set_properties({"created": edition.as_of.replace(tzinfo=None)})
        bold = workbook.add_format({"bold": True})
        sheet = workbook.add_worksheet("figures")
        sheet.write_row(0, 0, Row._fields, bold)
        for at, row in enumerate(rows(figures.lines.values()), start=1):
            sheet.write_row(at, 0, [*row[:3], *map(plain, row[3:6]), *row[6:]])
        _widen(sheet, 30, 24, 22, 12, 12, 12, 12, 12)
        sheet = workbook.add_worksheet("checks")
        sheet.write_row(0, 0, CHECK_COLUMNS, bold)
        for at, check in enumerate(checks, start=1):
            sheet.write_row(at, 0, _check(check))
        _widen(sheet, 60, 10, 10, 10, 90)
        if not edition.is_draft:
            sheet = workbook.add_worksheet("release")
            sheet.write_column(0, 0, RELEASE_ROWS, bold)
            sheet.write_column(0, 1, _release(edition))
            _widen(sheet, 16, 70)
    return content.getvalue()


def _release(edition: Edition) -> list[str | int]:
    at = localtime(edition.as_of).isoformat(timespec="seconds")
    status = edition.stage.value
    return [edition.year, edition.number, status, at, edition.sha256]


def _check(check: Check) -> list[str | bool | int]:
    records = 0 if check.passed else check.records
    return [check.code, check.severity.value, check.passed, records, check.sentence]


def _widen(sheet: Worksheet, *widths: int) -> None:
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
