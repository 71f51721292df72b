"""The files of the written report by their format."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from django.utils.translation import override

from reports.export.report.contents import Report
from reports.export.report.lines import as_text
from reports.export.report.page import as_html
from reports.export.report.typesetting import as_pdf
from reports.export.report.word import as_docx
from reports.export.report.workbook import as_xlsx

OFFICE: Final = "application/vnd.openxmlformats-officedocument"


class Format(NamedTuple):
    """A kind of file: its name for people, its type, what writes it."""

    label: str
    content_type: str
    write: Callable[[Report], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "pdf": Format("PDF", "application/pdf", as_pdf),
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document", as_docx),
    "xlsx": Format("XLSX", f"{OFFICE}.spreadsheetml.sheet", as_xlsx),
    "html": Format("HTML", "text/html; charset=utf-8", as_html),
    "txt": Format("TXT", "text/plain; charset=utf-8", as_text),
}


def written(report: Report, form: str) -> bytes:
    """Return the report as a file of one of the formats, in its own language."""
    with override(report.language):
        return FORMATS[form].write(report)


def file_name(year: int, language: str, form: str, release: int | None = None) -> str:
    """Return the name of a file of the report, with the release that was asked for."""
    of_release = f"-release-{release}" if release else ""
    return f"report-{year}{of_release}-{language}.{form}"
