"""The chapters of a year as the page shows them: rows of figures and of their cells."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from reports.breakdowns import UNKNOWN
from reports.catalogue import FIGURES, Chapter
from reports.catalogue.cumulative import FIGURES as TOTALS
from reports.charts.basis import Basis
from reports.charts.listing import charts_of
from reports.choices import Severity
from reports.editions import Edition
from reports.figures import Figure, ReturnedFigure
from reports.kinds import kind_behind
from reports.words import shown_change, shown_number
from reports.year import CellRow, Line
from thb.charts.chart import Chart

TOTAL_OF: Final = {
    total.parts[0].code: total.code for total in TOTALS if len(total.parts) == 1
}
"""The cumulative figure that stands beside a figure of the year."""


class State(NamedTuple):
    """What the checks say: the kind of square (components/state.html) and words."""

    kind: str
    text: str


class TableRow(NamedTuple):
    """A row of a chapter's table: a figure, or below it a cell of a breakdown."""

    title: str
    url: str
    value: str
    change: str
    previous: str
    total: str = ""
    source: str = ""
    state: State | None = None
    is_cell: bool = False


class ChapterTable(NamedTuple):
    """A chapter: its number, its rows, the charts below them."""

    number: int
    chapter: Chapter
    rows: list[TableRow]
    charts: list[Chart]


class YearPage:
    """The figures and checks of a year, as one user sees them."""

    def __init__(self, edition: Edition, user: User) -> None:
        self.edition = edition
        self.figures = edition.figures
        self.failed = [check for check in edition.checks if not check.passed]
        self.user = user
        exact = user.has_perm("reports.view_small_numbers")
        self.basis = Basis(edition, self.url, exact=exact)

    @property
    def blocking(self) -> int:
        """Return how many checks must be put right."""
        return sum(check.blocks for check in self.failed)

    @property
    def warning(self) -> int:
        """Return how many checks need an explanation."""
        return len(self.failed) - self.blocking - self.explained

    @property
    def explained(self) -> int:
        """Return how many checks have one."""
        return sum(check.code in self.edition.explanations for check in self.failed)

    def chapters(self) -> Iterator[ChapterTable]:
        """Yield the chapters in the order of the report."""
        for number, chapter in enumerate(self.edition.chapters, start=1):
            rows = list(self.rows(chapter.figures))
            yield ChapterTable(number, chapter, rows, self.charts(chapter))

    def charts(self, chapter: Chapter) -> list[Chart]:
        """Return the charts of a chapter."""
        return list(charts_of(chapter.code, self.basis))

    def rows(self, figures: Iterable[Figure]) -> Iterator[TableRow]:
        """Yield a row for each figure, and for each cell of its breakdowns."""
        for figure in figures:
            line = self.figures.lines[figure.code]
            yield self.row(line)
            for name in line.figure.breakdowns:
                yield from (self.cell(line, name, cell) for cell in line.rows(name))

    def row(self, line: Line) -> TableRow:
        """Return the row of a figure."""
        figure = line.figure
        return TableRow(
            str(figure.title),
            self.url(figure.code),
            shown_number(line.value, figure.unit, line.precision),
            shown_change(line.change),
            shown_number(line.previous, figure.unit),
            self.total(figure),
            source(line),
            self.state(line),
        )

    def cell(self, line: Line, breakdown: str, cell: CellRow) -> TableRow:
        """Return the row of a cell, with the split where its label does not say it."""
        split = line.figure.breakdowns[breakdown]
        title = f"{split.title}: {cell.label}" if split.spelt_out else cell.label
        opens = (line.figure.code, breakdown, cell.cell)
        doubtful = any(c.opens == opens for c in self.failed)
        said = _("records: %s") % cell.value
        return TableRow(
            title,
            self.url(*opens),
            shown_number(cell.value, line.figure.unit),
            shown_change(cell.change),
            shown_number(cell.previous, line.figure.unit),
            state=State("warn", said) if doubtful and cell.cell == UNKNOWN else None,
            is_cell=True,
        )

    def url(self, *opens: str) -> str:
        """Return the address of a list, or nothing where the user may not open it."""
        if opens[0] not in FIGURES:
            return ""
        if not self.user.has_perm(kind_behind(opens[0]).permission):
            return ""
        return address_of(self.edition, opens)

    def total(self, figure: Figure) -> str:
        """Return the total since 2005 that belongs to the figure, if there is one."""
        code = TOTAL_OF.get(figure.code)
        told = self.figures.lines.get(code or "")
        return shown_number(told.value, figure.unit) if told else ""

    def state(self, line: Line) -> State:
        """Return what the checks say of the figure, the worst first."""
        own = [check for check in self.failed if check.figures[0] == line.figure.code]
        if any(check.severity == Severity.BLOCKS for check in own):
            return State("danger", _("to be put right"))
        if waits_for_approval(line):  # explained or not, it stays marked
            return State("half", _("not approved"))
        if isinstance(line.figure, ReturnedFigure) and line.value is None:
            return State("", _("not returned"))
        if any(check.code not in self.edition.explanations for check in own):
            return State("warn", _("to be explained"))
        if own:
            return State("info", _("explained"))
        return State("ok", _("correct"))


def address_of(edition: Edition, opens: Sequence[str]) -> str:
    """Return the address of a list: as frozen, or as it is now."""
    name = "cell" if len(opens) > 1 else "figure"
    if edition.is_draft:
        return reverse(f"reports:{name}", args=[edition.year, *opens])
    return reverse(
        f"reports:release-{name}", args=[edition.year, edition.number, *opens]
    )


def waits_for_approval(line: Line) -> bool:
    """Tell whether an agency's number is there, but nobody has approved it."""
    return line.returned is not None and not line.returned.approved


def source(line: Line) -> str:
    """Return who counted the figure: the register, or another agency."""
    return _("returned") if isinstance(line.figure, ReturnedFigure) else _("counted")
