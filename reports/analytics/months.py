"""How a number went from month to month, or from year to year, as a line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from reports.analytics.measures import Measure, Selection
from thb.months import month_name, short_month_name
from thb.numbers import grouped

WIDTH: Final = 720
HEIGHT: Final = 260
TOP: Final = 40
FLOOR: Final = 210
LEFT: Final = 24
MONTHS: Final = range(1, 13)

type Opens = Callable[[str, int], str]  # of a month or year, in the years before it


class Point(NamedTuple):
    """One month or year: its name, its number, and the number before.

    A month that has not begun has no number: a zero would say that nothing happened.
    """

    label: str
    short: str
    number: int | None
    before: int | None
    url: str = ""
    url_before: str = ""


class Dot(NamedTuple):
    """A point with its place in the picture."""

    point: Point
    x: float
    y: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """The points in order; those of one year have the year before beside them."""

    points: list[Point]
    measure: str | Promise
    first: int
    last: int

    @property
    def is_of_months(self) -> bool:
        """Tell whether the points are months of one year."""
        return self.first == self.last

    @property
    def year_before(self) -> int:
        """Return the year before the first."""
        return self.first - 1

    @property
    def period(self) -> str:
        """Return the years of the line."""
        return years(self.first, self.last)

    @property
    def title(self) -> str:
        """Return what the line shows first."""
        most = max(point.number or 0 for point in self.points)
        when = [point.label for point in self.points if point.number == most]
        return _("The most, %(number)s, in: %(when)s") % {
            "when": ", ".join(when),
            "number": grouped(most),
        }

    @property
    def subtitle(self) -> str:
        """Return what is counted."""
        shown = {"what": self.measure, "period": self.period}
        if self.is_of_months:
            return (
                _("By month, %(what)s, %(period)s; the year before is dashed") % shown
            )
        return _("By year, %(what)s, %(period)s") % shown

    @property
    def summary(self) -> str:
        """Return the line in words."""
        return ", ".join(
            f"{point.label} {grouped(point.number)}"
            for point in self.points
            if point.number is not None
        )

    @property
    def most(self) -> int:
        """Return the highest number of the picture."""
        return max(max(p.number or 0, p.before or 0) for p in self.points) or 1

    def dots(self) -> Iterator[Dot]:
        """Yield the points with their places; one to come has only its name."""
        for at, point in enumerate(self.points):
            if point.number is None:
                yield Dot(point, self.across(at), None, "")
            else:
                up = self.up(point.number)
                yield Dot(point, self.across(at), up, grouped(point.number))

    def across(self, at: int) -> float:
        """Return how far from the left a point lies."""
        steps = max(1, len(self.points) - 1)
        return round(LEFT + at * (WIDTH - 2 * LEFT) / steps, 1)

    def up(self, number: int) -> float:
        """Return how far from the top a number lies."""
        return round(FLOOR - (FLOOR - TOP) * number / self.most, 1)

    @property
    def now(self) -> str:
        """Return the line of the points."""
        return " ".join(f"{d.x},{d.y}" for d in self.dots() if d.y is not None)

    @property
    def past(self) -> str:
        """Return the line of the year before; nothing where there is none."""
        if not self.is_of_months:
            return ""
        return " ".join(
            f"{self.across(at)},{self.up(point.before or 0)}"
            for at, point in enumerate(self.points)
        )

    @property
    def height(self) -> int:
        """Return the height of the picture."""
        return HEIGHT

    @property
    def width(self) -> int:
        """Return the width of the picture."""
        return WIDTH

    @property
    def floor(self) -> int:
        """Return where the line of zero lies."""
        return FLOOR

    @property
    def words(self) -> int:
        """Return where the names of the points stand."""
        return FLOOR + 26


def years(first: int, last: int) -> str:
    """Return the years of a period: 2019, or 2015–2019."""
    return str(first) if first == last else f"{first}–{last}"


def line_of(
    counts: Mapping[str, int], measure: Measure, selection: Selection, opens: Opens
) -> Line | None:
    """Return the line of counts by month or by year; nothing where all are zero."""
    first, last = selection.first, selection.last
    points = (
        list(of_months(counts, first, opens))
        if first == last
        else list(of_years(counts, selection, opens))
    )
    if not any(point.number for point in points):
        return None
    return Line(points, measure.title, first, last)


def of_months(counts: Mapping[str, int], year: int, opens: Opens) -> Iterator[Point]:
    """Yield the months of a year, each with that of the year before."""
    this_month = f"{localdate():%Y%m}"
    for month in MONTHS:
        cell, past = f"{year}{month:02}", f"{year - 1}{month:02}"
        number = counts.get(cell, 0) if cell <= this_month else None
        before = counts.get(past, 0)
        yield Point(
            month_name(month),
            short_month_name(month),
            number,
            before,
            opens(cell, year) if number else "",
            opens(past, year - 1) if before else "",
        )


def of_years(
    counts: Mapping[str, int], selection: Selection, opens: Opens
) -> Iterator[Point]:
    """Yield the years of a period."""
    for year in range(selection.first, selection.last + 1):
        number = counts.get(str(year), 0)
        url = opens(str(year), year) if number else ""
        yield Point(str(year), str(year), number, None, url)
