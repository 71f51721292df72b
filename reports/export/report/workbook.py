"""The report as .xlsx: a sheet a chapter, then definitions and checks."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final

from django.utils.timezone import localtime
from xlsxwriter import Workbook

from reports.export.document import plain
from reports.export.report.archive import repeatable
from reports.export.report.contents import FigureTable, Report
from reports.export.workbook import AS_TEXT

LONGEST_NAME: Final = 31
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")


def as_xlsx(report: Report) -> bytes:
    """Return the workbook; numbers are numbers, and nothing is a formula."""
    labels = report.labels
    content = BytesIO()
    with Workbook(content, AS_TEXT) as workbook:
        workbook.set_properties(
            {
                "title": report.title,
                "author": report.cover.office,
                "created": localtime(report.edition.as_of).replace(tzinfo=None),
            }
        )
        sheets = _Sheets(workbook, report)
        for part in report.parts:
            if part.table is not None:
                sheets.add(part.table.title, *_figures(part.table, labels))
        sheets.add(labels["definitions"], *_definitions(report, labels))
        sheets.add(labels["checks"], *_checks(report, labels))
    return repeatable(content.getvalue(), report.edition.as_of)


class _Sheets:
    """Sheets of one shape: the draft mark and the standing, the heads, the rows."""

    def __init__(self, workbook: Any, report: Report) -> None:
        self.workbook = workbook
        mark = [report.draft_mark] if report.draft_mark else []
        self.standing = " · ".join([*mark, report.title, *report.standing])
        self.bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.quiet = workbook.add_format({"font_color": "#4A5768"})
        self.number = workbook.add_format({"num_format": "#,##0.##"})
        self.whole = workbook.add_format({"num_format": "#,##0"})
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.names: set[str] = set()

    def add(
        self, title: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Add a sheet."""
        sheet = self.workbook.add_worksheet(self.name(title))
        sheet.write_string(0, 0, self.standing, self.quiet)
        sheet.write_row(1, 0, heads, self.bold)
        for at, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                sheet.write(at, column, value, self.shape(value))
        sheet.freeze_panes(2, 1)
        sheet.set_column(0, 0, 52)
        sheet.set_column(1, len(heads) - 1, 22)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)

    def shape(self, value: object) -> Any:
        """Return the format of a value."""
        if isinstance(value, float):
            return self.number
        return self.whole if isinstance(value, int) else self.text

    def name(self, title: str) -> str:
        """Return a name that a sheet may have, and that no other has."""
        name = FORBIDDEN.sub(" ", title)[:LONGEST_NAME].strip()
        while name.lower() in self.names:
            name = f"{name[: LONGEST_NAME - 1]}'"
        self.names.add(name.lower())
        return name


def _figures(
    table: FigureTable, labels: dict[str, str]
) -> tuple[list[str], list[list[Any]]]:
    heads = [
        labels["figure"],
        labels["value"],
        labels["change"],
        labels["before"],
        labels["unit"],
        labels["source"],
    ]
    rows = [
        [
            f"    {row.title}" if row.is_cell else row.title,
            *map(plain, (row.value, row.change, row.previous)),
            row.unit,
            row.source,
        ]
        for row in table.rows
    ]
    return heads, rows


def _definitions(
    report: Report, labels: dict[str, str]
) -> tuple[list[str], list[list[Any]]]:
    heads = [labels[name] for name in ("figure", "code", "unit", "definition")]
    rows = [[one.title, one.code, one.unit, one.words] for one in report.definitions]
    return heads, rows


def _checks(
    report: Report, labels: dict[str, str]
) -> tuple[list[str], list[list[Any]]]:
    names = ("check", "code", "severity", "passed", "records", "explanation")
    rows = [
        [
            one.sentence,
            one.code,
            one.severity,
            labels["yes"] if one.passed else labels["no"],
            one.records,
            one.explanation,
        ]
        for one in report.checks
    ]
    return [labels[name] for name in names], rows
