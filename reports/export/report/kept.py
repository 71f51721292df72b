"""The composed report as a document that is kept, and read again as a report.

Everything that a file says is in it: the program that reads it words nothing anew. A
number stands with the figure that it is bound to; what is empty is left out.
"""

from collections.abc import Mapping
from typing import Any, Final

from reports.editions import Edition
from reports.export.report.contents import (
    CheckRow,
    Definition,
    FigureRow,
    FigureTable,
    Part,
    Report,
)
from reports.export.report.kept_charts import chart_in, document_of_chart
from reports.narrative.cover import Cover
from reports.narrative.story import ToldSection
from reports.narrative.structure import Section
from reports.narrative.telling import Run
from reports.narrative.values import Bound
from reports.releases.canonical import number

FORM: Final = "dayaq-report-1"
NUMBERS: Final = frozenset({"value", "previous", "change"})

type Kept = Mapping[str, Any]


def document_of(report: Report) -> dict[str, Any]:
    """Return the report as it is kept; equal reports give equal documents."""
    edition = report.edition
    return {
        "form": FORM,
        "year": edition.year,
        "release": edition.number,
        "release_sha256": edition.sha256,
        "language": report.language,
        "cover": report.cover._asdict(),
        "labels": report.labels,
        "standing": report.standing,
        "parts": [_part(part) for part in report.parts],
        "checks": [one._asdict() for one in report.checks],
        "definitions": [one._asdict() for one in report.definitions],
    }


def report_in(document: Kept, edition: Edition, sha256: str) -> Report:
    """Return the report that was kept of an edition, its own hash in its foot."""
    labels = document["labels"]
    return Report(
        edition,
        document["language"],
        Cover(**document["cover"]),
        [_part_in(part) for part in document["parts"]],
        [CheckRow(**one) for one in document["checks"]],
        [Definition(**one) for one in document["definitions"]],
        labels,
        [*document["standing"], f"{labels['text_hash']} {sha256}"],
        sha256=sha256,
    )


def _part(part: Part) -> dict[str, Any]:
    told = part.told
    return {
        "section": told.section.code,
        "number": told.number,
        "title": told.title,
        "is_edited": told.is_edited,
        "paragraphs": [[_run(run) for run in runs] for runs in told.paragraphs],
        "charts": [document_of_chart(chart) for chart in part.charts],
        "table": part.table
        and {
            "title": part.table.title,
            "rows": [_full(row) for row in part.table.rows],
        },
    }


def _part_in(kept: Kept) -> Part:
    paragraphs = [[_run_in(run) for run in runs] for runs in kept["paragraphs"]]
    told = ToldSection(
        kept["number"],
        Section(kept["section"], ()),
        kept["title"],
        paragraphs,
        None,
        kept["is_edited"],
    )
    charts = [chart_in(one) for one in kept["charts"]]
    return Part(told, _table_in(kept["table"]), charts)


def _table_in(kept: Kept | None) -> FigureTable | None:
    if kept is None:
        return None
    return FigureTable(kept["title"], [_row_in(row) for row in kept["rows"]])


def _row_in(kept: Kept) -> FigureRow:
    return FigureRow(**_empty(FigureRow) | _exact(kept))


def _run(run: Run) -> str | dict[str, Any]:
    """Return words as they are, a number with what it is bound to."""
    if run.number is None:
        return run.text
    return {"text": run.text, "key": run.key} | _full(run.number)


def _run_in(kept: str | Kept) -> Run:
    if isinstance(kept, str):
        return Run(kept)
    facts = _exact(kept)
    text, key = facts.pop("text"), facts.pop("key")
    opens = tuple(facts.pop("opens", ()))
    return Run(text, Bound(**_empty(Bound) | facts | {"opens": opens}), key)


def _full(facts: Any) -> dict[str, Any]:
    """Return what is said of a named tuple: nothing that is empty, but every zero."""
    said = facts._asdict().items()
    return {name: told for name, told in said if told or _is_zero(told)}


def _empty(kind: Any) -> dict[str, Any]:
    """Return what a named tuple says where nothing is kept of it."""
    said = {name: None if name in NUMBERS else "" for name in kind._fields}
    return said | kind._field_defaults  # type: ignore[no-any-return]


def _is_zero(told: object) -> bool:
    return told == 0 and told is not False


def _exact(kept: Kept) -> dict[str, Any]:
    """Return the facts with their numbers as they were before they were written."""
    return {name: number(v) if name in NUMBERS else v for name, v in kept.items()}
