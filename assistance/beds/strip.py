"""The use of the last fourteen nights against the capacity, drawn on the server."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from assistance.models import Placement
from reference.models import Shelter
from reference.records import CURRENT
from thb.days import long_day

NIGHTS: Final = 14
PITCH: Final = 22
WIDEST: Final = 16
LEFT: Final = 14
TOP: Final = 22
GROUND: Final = 102


class Night(NamedTuple):
    """A night: how many slept here after that day, and its bar."""

    day: date
    people: int
    x: int
    y: float
    height: float
    is_last: bool

    @property
    def middle(self) -> int:
        """Return the middle of the bar."""
        return self.x + WIDEST // 2


class Strip(NamedTuple):
    """The nights, and how many people there is room for; 0 where nobody knows."""

    people: list[tuple[date, int]]
    capacity: int

    @property
    def most(self) -> int:
        """Return the most people on one night."""
        return max(people for _day, people in self.people)

    @property
    def scale(self) -> float:
        """Return the height of one person in the picture."""
        return (GROUND - TOP) / max(self.most, self.capacity, 1)

    @property
    def line(self) -> float:
        """Return where the line of the capacity is."""
        return round(GROUND - self.capacity * self.scale, 1)

    @property
    def nights(self) -> Iterator[Night]:
        """Yield the nights with their bars."""
        for at, (day, people) in enumerate(self.people):
            height = round(people * self.scale, 1)
            x, y = LEFT + at * PITCH, round(GROUND - height, 1)
            yield Night(day, people, x, y, height, is_last=at == NIGHTS - 1)

    @property
    def title(self) -> str:
        """Return what the picture shows, as a finding."""
        words = {"most": self.most, "room": self.capacity}
        if not self.capacity:
            return _("Most on one night: %(most)s") % words
        return _("Most on one night: %(most)s of %(room)s") % words

    @property
    def summary(self) -> str:
        """Return the picture in words."""
        counts = [people for _day, people in self.people]
        return _("People per night, %(first)s to %(last)s: %(least)s to %(most)s") % {
            "first": long_day(self.people[0][0]),
            "last": long_day(self.people[-1][0]),
            "least": min(counts),
            "most": max(counts),
        }


def strip_of(shelter: Shelter, today: date, capacity: int) -> Strip:
    """Return who slept in the shelter on each of the last nights, today's included."""
    first = today - timedelta(days=NIGHTS - 1)
    stays = Placement.objects.filter(
        Q(left_on=None) | Q(left_on__gt=first), CURRENT, shelter=shelter
    ).values_list("admitted_on", "left_on")
    days = [first + timedelta(days=at) for at in range(NIGHTS)]
    spans = [(came, left or date.max) for came, left in stays]
    return Strip(
        [(day, sum(came <= day < left for came, left in spans)) for day in days],
        capacity,
    )
