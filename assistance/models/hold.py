"""Beds held for somebody, and nights that people of the shelter sleep elsewhere."""

from datetime import datetime
from typing import Final, Self, override

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Least, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import AbsenceKind, HoldReason
from assistance.models.bed import Bed
from assistance.models.bedrequest import BedRequest
from assistance.models.placement import Placement
from reference.records import (
    CURRENT,
    Record,
    RecordQuerySet,
    known_codes,
    not_in_future,
)
from victims.models import Victim


class MomentRange(Func):
    """The time from a first moment up to, not including, a last one."""

    function = "TSTZRANGE"
    output_field = models.DateTimeField()


# The lock lets one hold or stay after the other into the bed.
BED_CAN_BE_HELD: Final = """
    SELECT * INTO bed FROM assistance_bed WHERE id = NEW.bed_id FOR NO KEY UPDATE;
    IF NEW.until <= clock_timestamp() THEN RETURN NULL; END IF;
    IF bed.out_since IS NOT NULL OR bed.voided_at IS NOT NULL
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'hold_of_a_bed_in_use',
        MESSAGE = 'a hold of a bed out of use';
    END IF;
    IF EXISTS (SELECT FROM assistance_placement
        WHERE bed_id = NEW.bed_id AND voided_at IS NULL AND left_on IS NULL)
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'hold_of_an_empty_bed',
        MESSAGE = 'a hold of a bed that somebody is in';
    END IF;
    RETURN NULL;
"""


PROLONGED_WITH_A_REASON: Final = """
    RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'hold_prolonged_with_a_reason',
        MESSAGE = 'a hold prolonged without a reason';
"""


class HoldQuerySet(RecordQuerySet["Hold"]):
    """Groups of holds."""

    def visible_to(self, user: User) -> Self:
        """Return the holds of beds in the user's shelters."""
        return self.filter(bed__in=Bed.objects.visible_to(user).values("pk"))

    def running(self) -> Self:
        """Return the holds that keep a bed now."""
        return self.filter(CURRENT, ended_at=None, until__gt=Now())


@pghistory.track()
class Hold(Record):
    """A bed kept free for a while: for one person, for a request, or for nobody yet."""

    bed = models.ForeignKey(
        Bed, models.PROTECT, related_name="holds", verbose_name=_("bed")
    )
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="holds", verbose_name=_("held by")
    )
    victim = models.ForeignKey(
        Victim,
        models.PROTECT,
        related_name="holds",
        null=True,
        blank=True,
        verbose_name=_("held for"),
    )
    request = models.ForeignKey(
        BedRequest,
        models.PROTECT,
        related_name="holds",
        null=True,
        blank=True,
        verbose_name=_("request"),
    )
    made_at = models.DateTimeField(_("held since"), default=timezone.now)
    until = models.DateTimeField(_("held until"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    prolonged_at = models.DateTimeField(
        _("prolonged at"), null=True, blank=True, editable=False
    )
    prolonged_because = models.CharField(
        _("prolonged because"), max_length=16, choices=HoldReason, blank=True
    )

    objects = HoldQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "hold_of_a_bed_in_use": _("This bed is out of use."),
        "hold_of_an_empty_bed": _("Somebody is in this bed."),
        "hold_prolonged_with_a_reason": _("Say why the bed is held longer."),
    }

    class Meta(Record.Meta):
        verbose_name = _("hold of a bed")
        verbose_name_plural = _("holds of beds")
        ordering = ["-made_at", "pk"]
        constraints = [
            *known_codes("hold", prolonged_because=HoldReason.values),
            models.CheckConstraint(
                name="hold_prolonged_once_with_its_reason",
                condition=Q(prolonged_at=None, prolonged_because="")
                | Q(prolonged_at__isnull=False) & ~Q(prolonged_because=""),
                violation_error_message=_("Say why the bed is held longer."),
            ),
            models.CheckConstraint(
                name="hold_ends_after_its_start",
                condition=Q(until__gt=F("made_at"))
                & (Q(ended_at=None) | Q(ended_at__gte=F("made_at"))),
                violation_error_message=_("A hold cannot end before it starts."),
            ),
            ExclusionConstraint(
                name="hold_one_at_a_time",
                expressions=[
                    ("bed", RangeOperators.EQUAL),
                    (
                        MomentRange(F("made_at"), Least("until", "ended_at")),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=CURRENT,
                violation_error_code="hold_one_at_a_time",
                violation_error_message=_("This bed is held already."),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="bed_can_be_held",
                when=pgtrigger.After,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("bed_id", "until", "ended_at", "voided_at"),
                condition=pgtrigger.Q(
                    new__voided_at__isnull=True, new__ended_at__isnull=True
                ),
                declare=[("bed", "assistance_bed%ROWTYPE")],
                func=BED_CAN_BE_HELD,
            ),
            pgtrigger.Trigger(
                name="prolonged_with_a_reason",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("until"),
                condition=pgtrigger.Q(
                    new__until__gt=pgtrigger.F("old__until"), new__prolonged_because=""
                ),
                func=PROLONGED_WITH_A_REASON,
            ),
        ]

    def __str__(self) -> str:
        return str(self.bed)

    @property
    @override
    def journal_code(self) -> str:
        """Return the code of the person it is for, else that of the shelter."""
        return self.victim.code if self.victim else self.bed.shelter.code

    @property
    @override
    def journal_codes(self) -> list[str]:
        """Return the one code that the journal keeps."""
        return [self.journal_code]

    def may_be_used_by(self, user: User) -> bool:
        """Return whether the user may let it go, or place somebody in spite of it.

        A bed reserved for a request is for whoever is on duty when the person comes.
        """
        own = self.made_by_id == user.pk or self.request_id is not None
        return own or user.has_perm("assistance.change_room")

    def has_run_out(self, now: datetime) -> bool:
        """Return whether it keeps the bed no longer."""
        return self.ended_at is not None or self.until <= now


class NightAbsenceQuerySet(RecordQuerySet["NightAbsence"]):
    """Nights that people sleep elsewhere."""

    def visible_to(self, user: User) -> Self:
        """Return the nights of the stays within the user's reach."""
        stays = Placement.objects.visible_to(user)
        return self.filter(placement__in=stays.values("pk"))


@pghistory.track()
class NightAbsence(Record):
    """A night that somebody who stays in the shelter sleeps elsewhere."""

    KNOWN_BY = "placement.victim.code"
    PART_OF = ("placement",)

    placement = models.ForeignKey(
        Placement, models.PROTECT, related_name="absences", verbose_name=_("stay")
    )
    night_of = models.DateField(_("night after"))
    kind = models.CharField(_("absence is"), max_length=16, choices=AbsenceKind)

    objects = NightAbsenceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("night away")
        verbose_name_plural = _("nights away")
        ordering = ["-night_of", "pk"]
        constraints = [
            *known_codes("night_absence", kind=AbsenceKind.values),
            *not_in_future("night_absence", "night_of"),
            models.UniqueConstraint(
                name="night_absence_recorded_once",
                fields=["placement", "night_of"],
                condition=CURRENT,
                violation_error_message=_("This night away is already recorded."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement.victim.code}: {self.night_of:%d.%m.%Y}"
