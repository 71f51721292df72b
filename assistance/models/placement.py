"""Stays in shelters."""

from datetime import date
from typing import Final, Self

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models import Deferrable, F, Func, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from assistance.choices import ExitReason
from assistance.models.bed import Bed
from reference.models import Shelter
from reference.records import (
    CURRENT,
    Record,
    known_codes,
    not_in_future,
)
from victims.models import Victim, VictimRecordQuerySet


class DayRange(Func):
    """The days from a first one up to, not including, a last one; open if null."""

    function = "DATERANGE"
    output_field = models.DateField()


class NextDay(Func):
    """The day after a day."""

    template = "(%(expressions)s + 1)"
    arity = 1
    output_field = models.DateField()


# A stay covers its first day also when the person leaves on it. `greatest` passes over
# a null, which would end an open stay: so null stays null.
STAY: Final = DayRange(
    F("admitted_on"),
    models.Case(
        models.When(left_on=None, then=None),
        default=Greatest("left_on", NextDay("admitted_on")),
        output_field=models.DateField(),
    ),
)

# The days in the bed that the person has now: from the day of coming into it.
IN_BED: Final = DayRange(
    Coalesce("bed_since", "admitted_on"),
    models.Case(
        models.When(left_on=None, then=None),
        default=Greatest("left_on", NextDay(Coalesce("bed_since", "admitted_on"))),
        output_field=models.DateField(),
    ),
)

# A bed is had from the admission on, if no other day is said; who had left before that
# day never had it.
BED_DAYS_FOLLOW: Final = """
    IF NEW.bed_id IS NOT NULL THEN
        NEW.bed_since = greatest(NEW.admitted_on, NEW.bed_since);
        IF NEW.left_on >= NEW.admitted_on AND NEW.left_on < NEW.bed_since THEN
            NEW.bed_id = NULL;
            NEW.bed_since = NULL;
        END IF;
    END IF;
    RETURN NEW;
"""

# The lock lets one hold or stay after the other into the bed.
BED_CAN_BE_USED: Final = """
    SELECT * INTO bed FROM assistance_bed WHERE id = NEW.bed_id FOR NO KEY UPDATE;
    IF bed.shelter_id <> NEW.shelter_id
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'placement_bed_of_its_shelter',
        MESSAGE = 'a bed of another shelter';
    END IF;
    IF NEW.left_on IS NOT NULL THEN RETURN NULL; END IF;
    IF bed.out_since IS NOT NULL OR bed.voided_at IS NOT NULL
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'placement_bed_in_use',
        MESSAGE = 'a bed out of use';
    END IF;
    IF EXISTS (SELECT FROM assistance_hold
        WHERE bed_id = NEW.bed_id AND voided_at IS NULL AND ended_at IS NULL
          AND until > clock_timestamp() AND victim_id IS DISTINCT FROM NEW.victim_id)
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'placement_bed_not_held',
        MESSAGE = 'a bed held for somebody else';
    END IF;
    RETURN NULL;
"""

# The lock lets one stay after the other into the last bed.
WITHIN_CAPACITY: Final = """
    SELECT capacity INTO room FROM reference_shelter
    WHERE id = NEW.shelter_id FOR NO KEY UPDATE;
    IF most_people_on_a_day(NEW.shelter_id, NEW.admitted_on, NEW.left_on) > room
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'placement_within_capacity',
        MESSAGE = 'more people on one day than the capacity';
    END IF;
    RETURN NULL;
"""


class PlacementQuerySet(VictimRecordQuerySet["Placement"]):
    """Groups of stays, named as shelter staff name them."""

    def open_on(self, day: date) -> Self:
        """Return the stays open at the end of `day`; one left that day is not."""
        return self.filter(CURRENT, admitted_on__lte=day).exclude(left_on__lte=day)


