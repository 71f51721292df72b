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
        return self.of(
            shown, basis.bar(self.figure, _("Total")), basis.year, basis.source
        )

    def of(
        self, shown: Sequence[Bar], total: Bar, year: int, source: str
    ) -> Chart | None:
        """Return the chart of these parts of a total; None where none is recorded."""
        most = largest(shown)
        if most is None:
            return None
        found = self.finding
        if self.majority is not None and 2 * most.value > total.value:
            found = self.majority
        return Chart(
            self.code,
            str(found) % most.label,
            counted(str(self.counted), year, total.value),
            self.shape(shown),
            self.table(shown, total),
            in_words(shown),
            source,
        )

    def table(self, shown: Sequence[Bar], total: Bar) -> Table:
        """Return the parts and their sum; with percentages where the chart has them."""
        heads = [str(self.column), _("Number")]
        (last,) = listed([total])
        rows = [*listed(shown), last._replace(is_total=True)]
        if self.with_shares:
            return shared(heads, shown, rows)
        return Table(heads, rows)


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
