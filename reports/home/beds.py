"""How many beds of the user's shelters are free, as the board counts them.

A shelter without a board has its stays and its capacity alone.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now
from django.http import HttpRequest

from accounts.models import User
from assistance.models import Bed, Placement
from reference.models import Shelter
from reference.records import CURRENT
from reports.home.blocks import Block


class Beds(NamedTuple):
    """The beds of one shelter; without a capacity nobody knows how many are free."""

    shelter: str
    used: int
    free: int | None
    held: int = 0
    out: int = 0

    @property
    def squares(self) -> list[str]:
        """Return a kind of square for each bed: used ones first."""
        kinds = {
            "used": self.used,
            "held": self.held,
            "free": self.free,
            "out": self.out,
        }
        return [kind for kind, beds in kinds.items() for _bed in range(beds or 0)]


def beds(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the beds of the shelters that the user works in."""
    if not user.has_perm("assistance.view_placement"):
        return
    found = [of_shelter(shelter) for shelter in shelters(user)]
    if found:
        yield Block("reports/blocks/beds.html", {"beds": found})


def shelters(user: User) -> list[Shelter]:
    """Return the user's shelters with what counts: stays that run, and their beds."""
    running = Placement.objects.filter(CURRENT, left_on=None, shelter=OuterRef("pk"))
    used = running.order_by().values("shelter").values(used=Count("pk"))
    counts = {kind: how_many(of()) for kind, of in BEDS.items()}
    own = Shelter.objects.current().filter(staff=user)
    return list(own.annotate(used=Coalesce(Subquery(used), 0), **counts))


def how_many(beds: QuerySet[Bed]) -> Coalesce:
    """Return how many of the beds the shelter of the row has; cots stand apart."""
    own = beds.filter(shelter=OuterRef("pk"), beside=None).order_by().values("shelter")
    return Coalesce(Subquery(own.values(number=Count("pk", distinct=True))), 0)


def held() -> QuerySet[Bed]:
    """Return the beds that are held now."""
    return Bed.objects.current().filter(
        holds__voided_at=None, holds__ended_at=None, holds__until__gt=Now()
    )


BEDS: Final[dict[str, Callable[[], QuerySet[Bed]]]] = {
    "beds_free": Bed.objects.free,
    "beds_held": held,
    "beds_out": lambda: Bed.objects.current().exclude(out_since=None),
    "beds_all": Bed.objects.current,
}


def of_shelter(shelter: Any) -> Beds:
    """Return the beds of one shelter."""
    name, used = str(shelter), shelter.used
    if shelter.beds_all:
        return Beds(name, used, shelter.beds_free, shelter.beds_held, shelter.beds_out)
    capacity = shelter.capacity
    return Beds(name, used, None if capacity is None else max(capacity - used, 0))
