"""How long it took to identify somebody, and how long a stay lasted, year by year.

One statement each, over the records of the selection; medians are of the database.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from django.db import connection
from django.db.models import Exists, F
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assistance.models import Placement
from reports.analytics.measures import PERSONS, Selection, fitting
from reports.catalogue.victims import persons, with_main_form
from reports.figures import Records
from thb.charts.chart import Cell, Chart, Row, Table
from thb.charts.spread import Span, spread
from thb.numbers import grouped

MOST_YEARS: Final = 8
STATEMENT: Final = """
    WITH spans AS (
        SELECT extract(year FROM ended)::int AS year,
            CASE WHEN began <= ended THEN ended - began END AS days
        FROM ({records}) AS counted
    ), grain AS (
        SELECT greatest(1, ceil(max(days) / 40.0))::int AS days FROM spans
    )
    SELECT year, GROUPING(place), place, count(days), count(*) - count(days),
        percentile_disc(0.5) WITHIN GROUP (ORDER BY days)
    FROM (
        SELECT year, spans.days, spans.days / grain.days * grain.days AS place
        FROM spans CROSS JOIN grain
    ) AS placed
    GROUP BY GROUPING SETS ((year), (year, place))
    ORDER BY year, place
"""
"""Days are put together so that a line has about forty places, however long it is."""


@dataclass
class Durations:
    """The days of one year; `unknown` records lack the day on which they began."""

    days: dict[int, int] = field(default_factory=dict)
    known: int = 0
    unknown: int = 0
    median: int = 0


@dataclass(frozen=True)
class Duration:
    """Something that lasts: its words, and its records with `began` and `ended`."""

    code: str
    finding: Promise
    rule: Promise
    counted: Promise
    median: Promise
    unknown: Promise
    records: Callable[[Selection], Records]

    def draw(self, selection: Selection) -> Chart | None:
        """Return the chart; None where nothing of it is known."""
        chosen = with_year_before(selection)
        found = years_of(self.records(chosen))
        known = {year: one for year, one in found.items() if one.known}
        if not known:
            return None
        rows = list(known.items())[-MOST_YEARS:]
        last, newest = rows[-1]
        unknown = sum(one.unknown for one in found.values())
        return Chart(
            self.code,
            str(self.finding) % {"year": last, "days": grouped(newest.median)},
            f"{self.rule}, {rows[0][0]}–{last}" if len(rows) > 1 else f"{self.rule}",
            spread([span(year, one) for year, one in rows], str(self.counted)),
            self.table(rows),
            self.in_words(rows),
            note=self.note(unknown),
        )

    def table(self, rows: Iterable[tuple[int, Durations]]) -> Table:
        """Return the count and the median of each year."""
        return Table(
            [_("Year"), str(self.counted), str(self.median)],
            [
                Row(str(year), [Cell(grouped(one.known)), Cell(grouped(one.median))])
                for year, one in rows
            ],
        )

    def in_words(self, rows: Iterable[tuple[int, Durations]]) -> str:
        """Return the count and the median of each year in words."""
        return ", ".join(
            f"{year}: {self.counted} {one.known}; {self.median} {one.median}"
            for year, one in rows
        )

    def note(self, unknown: int) -> str:
        """Return how to read the dots, and how many records have none."""
        read = _(
            "The larger a dot, the more there are; the upright line is the median."
        )
        missing = str(self.unknown) % grouped(unknown) if unknown else ""
        return f"{read} {missing}".strip()


def span(year: int, found: Durations) -> Span:
    """Return a year as it is drawn."""
    return Span(str(year), found.days, found.median, found.known)


def with_year_before(selection: Selection) -> Selection:
    """Return the selection; of one year alone, with the year before it."""
    if selection.first < selection.last:
        return selection
    return Selection(selection.first - 1, selection.last, selection.asked)


def years_of(records: Records) -> dict[int, Durations]:
    """Return the days that the records took, by the year in which they ended."""
    sql, parameters = (
        records.order_by().values("began", "ended").query.sql_with_params()
    )
    found: dict[int, Durations] = {}
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT.format(records=sql), parameters)
        for year, grouping, place, known, unknown, median in cursor.fetchall():
            one = found.setdefault(year, Durations())
            if grouping:
                one.known, one.unknown, one.median = known, unknown, median or 0
            elif place is not None:
                one.days[place] = known
    return found


def decisions(selection: Selection) -> Records:
    """Return the persons identified, from the first contact to the decision."""
    records: Records = selection.records(PERSONS).annotate(
        began=F("first_contact_on"), ended=F("identified_on")
    )
    return records


def stays(selection: Selection) -> Records:
    """Return the stays that ended in the period, of those whom the filters take."""
    people = fitting(with_main_form(persons()), selection.of_persons())
    if selection.of_cases():
        people = people.filter(Exists(selection.links("victim")))
    ended = Placement.objects.current().filter(
        left_on__range=selection.period, victim__in=people.values("pk")
    )
    records: Records = ended.annotate(began=F("admitted_on"), ended=F("left_on"))
    return records


DECISIONS: Final = Duration(
    "decisions",
    gettext_lazy(
        "Median days from the first contact to the decision, %(year)s: %(days)s"
    ),
    gettext_lazy("Days from the first contact to the decision to identify"),
    gettext_lazy("Persons"),
    gettext_lazy("Median, days"),
    gettext_lazy("First contact not recorded, so not drawn: %s."),
    decisions,
)
STAYS: Final = Duration(
    "stays",
    gettext_lazy("Median nights of a stay in a shelter, %(year)s: %(days)s"),
    gettext_lazy("Nights from admission to departure, stays that ended"),
    gettext_lazy("Stays"),
    gettext_lazy("Median, nights"),
    gettext_lazy("Not drawn: %s."),
    stays,
)
