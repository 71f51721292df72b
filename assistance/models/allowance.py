"""The one-time allowance: once, after identification, of the amount of the rate."""

from datetime import date
from decimal import Decimal
from typing import Final

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assistance.choices import AllowanceKind, AllowanceStatus
from assistance.models.approval import (
    APPROVAL_MESSAGES,
    APPROVAL_RULES,
    APPROVAL_TRIGGERS,
    Approval,
)
from assistance.models.rate import AllowanceRate
from reference.records import CURRENT, Record, known_codes, not_in_future
from thb.numbers import amount
from victims.models import Victim, VictimRecordQuerySet

# The row is read anew: where the rules wait for the end of a transaction (an import) it
# may have changed since. A reversed allowance counts for nothing and keeps what it had.
ALLOWANCE_FOLLOWS_THE_RULES: Final = """
    PERFORM 1 FROM victims_victim WHERE id = NEW.victim_id FOR NO KEY UPDATE;
    SELECT * INTO allowance FROM assistance_allowance WHERE id = NEW.id
        AND voided_at IS NULL AND status <> 'reversed';
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT min(decided_on) INTO identified FROM victims_statusdecision
    WHERE victim_id = allowance.victim_id
        AND status = 'identified' AND voided_at IS NULL;
    IF identified IS NULL
        OR least(allowance.decided_on, allowance.paid_on) < identified
    THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            CONSTRAINT = 'allowance_after_identification',
            MESSAGE = 'an allowance before formal identification';
    END IF;
    rate := allowance_rate_in_force(allowance.kind, allowance.decided_on,
        CASE WHEN allowance.status = 'paid' THEN allowance.paid_on END, identified);
    IF allowance.amount_azn IS DISTINCT FROM rate
        AND (allowance.kind = 'one_time' OR rate IS NOT NULL)
    THEN
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            CONSTRAINT = 'allowance_amount_is_the_rate',
            MESSAGE = 'another amount than the rate in force';
    END IF;
    RETURN NULL;
"""


VARIABLES: Final = [
    ("allowance", "assistance_allowance%ROWTYPE"),
    ("identified", "date"),
    ("rate", "numeric"),
]
COUNTS: Final = "NEW.voided_at IS NULL AND NEW.status <> 'reversed'"
CHANGED: Final = """
    (OLD.victim_id, OLD.kind, OLD.decided_on, OLD.paid_on, OLD.amount_azn,
        OLD.status, OLD.voided_at) IS DISTINCT FROM
    (NEW.victim_id, NEW.kind, NEW.decided_on, NEW.paid_on, NEW.amount_azn,
        NEW.status, NEW.voided_at)
"""


class AllowanceQuerySet(VictimRecordQuerySet["Allowance"]):
    """Groups of allowances."""

    def unreversed(self) -> "AllowanceQuerySet":
        """Return the allowances that count; a pending one does."""
        return self.filter(CURRENT).exclude(status=AllowanceStatus.REVERSED)

    def waiting(self) -> "AllowanceQuerySet":
        """Return the prepared ones that a second person has yet to look at."""
        return self.filter(
            CURRENT,
            status=AllowanceStatus.PENDING,
            prepared_by__isnull=False,
            approved_at=None,
            returned_at=None,
        )


@pghistory.track()
class Allowance(Approval, Record):
    """An allowance decided for, and paid to, one person.

    One made by form is paid only after a second person approved it.
    """

    KEY = ("victim", "kind", "decided_on")

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="allowances")
    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=AllowanceKind,
        default=AllowanceKind.ONE_TIME,
    )
    decided_on = models.DateField(_("date of the decision"))
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    amount_azn = models.DecimalField(
        _("amount, AZN"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    status = models.CharField(
        _("state"),
        max_length=16,
        choices=AllowanceStatus,
        default=AllowanceStatus.PENDING,
    )

    objects = AllowanceQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        **APPROVAL_MESSAGES,
        "allowance_after_identification": _(
            "An allowance needs a formal identification on that day or earlier."
        ),
        "allowance_amount_is_the_rate": _(
            "The amount must be the rate in force on the deciding day."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("allowance")
        verbose_name_plural = _("allowances")
        permissions = [("approve_allowance", "Can approve another person's allowance")]
        ordering = ["-decided_on", "pk"]
        indexes = [models.Index(name="allowance_paid", fields=["paid_on"])]
        constraints = [
            *known_codes(
                "allowance", kind=AllowanceKind.values, status=AllowanceStatus.values
            ),
            *not_in_future("allowance", "decided_on", "paid_on"),
            *APPROVAL_RULES,
            models.UniqueConstraint(
                name="allowance_one_unreversed",
                fields=["victim"],
                condition=CURRENT
                & Q(kind=AllowanceKind.ONE_TIME)
                & ~Q(status=AllowanceStatus.REVERSED),
                violation_error_message=_(
                    "This person already has a one-time allowance."
                ),
            ),
            models.UniqueConstraint(
                name="allowance_recorded_once",
                fields=["victim", "kind", "decided_on"],
                condition=CURRENT,
                violation_error_message=_(
                    "An allowance of that day is already recorded."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            *APPROVAL_TRIGGERS,
            pgtrigger.Trigger(
                name="rules_on_insert",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Condition(COUNTS),
                declare=VARIABLES,
                func=ALLOWANCE_FOLLOWS_THE_RULES,
            ),
            pgtrigger.Trigger(
                name="rules_on_update",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Condition(f"{COUNTS} AND {CHANGED}"),
                declare=VARIABLES,
                func=ALLOWANCE_FOLLOWS_THE_RULES,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {amount(self.amount_azn or 0)} AZN"

    def amount_in_force(self) -> Decimal | None:
        """Return the amount in AZN that the rules give to this allowance today."""
        paid_on = self.paid_on if self.status == AllowanceStatus.PAID else None
        return AllowanceRate.objects.amount_for(
            self.kind, self.decided_on, paid_on, self.victim.identified_on()
        )

    def set_amount(self) -> None:
        """Set the amount of the rules; without a rate, or when reversed, it stays."""
        rate = self.amount_in_force()
        if rate is not None and self.status != AllowanceStatus.REVERSED:
            self.amount_azn = rate

    def pay(self, paid_on: date) -> None:
        """Record the payment; the amount is set anew by the deciding day."""
        self.paid_on, self.status = paid_on, AllowanceStatus.PAID
        self.set_amount()
        self.save(update_fields=["paid_on", "status", "amount_azn"])

    def reverse(self, reason: str) -> None:
        """Take it back: it keeps its amount and counts for nothing."""
        self.status, self.void_reason = AllowanceStatus.REVERSED, reason
        self.save(update_fields=["status", "void_reason"])
