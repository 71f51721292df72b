"""Rooms and beds of a shelter, and how its board works."""

from datetime import timedelta
from typing import Final, Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Now
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import RoomFor
from reference.models import Shelter
from reference.records import (
    CURRENT,
    Record,
    RecordQuerySet,
    known_codes,
    not_in_future,
)

HOLD_MINUTES: Final = 90

OF_ITS_ROOM: Final = """
    IF NOT EXISTS (SELECT FROM assistance_room
        WHERE id = NEW.room_id AND shelter_id = NEW.shelter_id)
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'bed_in_a_room_of_its_shelter',
        MESSAGE = 'a bed in a room of another shelter';
    END IF;
    RETURN NULL;
"""
# The row of the bed is locked by the update itself: who places or holds waits for it.
EMPTY: Final = """
    IF (NEW.out_since IS NOT NULL OR NEW.voided_at IS NOT NULL) AND (
        EXISTS (SELECT FROM assistance_placement
            WHERE bed_id = NEW.id AND voided_at IS NULL AND left_on IS NULL)
        OR EXISTS (SELECT FROM assistance_hold
            WHERE bed_id = NEW.id AND voided_at IS NULL AND ended_at IS NULL
              AND until > clock_timestamp()))
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'bed_out_of_use_is_empty',
        MESSAGE = 'a bed that is used or held goes out of use';
    END IF;
    RETURN NULL;
"""


class OfShelterQuerySet[M: models.Model](RecordQuerySet[M]):
    """What belongs to a shelter and is seen by its staff alone."""

    def visible_to(self, user: User) -> Self:
        """Return what is of the user's shelters; who may not see beds gets nothing."""
        if not user.has_perm("assistance.view_bed"):
            return self.none()
        return self.filter(shelter__in=user.shelters.values("pk"))


@pghistory.track()
class Room(Record):
    """A room of a shelter: whom it is for, whether it is reached without steps."""

    KNOWN_BY = "shelter.code"
    PART_OF = ()

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, related_name="rooms", verbose_name=_("shelter")
    )
    name = models.CharField(_("name of the room"), max_length=40)
    place = models.CharField(_("where in the house"), max_length=60, blank=True)
    room_for = models.CharField(
        _("the room is for"), max_length=16, choices=RoomFor, default=RoomFor.EVERYONE
    )
    step_free = models.BooleanField(_("reached without steps"), default=False)

    objects = OfShelterQuerySet["Room"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = [Length("name"), "name", "pk"]
        constraints = [
            *known_codes("room", room_for=RoomFor.values),
            models.UniqueConstraint(
                name="room_named_once",
                fields=["shelter", "name"],
                condition=CURRENT,
                violation_error_message=_("The shelter has a room of this name."),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.ReadOnly(name="stays_in_its_shelter", fields=["shelter"]),
        ]

    def __str__(self) -> str:
        return self.name


class BedQuerySet(OfShelterQuerySet["Bed"]):
    """Groups of beds."""

    def free(self) -> Self:
        """Return the beds that somebody can be placed into now."""
        used = Bed.objects.filter(
            placements__isnull=False,
            placements__left_on=None,
            placements__voided_at=None,
        )
        held = Bed.objects.filter(
            holds__voided_at=None, holds__ended_at=None, holds__until__gt=Now()
        )
        return self.filter(
            ~Q(pk__in=used.values("pk")),
            ~Q(pk__in=held.values("pk")),
            CURRENT,
            out_since=None,
        )


@pghistory.track()
class Bed(Record):
    """A bed, known by its number in the shelter; a cot stands beside another bed."""

    KNOWN_BY = "shelter.code"
    PART_OF = ("room",)

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, related_name="beds", verbose_name=_("shelter")
    )
    room = models.ForeignKey(
        Room, models.PROTECT, related_name="beds", verbose_name=_("room")
    )
    number = models.CharField(_("number of the bed"), max_length=6)
    beside = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="cots",
        null=True,
        blank=True,
        verbose_name=_("cot beside"),
    )
    out_since = models.DateField(_("out of use since"), null=True, blank=True)
    out_reason = models.CharField(_("why out of use"), max_length=120, blank=True)

    objects = BedQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "bed_in_a_room_of_its_shelter": _("Choose a room of the same shelter."),
        "bed_out_of_use_is_empty": _(
            "Somebody is in this bed, or it is held. Free it first."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("bed")
        verbose_name_plural = _("beds")
        ordering = [Length("number"), "number", "pk"]
        constraints = [
            *not_in_future("bed", "out_since"),
            models.UniqueConstraint(
                name="bed_numbered_once",
                fields=["shelter", "number"],
                condition=CURRENT,
                violation_error_message=_("The shelter has a bed of this number."),
            ),
            models.CheckConstraint(
                name="bed_not_beside_itself",
                condition=Q(beside=None) | ~Q(beside=F("pk")),
                violation_error_message=_("A cot stands beside another bed."),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.ReadOnly(name="stays_in_its_shelter", fields=["shelter"]),
            pgtrigger.Trigger(
                name="in_a_room_of_its_shelter",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("room_id"),
                func=OF_ITS_ROOM,
            ),
            pgtrigger.Trigger(
                name="out_of_use_is_empty",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("out_since", "voided_at"),
                func=EMPTY,
            ),
        ]

    def __str__(self) -> str:
        return _t("Bed %(number)s") % {"number": self.number}


@pghistory.track()
class BoardRules(Record):
    """How the board of a shelter works: how long a bed is held, how many come by day.

    A shelter without rules of its own holds a bed for ninety minutes.
    """

    KNOWN_BY = "shelter.code"
    PART_OF = ()

    shelter = models.OneToOneField(
        Shelter, models.PROTECT, related_name="board_rules", verbose_name=_("shelter")
    )
    hold_minutes = models.PositiveSmallIntegerField(
        _("a bed is held for, minutes"), default=HOLD_MINUTES
    )
    people_by_day = models.PositiveSmallIntegerField(
        _("room for people by day"), null=True, blank=True
    )

    objects = OfShelterQuerySet["BoardRules"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("rules of the bed board")
        verbose_name_plural = _("rules of the bed board")
        constraints = [
            models.CheckConstraint(
                name="board_rules_hold_lasts",
                condition=Q(hold_minutes__gte=1),
                violation_error_message=_("A bed is held for one minute or more."),
            )
        ]

    def __str__(self) -> str:
        return str(self.shelter)

    @property
    def hold_lasts(self) -> timedelta:
        """Return how long a bed of the shelter is held."""
        return timedelta(minutes=self.hold_minutes)


def rules_of(shelter: Shelter) -> BoardRules:
    """Return the rules of the shelter's board; the usual ones where it has none."""
    return BoardRules.objects.filter(shelter=shelter).first() or BoardRules(
        shelter=shelter
    )
