"""The use of the last fourteen nights against the capacity, drawn on the server."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from assistance.models import Placement
from reference.models import Shelter
from reference.records import CURRENT
from thb.charts.marks import Picture
from thb.charts.nights import nights
from thb.days import long_day

NIGHTS: Final = 14


class Night(NamedTuple):
    """A night: how many slept here after that day."""

    day: date
    people: int


class Strip(NamedTuple):
    """The nights, and how many people there is room for; 0 where nobody knows."""

    nights: list[Night]
    capacity: int

    @property
    def most(self) -> int:
        """Return the most people on one night."""
        return max(night.people for night in self.nights)

    @property
    def picture(self) -> Picture:
        """Return the nights as a surface in steps below the line of the capacity."""
        room = _("room for %(people)s") % {"people": self.capacity}
        return nights(self.nights, self.capacity, room)

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
        counts = [night.people for night in self.nights]
        return _("People per night, %(first)s to %(last)s: %(least)s to %(most)s") % {
            "first": long_day(self.nights[0].day),
            "last": long_day(self.nights[-1].day),
            "least": min(counts),
            "most": max(counts),
        }


def strip_of(shelter: Shelter, today: date, capacity: int) -> Strip:
    """Return who slept in the shelter on each of the last nights, today's included."""
    days = [today - timedelta(days=before) for before in reversed(range(NIGHTS))]
    stays = Placement.objects.filter(
        Q(left_on=None) | Q(left_on__gt=days[0]), CURRENT, shelter=shelter
    )
    counts = stays.aggregate(
        **{f"night_{at}": Count("pk", filter=slept(day)) for at, day in enumerate(days)}
    )
    return Strip(
        [Night(day, counts[f"night_{at}"]) for at, day in enumerate(days)], capacity
    )


def slept(day: date) -> Q:
    """Match the stays of who slept here after the day."""
    return Q(admitted_on__lte=day) & (Q(left_on=None) | Q(left_on__gt=day))
