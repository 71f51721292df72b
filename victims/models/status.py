"""Decisions on a person's status: presumed, identified, not confirmed, withdrawn."""

from typing import Any, Self, override

import pghistory
import pgtrigger
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from reference.records import CURRENT, Record, known_codes, not_in_future
from victims.choices import DecidingBody, Status
from victims.models.victim import Victim, VictimRecordQuerySet
from victims.sealed import SealedRow, SealedTextField

# An allowance stands on the first decision `identified`: that cannot move behind it.
# One of a person who no longer counts stands on nothing.
ALLOWANCE_KEEPS_ITS_DECISION = """
    PERFORM 1 FROM victims_victim WHERE id = OLD.victim_id FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM assistance_allowance AS allowance
        JOIN victims_victim AS victim ON victim.id = allowance.victim_id
        WHERE victim.id = OLD.victim_id
          AND victim.voided_at IS NULL AND victim.merged_into_id IS NULL
          AND allowance.voided_at IS NULL AND allowance.status <> 'reversed'
          AND coalesce(least(allowance.decided_on, allowance.paid_on) < (
                SELECT min(decided_on) FROM victims_statusdecision
                WHERE victim_id = OLD.victim_id
                  AND status = 'identified' AND voided_at IS NULL
          ), NOT EXISTS (
                SELECT FROM victims_statusdecision
                WHERE victim_id = OLD.victim_id
                  AND status = 'identified' AND voided_at IS NULL
          ))
    ) THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'decision_before_allowance',
        MESSAGE = 'an allowance would precede the identification';
    END IF;
    RETURN NULL;
"""


class StatusDecisionQuerySet(VictimRecordQuerySet["StatusDecision"]):
    """Groups of decisions."""

    def identifying(self) -> Self:
        """Return the current decisions that formally identify a person."""
        return self.filter(CURRENT, status=Status.IDENTIFIED)


@pghistory.track()
class StatusDecision(SealedRow, Record):
    """One decision of one body on one person's status."""

    PERSONAL = ("grounds",)
    KEY = ("victim", "status", "decided_on")

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="decisions")
    status = models.CharField(_("status"), max_length=16, choices=Status)
    decided_on = models.DateField(_("date of the decision"))
    body = models.CharField(
        _("decided by"), max_length=24, choices=DecidingBody, blank=True
    )
    number = models.CharField(_("number of the decision"), max_length=64, blank=True)
    grounds = SealedTextField(_("grounds"), purpose="grounds", null=True, blank=True)

    objects = StatusDecisionQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "decision_before_allowance": _(
            "An allowance stands on this decision: it cannot be later than the"
            " allowance."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("decision on status")
        verbose_name_plural = _("decisions on status")
        ordering = ["decided_on", "pk"]
        indexes = [
            models.Index(
                name="decision_identified",
                fields=["victim", "decided_on"],
                condition=models.Q(status="identified", voided_at=None),
            ),
            models.Index(
                name="decision_of_status",
                fields=["status", "victim"],
                condition=CURRENT,
            ),
            models.Index(
                name="decision_identified_on",
                fields=["decided_on", "victim"],
                condition=models.Q(status="identified", voided_at=None),
            ),
        ]
        constraints = [
            *known_codes("decision", status=Status.values, body=DecidingBody.values),
            *not_in_future("decision", "decided_on"),
            models.UniqueConstraint(
                name="decision_recorded_once",
                fields=["victim", "status", "decided_on"],
                condition=CURRENT,
                violation_error_message=_(
                    "This decision is already recorded for that day."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="allowance_keeps_its_decision",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.AnyChange(
                    "victim", "status", "decided_on", "voided_at"
                ),
                func=ALLOWANCE_KEEPS_ITS_DECISION,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_status_display()}"

    @override
    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and bring the age at identification up to date."""
        before = type(self).objects.filter(pk=self.pk).exclude(victim=self.victim)
        left = [decision.victim for decision in before.select_related("victim")]
        super().save(*args, **kwargs)
        for victim in (self.victim, *left):
            victim.recompute_age()
