"""Charts of one figure split into parts that add up to it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reports.charts.basis import Basis, counted
from thb.charts.bars import bars
from thb.charts.chart import Bar, Cell, Chart, Row, Table, in_words, listed
from thb.charts.marks import Picture
from thb.charts.stacked import parts_of
from thb.numbers import grouped


class Split(NamedTuple):
    """A chart of a figure and one of its breakdowns, drawn by `shape`.

    `finding` names the longest bar, as `majority` does where it is more than half.
    """

    code: str
    figure: str
    breakdown: str
    finding: Promise
    counted: Promise
    column: Promise
    majority: Promise | None = None
    shape: Callable[[Sequence[Bar]], Picture] = bars
    with_shares: bool = False

    def draw(self, basis: Basis) -> Chart | None:
        """Return the chart; None where nothing is recorded."""
        shown = basis.cells(self.figure, self.breakdown)
        most = largest(shown)
        if most is None:
            return None
        total = basis.number(self.figure)
        found = self.finding
        if self.majority is not None and 2 * most.value > total:
            found = self.majority
        return Chart(
            self.code,
            str(found) % most.label,
            counted(str(self.counted), basis.year, total),
            self.shape(shown),
            self.table(shown, Cell(grouped(total), basis.url(self.figure))),
            in_words(shown),
            basis.source,
        )

    def table(self, shown: Sequence[Bar], total: Cell) -> Table:
        """Return the parts and their sum; with percentages where the chart has them."""
        heads = [str(self.column), _("Number")]
        rows = [*listed(shown), Row(_("Total"), [total], is_total=True)]
        return (
            Table(heads, rows) if not self.with_shares else shared(heads, shown, rows)
        )


def shared(heads: list[str], shown: Sequence[Bar], rows: list[Row]) -> Table:
    """Return the table with a column of percentages, where they are told."""
    told = [part.share for part in parts_of(shown)]
    if not any(told):
        return Table(heads, rows)
    cells = [*told, ""]
    return Table(
        [*heads, _("Percent")],
        [
            row._replace(cells=[*row.cells, Cell(share)])
            for row, share in zip(rows, cells, strict=True)
        ],
    )


def largest(shown: Sequence[Bar]) -> Bar | None:
    """Return the longest bar of what is recorded."""
    recorded = [bar for bar in shown if not bar.is_vague]
    return max(recorded, key=lambda bar: bar.value, default=None)
