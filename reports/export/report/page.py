"""The report as one .html file that needs nothing beside it."""

from pathlib import Path
from typing import Final

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from reports.export.report.contents import Report
from reports.narrative.story import plain

STYLE: Final = Path(__file__).parent / "page.css"


def as_html(report: Report) -> bytes:
    """Return the page with its style inside."""
    rules = mark_safe(STYLE.read_text(encoding="utf-8"))  # noqa: S308 - ours
    texts = [[plain(runs) for runs in part.told.paragraphs] for part in report.parts]
    context = {
        "report": report,
        "parts": list(zip(report.parts, texts, strict=True)),
        "labels": report.labels,
        "style": format_html("<style>{}</style>", rules),
    }
    return render_to_string("reports/report/file.html", context).encode()
