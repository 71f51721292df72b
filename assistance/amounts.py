"""Why an allowance has its amount, and what a day earlier or later would give."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from assistance.choices import AllowanceStatus, DecidingDay
from assistance.models import Allowance, AllowanceRate
from reference.records import CURRENT
from thb.days import long_day
from thb.numbers import amount

NEAR = timedelta(days=7)


class Amount(NamedTuple):
    """The amount in AZN, the reason for it, and a note where a boundary is near."""

    azn: Decimal
    reason: str
    note: str


def amount_of(allowance: Allowance) -> Amount | None:
    """Return the amount that an allowance has today; None where no rate covers it."""
    azn = allowance.amount_in_force()
    if azn is None:
        return None
    rates = AllowanceRate.objects.filter(CURRENT, kind=allowance.kind)
    if (rate := rates.filter(amount_azn=azn).first()) is None:
        return None
    day = deciding_day(allowance, rate)
    return Amount(azn, reason_for(rate, day), note_near(allowance, rate, day))


def deciding_day(allowance: Allowance, rate: AllowanceRate) -> date:
    """Return the day whose rate applies; before the payment that of the decision."""
    if rate.deciding_day == DecidingDay.IDENTIFIED_ON:
        return allowance.victim.identified_on() or allowance.decided_on
    paid = allowance.status == AllowanceStatus.PAID
    by_payment = rate.deciding_day == DecidingDay.PAID_ON
    if by_payment and paid and allowance.paid_on:
        return allowance.paid_on
    return allowance.decided_on


def reason_for(rate: AllowanceRate, day: date) -> str:
    """Return from when until when the rate is in force, and by which act."""
    act = f" {rate.legal_act}." if rate.legal_act else ""
    return (
        _("The rate in force on %(day)s is %(amount)s AZN.")
        % {
            "day": long_day(day),
            "amount": amount(rate.amount_azn),
        }
        + act
    )


def note_near(allowance: Allowance, rate: AllowanceRate, day: date) -> str:
    """Return what the amount would be on the other side of a boundary within a week."""
    for edge, beyond in (
        (rate.valid_from, -timedelta(days=1)),
        (rate.valid_until, timedelta(days=1)),
    ):
        if edge is None or abs(day - edge) > NEAR:
            continue
        other = edge + beyond
        neighbour = rate_on(allowance.kind, other)
        if neighbour:
            return _("On %(day)s the amount would be %(amount)s AZN.") % {
                "day": long_day(other),
                "amount": amount(neighbour.amount_azn),
            }
    return ""


def rate_on(kind: str, day: date) -> AllowanceRate | None:
    """Return the rate that is valid on the day."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    not_over = Q(valid_until=None) | Q(valid_until__gte=day)
    return AllowanceRate.objects.filter(CURRENT & begun & not_over, kind=kind).first()
