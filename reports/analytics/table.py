"""The table of the analytics as it is shown: numbers, percents, links, hidden cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.analytics.counting import Crossed
from reports.analytics.disclosure import REST, Hiding, put_together
from reports.breakdowns import Breakdown
from reports.year import percentage
from thb.numbers import grouped, percent

type Opens = Callable[[str, str], str]

SHARES: Final = {
    "row": gettext_lazy("percent of the row"),
    "column": gettext_lazy("percent of the column"),
    "total": gettext_lazy("percent of all"),
}
LEAST_BASE: Final = 10  # a percent of fewer says more than is known
HIDDEN: Final = gettext_lazy("hidden")


class Cell(NamedTuple):
    """A cell: its column's name, its number, its percent, the list that it opens."""

    label: str | Promise
    number: int
    text: str
    share: str = ""
    url: str = ""
    is_hidden: bool = False
    is_total: bool = False

    @property
    def plain(self) -> str:
        """Return the number as programs read it, or that it is hidden."""
        return self.text if self.is_hidden else str(self.number)


class Row(NamedTuple):
    """A row: its name, its cells, the last of them its total."""

    label: str
    cells: list[Cell]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by rows and columns, as one user may see them.

    `opens` gives the address of a cell's list; "" stands for a whole row or column.
    """

    crossed: Crossed
    share: str = ""
    opens: Opens | None = None
    hiding: Hiding | None = None

    @property
    def headings(self) -> list[str]:
        """Return the names of the columns, without the total."""
        return [self.named(self.crossed.columns, code) for code in self.columns]

    @property
    def columns(self) -> list[str]:
        """Return the codes of the columns."""
        return self.crossed.column_codes()

    def named(self, split: Breakdown | None, code: str) -> str:
        """Return the name of a row or a column."""
        if code == REST:
            return _("others, too few to be shown alone")
        return str(split.label(code)) if split else ""

    def rows(self) -> Iterator[Row]:
        """Yield the rows, and the totals last."""
        for place, code in enumerate(self.crossed.row_codes()):
            cells = [self.cell(place, at, code) for at in range(len(self.columns))]
            whole = self.crossed.of_rows[code]
            yield Row(
                self.named(self.crossed.rows, code),
                [*cells, self.sum(whole, code, "", self.of_column(whole, ""))],
            )
        yield Row(_("Total"), list(self.totals()), is_total=True)

    def totals(self) -> Iterator[Cell]:
        """Yield the totals of the columns, and of the whole."""
        for code in self.columns:
            number = self.crossed.of_columns[code]
            yield self.sum(number, "", code, self.of_row(number, ""))
        yield self.sum(self.crossed.total, "", "", "")

    def cell(self, place: int, at: int, row: str) -> Cell:
        """Return one cell inside the table."""
        column = self.columns[at]
        label = self.named(self.crossed.columns, column)
        number = self.crossed.cells.get((row, column), 0)
        if self.hiding is not None and (place, at) in self.hiding.hidden:
            small = self.hiding.is_small((place, at)) and not self.hiding.blank
            words = f"<{self.hiding.threshold}" if small else str(HIDDEN)
            return Cell(label, number, words, is_hidden=True)
        share = self.of_row(number, row) or self.of_column(number, column)
        share = share or self.of_all(number)
        return Cell(
            label, number, grouped(number), share, self.url(number, row, column)
        )

    def sum(self, number: int, row: str, column: str, share: str) -> Cell:
        """Return a total of a row, of a column or of all."""
        share = share or self.of_all(number)
        label = self.named(self.crossed.columns, column) if column else _("Total")
        url = self.url(number, row, column)
        return Cell(label, number, grouped(number), share, url, is_total=True)

    def url(self, number: int, row: str, column: str) -> str:
        """Return the list of a cell; none for an empty one."""
        return self.opens(row, column) if self.opens is not None and number else ""

    def of_row(self, number: int, row: str) -> str:
        """Return the percent of the row, where that is asked for."""
        whole = self.crossed.of_rows.get(row, self.crossed.total)
        return in_percent(number, whole) if self.share == "row" else ""

    def of_column(self, number: int, column: str) -> str:
        """Return the percent of the column, where that is asked for."""
        whole = self.crossed.of_columns.get(column, self.crossed.total)
        return in_percent(number, whole) if self.share == "column" else ""

    def of_all(self, number: int) -> str:
        """Return the percent of the whole, where that is asked for."""
        return in_percent(number, self.crossed.total) if self.share == "total" else ""

    def numbers(self) -> Iterator[int]:
        """Yield every number inside the table and its totals, but zeros."""
        crossed = self.crossed
        yield from crossed.cells.values()
        yield from crossed.of_rows.values()
        yield from crossed.of_columns.values()
        yield crossed.total


def in_percent(number: int, whole: int) -> str:
    """Return the number as a percent of the whole; nothing of a small one."""
    found = percentage(number, whole) if number and whole >= LEAST_BASE else None
    return "" if found is None else percent(found)


def protected(crossed: Crossed, threshold: int) -> tuple[Crossed, Hiding | None]:
    """Return the table for whoever may not see small numbers, and what it hides.

    One of a small total has no rows.
    """
    merged = Crossed(crossed.rows, crossed.columns, total=crossed.total)
    if crossed.total < threshold:
        merged.total = 0
        return merged, None
    of_row = put_together(crossed.of_rows, threshold)
    of_column = put_together(crossed.of_columns, threshold)
    merged.of_rows = added(crossed.of_rows, of_row)
    merged.of_columns = added(crossed.of_columns, of_column)
    for (row, column), number in crossed.cells.items():
        at = of_row[row], of_column[column]
        merged.cells[at] = merged.cells.get(at, 0) + number
    return merged, hiding_of(merged, threshold)


def added(counts: dict[str, int], names: dict[str, str]) -> dict[str, int]:
    """Return the counts under the names that they are shown by."""
    found: dict[str, int] = {}
    for cell, number in counts.items():
        found[names[cell]] = found.get(names[cell], 0) + number
    return found


def hiding_of(crossed: Crossed, threshold: int) -> Hiding | None:
    """Return which cells of the table are hidden; none where it has no columns."""
    columns = crossed.column_codes()
    if not columns:
        return None
    table = [
        [crossed.cells.get((row, column), 0) for column in columns]
        for row in crossed.row_codes()
    ]
    return Hiding.of(table, threshold)
