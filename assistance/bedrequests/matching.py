"""Which beds suit what is asked for, and where a request stands: never a place."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assistance.choices import RoomFor
from assistance.models import Bed, BedAnswer, BedRequest, Hold
from reference.models import Shelter
from reference.records import CURRENT


def suitable(request: BedRequest, shelter: Shelter) -> QuerySet[Bed]:
    """Return the free beds of the shelter for whom they are asked; no cots."""
    rooms = Q(room__room_for__in=[request.room_for, RoomFor.EVERYONE])
    if request.room_for == RoomFor.EVERYONE:
        rooms = Q()
    free = Bed.objects.free().filter(rooms, shelter=shelter, beside=None)
    if request.step_free:
        free = free.filter(room__step_free=True)
    return free.select_related("room")


class Standing(NamedTuple):
    """Where a request stands: the kind of its square, and words without a place."""

    kind: str
    text: str
    waits: bool = False


def standings(requests: list[BedRequest]) -> dict[int, Standing]:
    """Return where each of the requests stands."""
    keys = [request.pk for request in requests]
    answers = BedAnswer.objects.filter(CURRENT, request__in=keys)
    told: dict[int, list[bool]] = {}
    for request, reserved in answers.values_list("request", "reserved"):
        told.setdefault(request, []).append(reserved)
    holds = Hold.objects.running().filter(request__in=keys)
    until = dict(holds.order_by("-until").values_list("request", "until"))
    asked = Shelter.objects.filter(CURRENT, beds__voided_at=None, beds__isnull=False)
    shelters = asked.distinct().count()
    return {key: standing(told.get(key, []), until.get(key), shelters) for key in keys}


def standing(answers: list[bool], until: datetime | None, shelters: int) -> Standing:
    """Return where a request stands by its answers and the time of its hold."""
    if any(answers):
        return reserved(until)
    if len(answers) >= shelters:
        return Standing("no", _("None"))
    return Standing("half", _("Waiting for an answer"), waits=True)


def reserved(until: datetime | None) -> Standing:
    """Return that beds are reserved and until when, or that they were."""
    if until is None or until <= timezone.now():
        return Standing("no", _("The reservation has ended"))
    time = f"{localtime(until):%H:%M}"
    return Standing("ok", _("Reserved until %(time)s") % {"time": time})
