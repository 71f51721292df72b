"""A public document as a page shows it, in one language."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from reports.open.pictures import Pictures
from reports.releases.canonical import number
from reports.words import shown_number
from thb.charts.chart import Chart


class Row(NamedTuple):
    """A row of a table: a figure, or below it a cell; `hidden` tells a small number."""

    title: str
    about: str
    value: str
    hidden: bool
    is_cell: bool


class Part(NamedTuple):
    """A chapter of the page."""

    code: str
    title: str
    rows: list[Row]


class Page:
    """The chapters of a document and its charts."""

    def __init__(self, document: Mapping[str, Any], language: str) -> None:
        self.document = document
        self.language = language

    def chapters(self) -> Iterator[Part]:
        """Yield the chapters that tell something."""
        for chapter in self.document["chapters"]:
            rows = [row for figure in chapter["figures"] for row in self.rows(figure)]
            if rows:
                yield Part(chapter["chapter"], self.said(chapter["title"]), rows)

    def rows(self, figure: Mapping[str, Any]) -> Iterator[Row]:
        """Yield the row of a figure and those of its cells; nothing where not known."""
        if figure["value"] is None and not figure["hidden"]:
            return
        title, about = self.said(figure["title"]), self.said(figure["counts"])
        yield self.row(title, figure, figure, about)
        for split in figure["breakdowns"]:
            for cell in split["cells"]:
                label = f"{self.said(split['title'])}: {self.said(cell['label'])}"
                yield self.row(label, cell, figure)

    def row(
        self,
        title: str,
        told: Mapping[str, Any],
        figure: Mapping[str, Any],
        about: str | None = None,
    ) -> Row:
        """Return one row."""
        precision = "" if about is None else figure["precision"]
        text = _("not shown")
        if not told["hidden"]:
            text = shown_number(number(told["value"]), figure["unit"], precision)
        return Row(title, about or "", text, told["hidden"], about is None)

    def said(self, words: Mapping[str, str]) -> str:
        """Return words in the language of the page."""
        return words.get(self.language, "")

    def charts(self) -> list[Chart]:
        """Return the charts of what is shown whole."""
        return list(Pictures(self.document, self.language).drawn())
