"""The rates of allowances that the Cabinet of Ministers sets."""

from datetime import date
from decimal import Decimal
from typing import Final

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from assistance.choices import AllowanceKind, DecidingDay
from reference.models import LegalAct
from reference.records import CURRENT, Record, RecordQuerySet, known_codes


class RateInForce(Func):
    """The amount of a kind of allowance, of three days: decided, paid, identified.

    Without a day of payment it is the rate of the day of the decision. The function in
    the database is the only place where the deciding day is chosen.
    """

    function = "allowance_rate_in_force"
    arity = 4
    output_field = models.DecimalField(max_digits=12, decimal_places=2)


# An end before the start is refused by name: as a range it would only break. The casts
# give an open end its type where Django checks a form.
DAYS_OF_THE_RATE: Final = Func(
    Cast("valid_from", models.DateField()),
    Cast(
        models.Case(
            models.When(valid_until__lt=F("valid_from"), then=F("valid_from")),
            default=F("valid_until"),
        ),
        models.DateField(),
    ),
    Value("[]"),
    function="DATERANGE",
    output_field=models.DateField(),
)

# While it is unpaid the amount of an allowance is the rate of its day of decision.
PENDING_FOLLOWS: Final = """
    UPDATE assistance_allowance
    SET amount_azn = allowance_rate_in_force(kind, decided_on, NULL, NULL)
    WHERE kind IN (NEW.kind, OLD.kind) AND status = 'pending' AND voided_at IS NULL
      AND allowance_rate_in_force(kind, decided_on, NULL, NULL) <> amount_azn;
    RETURN NULL;
"""


class AllowanceRateQuerySet(RecordQuerySet["AllowanceRate"]):
    """Rates of allowances."""

    def amount_for(
        self,
        kind: str,
        decided_on: date | None,
        paid_on: date | None = None,
        identified_on: date | None = None,
    ) -> Decimal | None:
        """Return the amount in force in AZN; None where no rate covers the day."""
        days = [
            Value(day, models.DateField())
            for day in (decided_on, paid_on, identified_on)
        ]
        amount = RateInForce(Value(kind), *days)
        return self.order_by("pk").values_list(amount, flat=True).first()


@pghistory.track()
class AllowanceRate(Record):
    """An amount, the days it is valid on, and which day of an allowance decides."""

    KNOWN_BY = "pk"

    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=AllowanceKind,
        default=AllowanceKind.ONE_TIME,
    )
    amount_azn = models.DecimalField(_("amount, AZN"), max_digits=12, decimal_places=2)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until, that day included"), null=True, blank=True
    )
    deciding_day = models.CharField(
        _("deciding day"),
        max_length=16,
        choices=DecidingDay,
        default=DecidingDay.PAID_ON,
    )
    legal_act = models.ForeignKey(
        LegalAct,
        models.PROTECT,
        related_name="rates",
        null=True,
        blank=True,
        verbose_name=_("legal act"),
    )

    objects = AllowanceRateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("rate of an allowance")
        verbose_name_plural = _("rates of allowances")
        ordering = ["valid_from", "pk"]
        constraints = [
            *known_codes(
                "rate", kind=AllowanceKind.values, deciding_day=DecidingDay.values
            ),
            models.CheckConstraint(
                name="rate_amount_above_zero",
                condition=Q(amount_azn__gt=0),
                violation_error_message=_("The amount must be more than 0 AZN."),
            ),
            models.CheckConstraint(
                name="rate_ends_on_or_after_its_start",
                condition=Q(valid_until=None)
                | Q(valid_from=None)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("A rate cannot end before it starts."),
            ),
            ExclusionConstraint(
                name="rate_one_on_a_day",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    (
                        DAYS_OF_THE_RATE,
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=CURRENT,
                violation_error_message=_("Another rate covers some of these days."),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="pending_amounts_follow",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=PENDING_FOLLOWS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount_azn} AZN"
