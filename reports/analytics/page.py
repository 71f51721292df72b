"""The analytics of one address, as one user may see them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from accounts.models import User
from reports.analytics.counting import Crossed, crossed, lengths
from reports.analytics.durations import DECISIONS, STAYS
from reports.analytics.flow import Flow, flow_of
from reports.analytics.forms import AnalyticsForm, OneYearForm, PeriodForm, TableForm
from reports.analytics.measures import PERSONS, Measure, Selection
from reports.analytics.months import Line, line_of, years
from reports.analytics.table import Table, protected
from reports.analytics.tiles import Tile, tiles
from reports.models import DisclosureRule
from reports.year import latest_year
from thb.charts.chart import Chart

SMALL_NUMBERS: Final = "reports.view_small_numbers"


class Removal(NamedTuple):
    """A filter that stands in the way: its words, and how many there are without it."""

    text: str
    without: dict[str, None]
    number: int


class Analytics:
    """What the address asks for, counted for a user when it is first read.

    Who may not see small numbers chooses a calendar year and how the table is split,
    no filters: two answers that differ in a few persons would tell of these.
    """

    def __init__(self, query: QueryDict, user: User) -> None:
        self.query = query
        self.user = user
        self.exact = user.has_perm(SMALL_NUMBERS)

    @cached_property
    def form(self) -> PeriodForm:
        """Return the filters of the address; they are never empty of a year."""
        return (AnalyticsForm if self.exact else OneYearForm)(self.query)

    @cached_property
    def table_form(self) -> TableForm:
        """Return how the table is split."""
        return TableForm(self.query, hides=not self.exact)

    @cached_property
    def selection(self) -> Selection:
        """Return what is counted; of filters that cannot be read, the latest year."""
        latest = (
            0 if self.query.get("first") and self.query.get("last") else latest_year()
        )
        if not self.form.is_valid():
            latest = latest or latest_year()
            return Selection(latest, latest)
        return self.form.selection(latest)

    @property
    def period(self) -> str:
        """Return the years in words."""
        return years(self.selection.first, self.selection.last)

    @property
    def before(self) -> str:
        """Return the years before, in words."""
        return years(self.selection.before.first, self.selection.before.last)

    @cached_property
    def threshold(self) -> int:
        """Return the smallest number that everybody is shown."""
        return DisclosureRule.objects.smallest_shown()

    @property
    def measure(self) -> Measure:
        """Return what the table counts."""
        return self.table_form.counted

    @cached_property
    def tiles(self) -> list[Tile]:
        """Return the numbers on top."""
        hides = 0 if self.exact else self.threshold
        return tiles(self.selection, self.of_measure if self.exact else None, hides)

    @cached_property
    def table(self) -> Table:
        """Return the table, with what is hidden from this user."""
        dimensions = self.measure.dimensions
        rows, columns = self.table_form.split("rows"), self.table_form.split("columns")
        found = self.crossed(rows, columns, self.measure)
        share = self.table_form.percent_of
        if self.exact:
            return Table(found, share, self.of_cell)
        assert rows in dimensions  # noqa: S101 - the form offers no other
        shown, hiding = protected(found, self.threshold)
        return Table(shown, share, hiding=hiding)

    def crossed(self, rows: str, columns: str, measure: Measure) -> Crossed:
        """Count the records of a measure by one split or two."""
        splits = measure.dimensions
        second = splits[columns] if columns else None
        return crossed(self.selection.records(measure), splits[rows], second)

    @cached_property
    def flow(self) -> Flow | None:
        """Return from where to where persons were brought; exact, or not at all."""
        if not self.exact:
            return None
        found = self.crossed("citizenship", "destination", PERSONS)

        def opens(origin: str, destination: str) -> str:
            split = {"rows": "citizenship", "columns": "destination"}
            cells = {"row": origin, "column": destination}
            return self.address("persons", **split, **cells)

        return flow_of(found, self.period, opens)

    @cached_property
    def line(self) -> Line | None:
        """Return how the measure went by month; exact, or not at all."""
        if not self.exact:
            return None
        chosen, name = self.selection, "year"
        if chosen.first == chosen.last:
            chosen, name = (
                Selection(chosen.first - 1, chosen.last, chosen.asked),
                "month",
            )
        split = self.measure.dimensions[name]
        counts = crossed(chosen.records(self.measure), split, None).of_rows

        def opens(cell: str, year: int) -> str:
            place = {"rows": name, "row": cell, "first": str(year), "last": str(year)}
            return self.address(self.measure.code, **place)

        return line_of(counts, self.measure, self.selection, opens)

    @cached_property
    def durations(self) -> list[Chart]:
        """Return how long decisions and stays took; exact, or not at all.

        Stays are told to who may see them.
        """
        told = [DECISIONS] if self.exact else []
        if told and self.user.has_perm("assistance.view_placement"):
            told.append(STAYS)
        return [chart for one in told if (chart := one.draw(self.selection))]

    @property
    def small(self) -> bool:
        """Tell whether the user sees a number that others are not shown."""
        if not self.exact:
            return False
        numbers = [*self.table.numbers(), *(tile.number for tile in self.tiles)]
        return any(0 < number < self.threshold for number in numbers)

    def removals(self) -> Iterator[Removal]:
        """Yield, where nothing is left, how much there is without each filter."""
        asked = self.selection.asked
        if self.table.crossed.total or not asked:
            return
        numbers = lengths(
            self.selection.without(name).records(self.measure) for name, _value in asked
        )
        chips = {next(iter(chip.without)): chip for chip in self.form.chips}
        for (name, _value), number in zip(asked, numbers, strict=True):
            yield Removal(chips[name].text, {name: None}, number)

    def of_measure(self, measure: Measure) -> str:
        """Return the address of all records of a measure."""
        return self.address(measure.code)

    def of_cell(self, row: str, column: str) -> str:
        """Return the address of the records of a cell of the table."""
        place: dict[str, str] = {}
        if row:
            place |= {"rows": self.table_form.split("rows"), "row": row}
        if column:
            place |= {"columns": self.table_form.split("columns"), "column": column}
        return self.address(self.measure.code, **place)

    def address(self, measure: str, **place: str) -> str:
        """Return the address of a list: the filters, the measure, the cell."""
        years_of = {
            "first": str(self.selection.first),
            "last": str(self.selection.last),
        }
        asked: dict[str, Any] = years_of | dict(self.selection.asked)
        asked |= {"measure": measure} | place
        return f"{reverse('analytics:records')}?{urlencode(asked)}"
