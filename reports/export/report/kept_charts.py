"""The charts of a report as they are kept: each mark with its place, and the table."""

from collections.abc import Mapping
from typing import Any

from thb.charts.chart import Cell, Chart, Row, Table
from thb.charts.marks import (
    Anchor,
    Box,
    Dot,
    Look,
    Picture,
    Stretch,
    Stroke,
    Tone,
    Words,
)

type Kept = Mapping[str, Any]


def document_of_chart(chart: Chart) -> dict[str, Any]:
    """Return the chart as it is kept; its picture for phones stands on no paper."""
    return {
        "code": chart.code,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "summary": chart.summary,
        "source": chart.source,
        "note": chart.note,
        "picture": _picture(chart.picture),
        "table": {"heads": [*chart.table.heads], "rows": _rows(chart.table)},
    }


def chart_in(kept: Kept) -> Chart:
    """Return the chart that was kept."""
    return Chart(
        kept["code"],
        kept["title"],
        kept["subtitle"],
        _picture_in(kept["picture"]),
        Table(kept["table"]["heads"], [_row_in(row) for row in kept["table"]["rows"]]),
        kept["summary"],
        kept["source"],
        kept["note"],
    )


def _rows(table: Table) -> list[Any]:
    return [
        [row.label, [[*cell] for cell in row.cells], row.is_total] for row in table.rows
    ]


def _row_in(kept: list[Any]) -> Row:
    label, cells, is_total = kept
    return Row(label, [Cell(*cell) for cell in cells], is_total)


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "size": [picture.width, picture.height],
        "boxes": [[*box] for box in picture.boxes],
        "words": [[*words] for words in picture.words],
        "lines": [[*line] for line in picture.lines],
        "dots": [[*dot] for dot in picture.dots],
    }


def _picture_in(kept: Kept) -> Picture:
    width, height = kept["size"]
    return Picture(
        width,
        height,
        [Box(Look(look), *places) for look, *places in kept["boxes"]],
        [
            Words(text, x, y, Tone(tone), Anchor(anchor))
            for text, x, y, tone, anchor in kept["words"]
        ],
        [Stretch(Stroke(stroke), *places) for stroke, *places in kept["lines"]],
        [Dot(Look(look), *places) for look, *places in kept["dots"]],
    )
