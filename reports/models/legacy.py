"""Figures of the years before the register, as a printed source tells them."""

from typing import Final, Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import CURRENT, Record, RecordQuerySet

FIRST_YEAR: Final = 2005

ONLY_VOIDED_ONCE_APPROVED: Final = pgtrigger.Trigger(
    name="only_voided_once_approved",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(old__approved_by__isnull=False),
    func="""
    IF (NEW.figure, NEW.year, NEW.value, NEW.source, NEW.entered_by_id,
            NEW.approved_by_id, NEW.approved_at)
        IS DISTINCT FROM
        (OLD.figure, OLD.year, OLD.value, OLD.source, OLD.entered_by_id,
            OLD.approved_by_id, OLD.approved_at)
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'legacy_year_is_frozen',
        MESSAGE = 'an approved number of an earlier year is only voided';
    END IF;
    RETURN NEW;
    """,
)


class LegacyYearQuerySet(RecordQuerySet["LegacyYear"]):
    """Figures of the years before the register."""

    def visible_to(self, user: User) -> Self:
        """Return them all to who may see them, none to others."""
        return self if user.has_perm("reports.view_legacyyear") else self.none()

    def approved(self) -> Self:
        """Return what a second person has confirmed."""
        return self.current().exclude(approved_by=None)


@pghistory.track()
class LegacyYear(Record):
    """One figure of one earlier year; it is frozen once a second person approved it."""

    KNOWN_BY = "figure"
    PART_OF = ()
    KEY = ("figure", "year")

    figure = models.CharField(_("figure"), max_length=64)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    source = models.CharField(_("source"), max_length=200)
    entered_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("entered by"),
    )
    approved_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(
        _("approved at"), null=True, blank=True, editable=False
    )

    objects = LegacyYearQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "legacy_year_is_frozen": _(
            "This number is approved. Void it, and enter the right one."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("figure of an earlier year")
        verbose_name_plural = _("figures of earlier years")
        ordering = ["year", "figure"]
        default_permissions = ["view", "add", "change"]
        permissions = [
            ("approve_legacyyear", "Can approve another person's earlier year")
        ]
        constraints = [
            models.CheckConstraint(
                name="legacy_year_since_2005",
                condition=Q(year__gte=FIRST_YEAR, value__gte=0),
                violation_error_message=_("Enter a year from 2005 on."),
            ),
            models.CheckConstraint(
                name="legacy_year_has_a_source",
                condition=Q(source__regex=r"\S"),
                violation_error_message=_("Name the source."),
            ),
            models.UniqueConstraint(
                name="legacy_year_recorded_once",
                fields=["figure", "year"],
                condition=CURRENT,
                violation_error_message=_(
                    "This figure is already recorded for that year."
                ),
            ),
            models.CheckConstraint(
                name="legacy_year_approved_by_a_second_person",
                condition=Q(approved_by=None)
                | Q(entered_by=None)
                | ~Q(approved_by=F("entered_by")),
                violation_error_message=_(
                    "A second person approves: not the one who entered it."
                ),
            ),
        ]
        triggers = [*Record.Meta.triggers, ONLY_VOIDED_ONCE_APPROVED]

    def __str__(self) -> str:
        return f"{self.figure} {self.year}"

    def approve(self, user: User) -> None:
        """Record the approval of the number, by a second person only."""
        self.approved_by, self.approved_at = user, timezone.now()
        self.validate_constraints()
        self.save(update_fields=["approved_by", "approved_at"])
