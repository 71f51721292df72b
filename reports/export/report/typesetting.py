"""The report as PDF and its charts as pictures, set by typst.

The documents are in `typst/`, the fonts beside them: nothing of the machine is used,
and the same edition gives the same bytes.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

import typst
from django.utils.timezone import localtime

from reports.export.document import as_json
from reports.export.report.contents import FigureTable, Part, Report
from reports.narrative.letters import printable
from reports.narrative.story import plain
from thb.charts.chart import Chart
from thb.numbers import grouped

FOLDER: Final = Path(__file__).parent / "typst"
FONTS: Final = FOLDER / "fonts"
STANDARDS: Final = ("a-3a", "ua-1")
PIXELS_PER_INCH: Final = 200.0


def as_pdf(report: Report) -> bytes:
    """Return the report as PDF/A-3a and PDF/UA-1, with the figures inside as JSON."""
    inputs = {
        "document": json.dumps(_document(report), ensure_ascii=False),
        "figures": as_json(report.edition),
    }
    return _compiled(
        "report.typ",
        inputs,
        format="pdf",
        pdf_standards=list(STANDARDS),
        timestamp=int(report.edition.as_of.timestamp()),
    )


def as_picture(chart: Chart, language: str) -> bytes:
    """Return a chart as PNG."""
    drawn = {"language": language, "chart": _chart(chart)}
    inputs = {"document": json.dumps(drawn, ensure_ascii=False)}
    return _compiled("chart.typ", inputs, format="png", ppi=PIXELS_PER_INCH)


def _compiled(name: str, inputs: Mapping[str, str], **how: Any) -> bytes:
    made = typst.compile(
        str(FOLDER / name),
        root=str(FOLDER),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs=dict(inputs, document=printable(inputs["document"])),
        **how,
    )
    return cast("bytes", made)


def _document(report: Report) -> dict[str, Any]:
    day = localtime(report.edition.as_of)
    return {
        "title": report.title,
        "language": report.language,
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "draft": report.draft_mark,
        "standing": report.standing,
        "cover": report.cover._asdict(),
        "labels": report.labels,
        "parts": [_part(part) for part in report.parts],
        "checks": [
            check._asdict() | {"records": grouped(check.records)}
            for check in report.failed
        ],
        "definitions": [one._asdict() for one in report.definitions],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.told.title,
        "paragraphs": [plain(runs) for runs in part.told.paragraphs],
        "charts": [_chart(chart) for chart in part.charts],
        "table": _table(part.table) if part.table else None,
    }


def _table(table: FigureTable) -> dict[str, Any]:
    return {
        "title": table.title,
        "rows": [
            {
                "title": row.title,
                "shown": row.shown,
                "previous": row.shown_previous,
                "source": row.source,
                "is_cell": row.is_cell,
            }
            for row in table.rows
        ],
    }


def _chart(chart: Chart) -> dict[str, Any]:
    picture = chart.picture
    return {
        "title": chart.title,
        "subtitle": " · ".join(filter(None, (chart.subtitle, chart.source))),
        "summary": chart.summary,
        "note": chart.note,
        "width": picture.width,
        "height": picture.height,
        "boxes": [box._asdict() for box in picture.boxes],
        "lines": [line._asdict() for line in picture.lines],
        "words": [words._asdict() for words in picture.words],
    }