@pghistory.track()
class Placement(Record):
    """One stay of one person in one shelter, from admission to departure."""

    KEY = ("victim", "shelter", "admitted_on")

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="placements")
    shelter = models.ForeignKey(
        Shelter,
        models.PROTECT,
        related_name="placements",
        verbose_name=_("shelter"),
    )
    admitted_on = models.DateField(_("admitted on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    plans_to_leave_on = models.DateField(_("plans to leave on"), null=True, blank=True)
    exit_reason = models.CharField(
        _("left"), max_length=24, choices=ExitReason, blank=True
    )
    bed = models.ForeignKey(
        Bed,
        models.PROTECT,
        related_name="placements",
        null=True,
        blank=True,
        verbose_name=_("bed"),
    )
    bed_since = models.DateField(
        _("in this bed since"), null=True, blank=True, editable=False
    )

    objects = PlacementQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "placement_bed_of_its_shelter": _("Choose a bed of the same shelter, or none."),
        "placement_bed_in_use": _("This bed is out of use."),
        "placement_bed_not_held": _("This bed is held for somebody else."),
        "placement_within_capacity": _("The shelter is full on a day of this stay."),
    }

    class Meta(Record.Meta):
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        ordering = ["-admitted_on", "pk"]
        indexes = [
            models.Index(name="placement_admitted", fields=["admitted_on"]),
            models.Index(
                name="placement_open",
                fields=["victim", "shelter"],
                condition=CURRENT & Q(left_on=None),
            ),
            models.Index(
                name="placement_of_shelter",
                fields=["shelter", "left_on", "victim"],
                condition=CURRENT,
            ),
            GistIndex(
                OpClass("shelter", "gist_int8_ops"),
                STAY,
                name="placement_shelter_days",
                condition=CURRENT,
            ),
        ]
        constraints = [
            *known_codes("placement", exit_reason=ExitReason.values),
            *not_in_future("placement", "admitted_on", "left_on", "bed_since"),
            models.CheckConstraint(
                name="placement_ends_on_or_after_admission",
                condition=Q(left_on=None) | Q(left_on__gte=F("admitted_on")),
                violation_error_message=_(
                    "A person cannot leave before the day of admission."
                ),
            ),
            models.CheckConstraint(
                name="placement_planned_to_end_on_or_after_admission",
                condition=Q(plans_to_leave_on=None)
                | Q(plans_to_leave_on__gte=F("admitted_on")),
                violation_error_message=_(
                    "A person cannot plan to leave before the day of admission."
                ),
            ),
            models.UniqueConstraint(
                name="placement_recorded_once",
                fields=["victim", "shelter", "admitted_on"],
                condition=CURRENT,
                violation_error_message=_("This stay is already recorded."),
            ),
            ExclusionConstraint(
                name="placement_one_stay_at_a_time",
                expressions=[
                    ("victim", RangeOperators.EQUAL),
                    (STAY, RangeOperators.OVERLAPS),
                ],
                condition=CURRENT,
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message=_(
                    "This person already has a stay in these days."
                ),
            ),
            ExclusionConstraint(
                name="placement_one_person_a_bed",
                expressions=[
                    ("bed", RangeOperators.EQUAL),
                    (IN_BED, RangeOperators.OVERLAPS),
                ],
                condition=CURRENT & Q(bed__isnull=False),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_code="placement_one_person_a_bed",
                violation_error_message=_(
                    "Another person is in this bed on these days."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="within_capacity",
                when=pgtrigger.After,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf(
                    "victim_id", "shelter_id", "admitted_on", "left_on", "voided_at"
                ),
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Q(new__voided_at__isnull=True),
                declare=[("room", "integer")],
                func=WITHIN_CAPACITY,
            ),
            pgtrigger.Trigger(
                name="bed_days_follow",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=BED_DAYS_FOLLOW,
            ),
            pgtrigger.Trigger(
                name="bed_can_be_used",
                when=pgtrigger.After,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf(
                    *("victim_id", "shelter_id", "bed_id"),
                    *("admitted_on", "left_on", "voided_at"),
                ),
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Q(
                    new__voided_at__isnull=True, new__bed__isnull=False
                ),
                declare=[("bed", "assistance_bed%ROWTYPE")],
                func=BED_CAN_BE_USED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.admitted_on:%d.%m.%Y}"

    def nights(self, today: date) -> int:
        """Return the nights from admission to departure, or to `today` while open."""
        return ((self.left_on or today) - self.admitted_on).days
