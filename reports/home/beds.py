"""How many beds of the user's shelters are free, by their stays and capacity alone."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from accounts.models import User
from assistance.models import Placement
from reference.models import Shelter
from reference.records import CURRENT
from reports.home.blocks import Block


class Beds(NamedTuple):
    """The beds of one shelter; without a capacity nobody knows how many are free."""

    shelter: str
    used: int
    free: int | None

    @property
    def squares(self) -> list[str]:
        """Return a kind of square for each bed: used ones first."""
        return ["used"] * self.used + ["free"] * (self.free or 0)


def beds(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the beds of the shelters that the user works in."""
    if not user.has_perm("assistance.view_placement"):
        return
    found = [of_shelter(shelter) for shelter in shelters(user)]
    if found:
        yield Block("reports/blocks/beds.html", {"beds": found})


def shelters(user: User) -> list[Shelter]:
    """Return the user's shelters, each with `used`: the stays that run today."""
    running = Placement.objects.filter(CURRENT, left_on=None, shelter=OuterRef("pk"))
    used = running.order_by().values("shelter").values(used=Count("pk"))
    own = Shelter.objects.current().filter(staff=user)
    return list(own.annotate(used=Coalesce(Subquery(used), 0)))


def of_shelter(shelter: Shelter) -> Beds:
    """Return the beds of one shelter."""
    used: int = shelter.used  # type: ignore[attr-defined]
    free = None if shelter.capacity is None else max(shelter.capacity - used, 0)
    return Beds(str(shelter), used, free)
