"""The charts of a public document: drawn only of numbers that all of its rows show.

Where a cell is hidden, its chart is not drawn: the others would tell it apart.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from reports.breakdowns import UNKNOWN
from reports.charts.assistance import PATH, of_path
from reports.charts.prosecution import of_wanted
from reports.charts.splits import Split
from reports.charts.victims import COUNTRIES, PEOPLE
from reports.disclosure.tied_year import REST
from reports.open.series import figures_of
from thb.charts.chart import Bar, Chart

IDENTIFIED = "victims.identified"
WANTED = ("wanted.total", "wanted.detained", "wanted.detained_percent")


class Pictures:
    """The charts of one document, in one language."""

    def __init__(self, document: Mapping[str, Any], language: str) -> None:
        self.figures = {one["figure"]: one for one in figures_of(dict(document))}
        self.year = document["year"]
        self.language = language
        self.source = _("source: the register, release %s") % document["release"]

    def drawn(self) -> Iterator[Chart]:
        """Yield the charts that can be drawn."""
        splits = (self.split(PEOPLE), self.split(COUNTRIES))
        yield from filter(None, (*splits, self.path(), self.wanted()))

    def said(self, words: Mapping[str, str]) -> str:
        """Return words in the language of the page."""
        return words.get(self.language, "")

    def cells(self, breakdown: str) -> list[Bar]:
        """Return the cells of the persons identified; none where one is hidden."""
        figure = self.figures.get(IDENTIFIED)
        if figure is None or figure["hidden"]:
            return []
        splits = [s for s in figure["breakdowns"] if s["breakdown"] == breakdown]
        cells = [cell for split in splits for cell in split["cells"]]
        if any(cell["hidden"] for cell in cells):
            return []
        return [
            Bar(
                self.said(cell["label"]), cell["value"], is_vague=is_vague(cell["cell"])
            )
            for cell in cells
            if cell["value"]
        ]

    def split(self, split: Split) -> Chart | None:
        """Return the persons identified by one of their breakdowns."""
        shown = self.cells(split.breakdown)
        if not shown:
            return None
        total = Bar(_("Total"), self.figures[IDENTIFIED]["value"])
        return split.of(shown, total, self.year, self.source)

    def open_bar(self, code: str, label: str) -> Bar | None:
        """Return a figure as a bar; None where it is hidden or not told."""
        figure = self.figures.get(code)
        if figure is None or figure["hidden"] or figure["value"] is None:
            return None
        return Bar(label, int(figure["value"]))

    def path(self) -> Chart | None:
        """Return the way of those helped."""
        shown = {code: self.open_bar(code, str(label)) for code, label in PATH.items()}
        told = {code: bar for code, bar in shown.items() if bar is not None}
        if len(told) < len(PATH) or not any(bar.value for bar in told.values()):
            return None
        subtitle = _("Persons, by help given in %s") % self.year
        return of_path(told, subtitle, self.source)

    def wanted(self) -> Chart | None:
        """Return how many of those wanted were detained."""
        if any(self.figures.get(c, {"hidden": True})["hidden"] for c in WANTED):
            return None
        whole = self.open_bar(WANTED[0], _("wanted"))
        part = self.open_bar(WANTED[1], _("of them, detained"))
        if whole is None or part is None or not whole.value:
            return None
        subtitle = _("Persons wanted at some time of %s") % self.year
        return of_wanted(whole, part, subtitle, self.source)


def is_vague(cell: str) -> bool:
    """Tell whether a cell says nothing, or puts several together."""
    return cell in {UNKNOWN, REST}
