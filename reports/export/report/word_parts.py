"""Parts of the Word document that python-docx has no words for."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from reports.export.report.contents import Report

FONT: Final = "Arial"
LOCALES: Final = {"az": "az-Latn-AZ", "ru": "ru-RU", "en": "en-GB"}
BRAND: Final = RGBColor(0x12, 0x45, 0x59)
INK: Final = RGBColor(0x1B, 0x24, 0x30)
HAIRLINE: Final = "B8C1CB"
BORDERS: Final = [
    qn(f"w:{side}") for side in ("top", "left", "bottom", "right", "insideH", "insideV")
]


def prepare(document: Document, report: Report) -> None:
    """Set the page, the styles, the language, the header and the footer."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    for name, size, colour in (
        ("Normal", 11, INK),
        ("Title", 26, BRAND),
        ("Heading 1", 16, BRAND),
        ("Heading 2", 12, INK),
    ):
        _style(document.styles[name], size, colour)
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].paragraph_format.space_after = Pt(6)
    title = document.styles["Title"].element.pPr
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    _language(document, LOCALES[report.language])
    _header(section, report)
    _footer(section, report)


def _style(style: Any, size: int, colour: RGBColor) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _language(document: Document, locale: str) -> None:
    """Say the language of the whole text: for spelling and for screen readers."""
    usual = document.styles.element.find(qn("w:docDefaults"))
    properties = usual.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(_made("w:lang", val=locale, eastAsia=locale, bidi=locale))


def _header(section: Any, report: Report) -> None:
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(report.draft_mark)
    run.bold = True
    run.font.size = Pt(20)
    run.font.color.rgb = RGBColor(0xA3, 0x20, 0x20)


def _footer(section: Any, report: Report) -> None:
    paragraph = section.footer.paragraphs[0]
    run = paragraph.add_run(" · ".join(report.standing) + "   ")
    run.font.size = Pt(8)
    _field(paragraph, "PAGE")


def _field(paragraph: Any, instruction: str) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(8)
    run.element.append(_made("w:fldChar", fldCharType="begin"))
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    run.element.append(text)
    run.element.append(_made("w:fldChar", fldCharType="end"))


def contents(document: Document, heading: str, entries: Sequence[str]) -> None:
    """Write the list of contents: Word counts its pages, the entries stand there."""
    title = document.add_paragraph()
    run = title.add_run(heading)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(16), BRAND
    paragraph = document.add_paragraph()
    begin = paragraph.add_run()
    begin.element.append(_made("w:fldChar", fldCharType="begin"))
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = 'TOC \\o "1-1" \\h \\z'
    begin.element.append(text)
    begin.element.append(_made("w:fldChar", fldCharType="separate"))
    for at, entry in enumerate(entries):
        if at:
            paragraph = document.add_paragraph()
        paragraph.add_run(entry)
        paragraph.paragraph_format.space_after = Pt(4)
    end = paragraph.add_run()
    end.element.append(_made("w:fldChar", fldCharType="end"))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def table(
    document: Document,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float],
) -> Table:
    """Return a table whose first row repeats on every page; widths in centimetres."""
    listed = list(rows)
    made: Table = document.add_table(rows=len(listed) + 1, cols=len(heads))
    _rule(made)
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for row, texts in zip(made.rows, [heads, *listed], strict=True):
        _fill(row, texts, widths)
    first = made.rows[0]
    properties = first._tr.get_or_add_trPr()
    properties.append(_made("w:tblHeader", val="true"))
    for cell in first.cells:
        cell.paragraphs[0].runs[0].bold = True
    return made


def _rule(made: Table) -> None:
    """Draw a hairline below each row, and no other line."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "right", "insideV"):
        borders.append(_made(f"w:{side}", val="nil"))
    for side in ("bottom", "insideH"):
        hairline = _made(f"w:{side}", val="single", sz="4", space="0", color=HAIRLINE)
        borders.append(hairline)
    borders[:] = sorted(borders, key=lambda one: BORDERS.index(one.tag))
    made._tbl.tblPr.append(borders)


def _fill(row: Any, texts: Sequence[str], widths: Sequence[float]) -> None:
    row._tr.get_or_add_trPr().append(_made("w:cantSplit", val="true"))
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run(text).font.size = Pt(9)


def align_right(made: Table, *columns: int) -> None:
    """Align the columns that hold numbers."""
    for row in made.rows:
        cells = row.cells
        for column in columns:
            cells[column].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def indent_cells(made: Table, are_cells: Sequence[bool]) -> None:
    """Indent the rows that are cells of the figure above them."""
    for row, is_cell in zip(made.rows[1:], are_cells, strict=True):
        if is_cell:
            row.cells[0].paragraphs[0].paragraph_format.left_indent = Cm(0.5)


def describe(shape: Any, words: str) -> None:
    """Give a picture its words."""
    shape._inline.docPr.set("descr", words)


def _made(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
