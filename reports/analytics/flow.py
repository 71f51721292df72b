"""From where to where: ribbons from citizenship to country of exploitation, as SVG."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from reports.analytics.counting import Crossed
from reports.breakdowns import UNKNOWN
from thb.charts.lettering import shortened
from thb.numbers import grouped

MOST_RIBBONS: Final = 8
WIDTH: Final = 780
LEFT: Final = 210  # where the ribbons begin, beside the names
RIGHT: Final = WIDTH - LEFT
LONGEST_NAME: Final = 28  # letters that fit beside the ribbons
ROOM: Final = 300  # the height of all ribbons together
THINNEST: Final = 3.0
GAP: Final = 22  # between the ends of two countries

type Opens = Callable[[str, str], str]


class Way(NamedTuple):
    """So many persons of one citizenship exploited in one country."""

    origin: str
    destination: str
    number: int
    url: str
    is_unknown: bool


class End(NamedTuple):
    """A country at one side of the picture: its name and number, and where."""

    label: str
    text: str
    top: float
    height: float
    baseline: float


class Ribbon(NamedTuple):
    """A ribbon: the outline of its path, and the way that it draws."""

    path: str
    way: Way
    title: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The ways, the largest first; beyond eight the others are one."""

    ways: list[Way]
    total: int
    period: str

    @property
    def title(self) -> str:
        """Return what the picture shows first."""
        first = next((way for way in self.ways if not way.is_unknown), self.ways[0])
        return _(
            "Most often from %(origin)s to %(destination)s: %(number)s of %(all)s"
        ) % {
            "origin": first.origin,
            "destination": first.destination,
            "number": grouped(first.number),
            "all": grouped(self.total),
        }

    @property
    def subtitle(self) -> str:
        """Return what is counted."""
        return _(
            "Persons identified, from citizenship to country of exploitation, %s"
        ) % (self.period)

    @property
    def summary(self) -> str:
        """Return the picture in words."""
        return ", ".join(
            f"{way.origin} – {way.destination} {grouped(way.number)}"
            for way in self.ways
        )

    @property
    def scale(self) -> float:
        """Return the height of one person."""
        return ROOM / self.total

    def thickness(self, way: Way) -> float:
        """Return the height of a ribbon."""
        return max(THINNEST, way.number * self.scale)

    def side(self, name: str) -> dict[str, float]:
        """Return the height of each country of a side, in the order of the page."""
        heights: dict[str, float] = {}
        for way in self.ways:
            country = getattr(way, name)
            heights[country] = heights.get(country, 0) + self.thickness(way)
        return heights

    def ends(self, name: str) -> Iterator[End]:
        """Yield the countries of one side with their places."""
        top = 0.0
        for country, height in self.side(name).items():
            number = sum(w.number for w in self.ways if getattr(w, name) == country)
            middle = round(top + height / 2 + 5, 1)
            yield End(
                shortened(country, LONGEST_NAME),
                grouped(number),
                round(top, 1),
                round(height, 1),
                middle,
            )
            top += height + GAP

    @property
    def origins(self) -> list[End]:
        """Return the countries on the left."""
        return list(self.ends("origin"))

    @property
    def destinations(self) -> list[End]:
        """Return the countries on the right."""
        return list(self.ends("destination"))

    @property
    def height(self) -> int:
        """Return the height of the picture."""
        ends = (*self.origins, *self.destinations)
        return round(max(end.top + end.height for end in ends)) + GAP

    @property
    def width(self) -> int:
        """Return the width of the picture."""
        return WIDTH

    def ribbons(self) -> Iterator[Ribbon]:
        """Yield the ribbons; each begins where the one above it ended."""
        tops = [dict(self.tops(name)) for name in ("origin", "destination")]
        for way in self.ways:
            thick = self.thickness(way)
            left, right = tops[0][way.origin], tops[1][way.destination]
            tops[0][way.origin] += thick
            tops[1][way.destination] += thick
            title = f"{way.origin} – {way.destination}: {grouped(way.number)}"
            yield Ribbon(outline(left, right, thick), way, title)

    def tops(self, name: str) -> Iterator[tuple[str, float]]:
        """Yield where each country of a side begins."""
        top = 0.0
        for country, height in self.side(name).items():
            yield country, top
            top += height + GAP


def outline(left: float, right: float, thick: float) -> str:
    """Return the path of a ribbon between two heights."""
    start, end, middle = LEFT + 8, RIGHT - 8, WIDTH / 2
    return (
        f"M{start} {left:.1f}"
        f"C{middle} {left:.1f} {middle} {right:.1f} {end} {right:.1f}"
        f"V{right + thick:.1f}"
        f"C{middle} {right + thick:.1f} {middle} {left + thick:.1f}"
        f" {start} {left + thick:.1f}Z"
    )


def flow_of(crossed: Crossed, period: str, opens: Opens) -> Flow | None:
    """Return the flow of a table of citizenship by country; none of an empty one."""
    pairs = sorted(crossed.cells.items(), key=lambda pair: (-pair[1], pair[0]))
    if not pairs:
        return None
    ways = [way(crossed, *pair, opens) for pair in pairs[:MOST_RIBBONS]]
    others = sum(number for _codes, number in pairs[MOST_RIBBONS:])
    if others:
        word = _("other countries")
        ways.append(Way(word, word, others, "", is_unknown=False))
    return Flow(ways, crossed.total, period)


def way(crossed: Crossed, codes: tuple[str, str], number: int, opens: Opens) -> Way:
    """Return one way, under the names of its countries."""
    origin, destination = codes
    there = crossed.columns.label if crossed.columns else str
    return Way(
        crossed.rows.label(origin),
        there(destination),
        number,
        opens(origin, destination),
        UNKNOWN in codes,
    )
