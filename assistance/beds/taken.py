"""What is said to who comes second to a bed: since when, and which beds are free."""

from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db.models import Count, Q
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from accounts.choices import Role
from accounts.models import User
from assistance.models import Bed, Hold, Placement
from reference.models import Shelter
from thb.days import long_day

BED_TAKEN: Final = "placement_one_person_a_bed"
REFUSED: Final = frozenset(
    {
        BED_TAKEN,
        "placement_bed_not_held",
        "placement_bed_in_use",
        "hold_one_at_a_time",
        "hold_of_an_empty_bed",
        "hold_of_a_bed_in_use",
    }
)
MOST_OFFERED: Final = 8
FULL: Final = "placement_within_capacity"


class Taken(NamedTuple):
    """A bed that cannot be had: why, and which beds of the shelter are free."""

    text: str
    free: list[Bed]


class Room(NamedTuple):
    """A shelter with room for some more people."""

    shelter: Shelter
    left: int


def taken(bed: Bed) -> Taken:
    """Return why the bed cannot be had, and some that can, the same room first."""
    free = Bed.objects.filter(shelter=bed.shelter_id).free().exclude(pk=bed.pk)
    near = sorted(free, key=lambda other: other.room_id != bed.room_id)
    return Taken(why(bed), near[:MOST_OFFERED])


def why(bed: Bed) -> str:
    """Return since when the bed is taken, until when it is held, or that it is out."""
    stay = Placement.objects.open_on(localdate()).filter(bed=bed).first()
    if stay is not None:
        return _("%(bed)s was taken %(when)s.") % {"bed": bed, "when": since(stay)}
    hold = Hold.objects.running().filter(bed=bed).select_related("made_by").first()
    if hold is not None:
        return _("%(bed)s is held until %(time)s by %(name)s.") % {
            "bed": bed,
            "time": clock(hold.until),
            "name": hold.made_by,
        }
    if bed.out_since is not None:
        return _("%(bed)s is out of use.") % {"bed": bed}
    return _("%(bed)s cannot be had on these days.") % {"bed": bed}


def since(stay: Placement) -> str:
    """Return when the person was put into the bed: at 14:02, or on which day."""
    events: Any = Placement.pgh_event_model  # type: ignore[attr-defined]
    first = events.objects.filter(pgh_obj=stay, bed=stay.bed_id).order_by("pgh_id")
    at = first.values_list("pgh_created_at", flat=True)[0]
    if localdate(at) == localdate():
        return _("at %(time)s") % {"time": clock(at)}
    return _("on %(day)s") % {"day": long_day(localdate(at))}


def clock(moment: datetime) -> str:
    """Return the time of the day, as 14:02."""
    return f"{localtime(moment):%H:%M}"


def shelters_with_room(user: User) -> list[Room]:
    """Return the shelters with room today; a worker is told of the own ones only."""
    today = localdate()
    here = Q(placements__voided_at=None, placements__admitted_on__lte=today) & (
        Q(placements__left_on=None) | Q(placements__left_on__gt=today)
    )
    shelters = Shelter.objects.current().exclude(capacity=None)
    if user.role != Role.SHELTER_MANAGER:
        shelters = shelters.filter(staff=user)
    counted = shelters.annotate(people=Count("placements", here, distinct=True))
    rooms = [
        Room(shelter, (shelter.capacity or 0) - shelter.people) for shelter in counted
    ]
    return [room for room in rooms if room.left > 0]
