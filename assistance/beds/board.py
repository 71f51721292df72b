"""The board of one shelter at one moment: rooms of tiles, counts, who came and left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from accounts.models import User
from assistance.beds.strip import NIGHTS, Strip, strip_of
from assistance.beds.tiles import Tile, named_person, tile_of
from assistance.models import (
    Bed,
    BedRequest,
    BoardRules,
    Hold,
    NightAbsence,
    Placement,
)
from assistance.models.bed import rules_of
from reference.models import Shelter
from reference.records import CURRENT
from thb.days import when_words
from victims.models import Victim


class Guest(NamedTuple):
    """Somebody of the shelter as the board shows them; no code beyond reach."""

    stay: Placement
    code: str
    url: str
    move: str


class Leaving(NamedTuple):
    """Somebody who plans to leave, and how far off that is."""

    guest: Guest
    when: str


class Count(NamedTuple):
    """A number of the board's head and what it counts."""

    number: int
    text: str | Promise


@dataclass
class Board:
    """What the staff of a shelter see at a moment."""

    shelter: Shelter
    user: User
    now: datetime

    @property
    def today(self) -> date:
        """Return the day of the board."""
        return localdate(self.now)

    @cached_property
    def beds(self) -> list[Bed]:
        """Return the beds of the shelter, in the order of their rooms."""
        beds = Bed.objects.visible_to(self.user).current().filter(shelter=self.shelter)
        found = list(beds.select_related("room", "beside"))
        rooms = {bed.room_id: bed.room for bed in found}
        order = sorted(rooms.values(), key=lambda room: (len(room.name), room.name))
        places = {room.pk: at for at, room in enumerate(order)}
        return sorted(found, key=lambda bed: places[bed.room_id])

    @cached_property
    def stays(self) -> list[Any]:
        """Return the stays of today, those that end too; `seen` tells of reach."""
        reached = Victim.objects.visible_to(self.user).filter(pk=OuterRef("victim"))
        stays = Placement.objects.filter(
            Q(left_on=None) | Q(left_on__gte=self.today),
            CURRENT,
            shelter=self.shelter,
            admitted_on__lte=self.today,
        )
        told = stays.select_related("victim__identity", "bed").order_by("admitted_on")
        return list(told.annotate(seen=Exists(reached)))

    @cached_property
    def here(self) -> list[Any]:
        """Return the stays of those who are still here."""
        return [stay for stay in self.stays if stay.left_on is None]

    @cached_property
    def holds(self) -> dict[int, Hold]:
        """Return the hold of each bed that is held now."""
        holds = Hold.objects.running().filter(bed__shelter=self.shelter)
        reached = Victim.objects.visible_to(self.user).filter(pk=OuterRef("victim"))
        told = holds.select_related("made_by", "victim").annotate(seen=Exists(reached))
        return {hold.bed_id: hold for hold in told}

    @cached_property
    def away(self) -> set[int]:
        """Return the stays of those who sleep elsewhere tonight."""
        nights = NightAbsence.objects.filter(
            CURRENT, night_of=self.today, placement__in=[stay.pk for stay in self.here]
        )
        return set(nights.values_list("placement_id", flat=True))

    @cached_property
    def rules(self) -> BoardRules:
        """Return how the board of this shelter works."""
        return rules_of(self.shelter)

    @cached_property
    def tiles(self) -> list[Tile]:
        """Return a tile a bed."""
        in_beds = {stay.bed_id: stay for stay in self.here if stay.bed_id}
        return [
            tile_of(bed, in_beds.get(bed.pk), self.holds.get(bed.pk), self)
            for bed in self.beds
        ]

    @property
    def rooms(self) -> Iterator[tuple[Any, list[Tile]]]:
        """Yield each room with its tiles."""
        for room, tiles in groupby(self.tiles, lambda tile: tile.bed.room):
            yield room, [*tiles]

    @property
    def counts(self) -> list[Count]:
        """Return how many beds are free, held, used, out of use; cots apart."""
        kinds = [tile.kind for tile in self.tiles if not tile.is_cot]
        cots = sum(tile.is_cot and tile.kind == "free" for tile in self.tiles)
        always = [
            Count(kinds.count("free"), _("free")),
            Count(kinds.count("held"), _("held")),
            Count(kinds.count("used"), _("occupied")),
        ]
        others = [
            Count(kinds.count("no"), _("out of use")),
            Count(cots, _("cots free")),
            Count(len(self.without_bed), _("without a bed")),
        ]
        return [*always, *(count for count in others if count.number)]

    @cached_property
    def without_bed(self) -> list[Guest]:
        """Return who is here and has no bed of the board yet."""
        return [self.guest(stay) for stay in self.here if stay.bed_id is None]

    @property
    def came(self) -> list[Guest]:
        """Return who came today."""
        return [self.guest(s) for s in self.stays if s.admitted_on == self.today]

    @property
    def left(self) -> list[Guest]:
        """Return who left today."""
        return [self.guest(stay) for stay in self.stays if stay.left_on == self.today]

    @property
    def leaving(self) -> list[Leaving]:
        """Return who plans to leave within two weeks, the soonest first."""
        soon = self.today + timedelta(days=NIGHTS)
        planned = [
            (stay.plans_to_leave_on, stay)
            for stay in self.here
            if stay.plans_to_leave_on and stay.plans_to_leave_on <= soon
        ]
        return [
            Leaving(self.guest(stay), when_words((day - self.today).days, day))
            for day, stay in sorted(planned, key=lambda one: one[0])
        ]

    def guest(self, stay: Any) -> Guest:
        """Return somebody as the board shows them."""
        if not stay.seen:
            return Guest(stay, "", "", "")
        code = stay.victim.code
        page = reverse("assistance:placement", args=[code])
        move = reverse("beds:move", args=[stay.pk])
        return Guest(stay, code, page, move)

    @cached_property
    def strip(self) -> Strip:
        """Return the use of the last fourteen nights."""
        usable = sum(
            bed.out_since is None and bed.beside_id is None for bed in self.beds
        )
        return strip_of(self.shelter, self.today, self.shelter.capacity or usable)

    @cached_property
    def sleeping(self) -> int:
        """Return how many sleep here tonight."""
        return len(self.here) - len(self.away)

    @cached_property
    def requests(self) -> list[BedRequest]:
        """Return the requests of the police that wait for this shelter."""
        if not self.user.has_perm("assistance.add_bedanswer"):
            return []
        return list(BedRequest.objects.open_to(self.shelter).order_by("asked_at"))

    @property
    def as_of(self) -> str:
        """Return the moment of the board, as 14:05."""
        return f"{localtime(self.now):%H:%M}"

    @property
    def codes(self) -> list[str]:
        """Return the codes that the board shows, for the journal."""
        held = filter(None, map(named_person, self.holds.values()))
        stays = [stay.victim.code for stay in self.stays if stay.seen]
        return sorted({*held, *stays})


def board_of(shelter: Shelter, user: User) -> Board:
    """Return the board of the shelter as it is now."""
    return Board(shelter, user, timezone.now())
