"""The report as .docx: real headings, real tables, charts with words for them."""

from io import BytesIO
from typing import Final

import docx
from django.utils.timezone import localtime
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt, RGBColor

from reports.export.report import word_parts
from reports.export.report.archive import repeatable
from reports.export.report.contents import Part, Report
from reports.export.report.typesetting import as_picture
from reports.narrative.story import plain
from thb.charts.chart import Chart
from thb.numbers import grouped

BRAND: Final = RGBColor(0x12, 0x45, 0x59)
QUIET: Final = RGBColor(0x4A, 0x57, 0x68)


def as_docx(report: Report) -> bytes:
    """Return the report as a Word document; the same edition gives the same bytes."""
    document: Document = docx.Document()
    word_parts.prepare(document, report)
    labels = report.labels
    _cover(document, report)
    word_parts.contents(document, labels["contents"], _headings(report, labels))
    for part in report.parts:
        _part(document, part, report, labels)
    _annexes(document, report, labels)
    _properties(document, report)
    content = BytesIO()
    document.save(content)
    return repeatable(content.getvalue(), report.edition.as_of)


def _headings(report: Report, labels: dict[str, str]) -> list[str]:
    named = [f"{part.told.number}. {part.told.title}" for part in report.parts]
    return [*named, labels["checks"], labels["definitions"]]


def _cover(document: Document, report: Report) -> None:
    cover = report.cover
    for text, size, space in (
        (cover.country, 15, 40),
        (cover.office, 12, 160),
    ):
        _line(document, text, size, space)
    title = document.add_paragraph(cover.title, style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(document, cover.period, 18, 170)
    for text in report.standing:
        _line(document, text, 9, 2, QUIET)
    _line(document, cover.place, 12, 0)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _line(
    document: Document,
    text: str,
    size: int,
    after: int,
    colour: RGBColor | None = None,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(after)
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour


def _part(
    document: Document, part: Part, report: Report, labels: dict[str, str]
) -> None:
    told = part.told
    document.add_heading(f"{told.number}. {told.title}", level=1)
    for runs in told.paragraphs:
        document.add_paragraph(plain(runs))
    for chart in part.charts:
        _chart(document, chart, report.language)
    if part.table is not None:
        document.add_heading(labels["figures"], level=2)
        heads = [labels[name] for name in ("figure", "now", "before", "source")]
        rows = [
            (row.title, row.shown, row.shown_previous, row.source)
            for row in part.table.rows
        ]
        table = word_parts.table(document, heads, rows, (6.2, 4.2, 2.0, 3.6))
        word_parts.align_right(table, 1, 2)
        cells = [row.is_cell for row in part.table.rows]
        word_parts.indent_cells(table, cells)


def _chart(document: Document, chart: Chart, language: str) -> None:
    title = document.add_paragraph()
    title.paragraph_format.keep_with_next = True
    title.add_run(chart.title).bold = True
    title.add_run().add_break()
    under = " · ".join(filter(None, (chart.subtitle, chart.source)))
    title.add_run(under).font.size = Pt(9)
    picture = BytesIO(as_picture(chart, language))
    shape = document.add_picture(picture, width=Cm(15.5))
    word_parts.describe(shape, f"{chart.title}: {chart.summary}")
    if chart.note:
        document.add_paragraph().add_run(chart.note).font.size = Pt(9)


def _annexes(document: Document, report: Report, labels: dict[str, str]) -> None:
    _annex(document, labels["checks"])
    document.add_paragraph(labels["checks_lead"])
    names = ("check", "severity", "records", "explanation")
    checks = [
        (one.sentence, one.severity, grouped(one.records), one.explanation)
        for one in report.failed
    ]
    table = word_parts.table(
        document, [labels[name] for name in names], checks, (7.5, 2.8, 1.9, 3.8)
    )
    word_parts.align_right(table, 2)
    _annex(document, labels["definitions"])
    heads = [labels[name] for name in ("figure", "unit", "definition")]
    words = [(one.title, one.unit, one.words) for one in report.definitions]
    word_parts.table(document, heads, words, (5.0, 2.4, 8.6))


def _annex(document: Document, heading: str) -> None:
    made = document.add_heading(heading, level=1)
    made.paragraph_format.page_break_before = True


def _properties(document: Document, report: Report) -> None:
    known = document.core_properties
    known.title = report.title
    known.author = known.last_modified_by = report.cover.office
    known.language = report.language
    known.comments = " · ".join(report.standing)
    known.created = known.modified = localtime(report.edition.as_of).replace(
        tzinfo=None
    )
