"""The report as plain text."""

from collections.abc import Iterator
from textwrap import fill
from typing import Final

from reports.export.report.contents import Part, Report
from reports.narrative.story import plain
from thb.numbers import grouped

WIDTH: Final = 90
TITLE: Final = 60
NUMBER: Final = 20


def as_text(report: Report) -> bytes:
    """Return the report as lines of text in UTF-8; tables are columns."""
    labels = report.labels
    blocks = [
        *_cover(report),
        *(block for part in report.parts for block in _part(part, labels)),
        *_annexes(report, labels),
    ]
    text = "\n\n".join(block.rstrip() for block in blocks if block.strip())
    return f"{text}\n".encode()


def _cover(report: Report) -> Iterator[str]:
    yield report.draft_mark
    yield from report.cover
    yield " · ".join(report.standing)


def _part(part: Part, labels: dict[str, str]) -> Iterator[str]:
    yield _underlined(f"{part.told.number}. {part.told.title}")
    for runs in part.told.paragraphs:
        yield fill(plain(runs), WIDTH, break_long_words=False)
    if part.table is not None:
        heads = _columns(labels["figure"], labels["now"], labels["before"])
        rows = [
            _columns(
                f"  {row.title}" if row.is_cell else row.title,
                row.shown,
                row.shown_previous,
            )
            for row in part.table.rows
        ]
        yield "\n".join([heads, *rows])


def _columns(title: str, value: str, previous: str) -> str:
    return f"{title:<{TITLE}} {value:>{NUMBER}} {previous:>{NUMBER // 2}}".rstrip()


def _underlined(heading: str) -> str:
    return f"{heading}\n{'=' * len(heading)}"


def _annexes(report: Report, labels: dict[str, str]) -> Iterator[str]:
    yield _underlined(labels["checks"])
    yield labels["checks_lead"]
    for check in report.failed:
        said = f"- {check.sentence} ({check.severity}; {grouped(check.records)})"
        yield f"{said}\n  {check.explanation}" if check.explanation else said
    yield _underlined(labels["definitions"])
    for one in report.definitions:
        yield fill(f"{one.title} ({one.unit}): {one.words}", WIDTH)
