"""Why an allowance has its amount, and what a day earlier or later would give."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.db.models import F, Q
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
    rates: list[str]


def amount_of(allowance: Allowance) -> Amount | None:
    """Return the amount that an allowance has today; None where no rate covers it."""
    azn = allowance.amount_in_force()
    if azn is None:
        return None
    rates = list(
        AllowanceRate.objects.filter(CURRENT, kind=allowance.kind)
        .order_by(F("valid_from").asc(nulls_first=True))
        .select_related("legal_act")
    )
    rate = next((one for one in rates if one.amount_azn == azn), None)
    if rate is None:
        return None
    day = deciding_day(allowance, rate)
    return Amount(
        azn,
        reason_for(rate, day),
        note_near(allowance, rate, day),
        [days_of(one) for one in rates],
    )


def days_of(rate: AllowanceRate) -> str:
    """Return from when until when a rate is in force, and the rate."""
    azn = amount(rate.amount_azn)
    if rate.valid_from and rate.valid_until:
        return _("From %(first)s to %(last)s: %(amount)s AZN") % {
            "first": long_day(rate.valid_from),
            "last": long_day(rate.valid_until),
            "amount": azn,
        }
    if rate.valid_from:
        day = long_day(rate.valid_from)
        return _("From %(day)s: %(amount)s AZN") % {"day": day, "amount": azn}
    if rate.valid_until:
        day = long_day(rate.valid_until + timedelta(days=1))
        return _("Before %(day)s: %(amount)s AZN") % {"day": day, "amount": azn}
    return _("At all times: %(amount)s AZN") % {"amount": azn}


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
            return words_near(day, other, amount(neighbour.amount_azn))
    return ""


def words_near(day: date, other: date, azn: str) -> str:
    """Return what the amount would be on the other day; the next one has no date."""
    if other == day - timedelta(days=1):
        return _("One day earlier the amount would be %(amount)s AZN.") % {
            "amount": azn
        }
    if other == day + timedelta(days=1):
        return _("One day later the amount would be %(amount)s AZN.") % {"amount": azn}
    return _("On %(day)s the amount would be %(amount)s AZN.") % {
        "day": long_day(other),
        "amount": azn,
    }


def rate_on(kind: str, day: date) -> AllowanceRate | None:
    """Return the rate that is valid on the day."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    not_over = Q(valid_until=None) | Q(valid_until__gte=day)
    return AllowanceRate.objects.filter(CURRENT & begun & not_over, kind=kind).first()
