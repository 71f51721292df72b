"""The figures of a year as a table of text, with the checks that failed."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext as _

from reports.checks import Check
from reports.editions import Edition
from reports.export.rows import Row, rows
from reports.words import shown_change, shown_number
from reports.year import YearFigures

CODE: Final = 44
NUMBER: Final = 10
CHANGE: Final = 11


def as_table(edition: Edition) -> str:
    """Return the table: code, value, change, year before, title."""
    lines = [
        *_chapters(edition),
        "",
        *_failed(edition.checks),
        *_frozen(edition),
    ]
    return "\n".join(line.rstrip() for line in lines)


def _chapters(edition: Edition) -> Iterator[str]:
    figures = edition.figures
    yield _columns("", str(figures.year), "", str(figures.year - 1), "")
    for chapter in edition.chapters:
        yield ""
        yield str(chapter.title)
        lines = [figures.lines[figure.code] for figure in chapter.figures]
        yield from (_line(row, figures) for row in rows(lines))


def _line(row: Row, figures: YearFigures) -> str:
    line = figures.lines[row.figure]
    split = line.figure.breakdowns.get(row.breakdown)
    title = split.label(row.cell) if split else str(line.figure.title)
    code = f"    {row.breakdown} {row.cell}" if split else f"  {row.figure}"
    return _columns(
        code,
        shown_number(row.value, line.figure.unit, row.precision),
        shown_change(row.change),
        shown_number(row.previous, line.figure.unit),
        f"    {title}" if split else title,
    )


def _columns(code: str, value: str, change: str, previous: str, title: str) -> str:
    return (
        f"{code:<{CODE}} {value:>{NUMBER + 4}} {change:<{CHANGE}}"
        f" {previous:>{NUMBER}}   {title}"
    )


def _failed(checks: Sequence[Check]) -> Iterator[str]:
    failed = [check for check in checks if not check.passed]
    yield _("Checks: %(all)s; %(failed)s failed") % {
        "all": len(checks),
        "failed": len(failed),
    }
    for check in failed:
        yield f"  {check.severity.label}: {check.sentence}"
        yield f"      {check.code}, " + _("records: %s") % check.records


def _frozen(edition: Edition) -> Iterator[str]:
    if not edition.is_draft:
        yield ""
        yield f"{edition.stage.label}: {edition.number}, {edition.sha256}"
