"""The one-time allowance: the rates, one payment a person, after identification."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Least
from django.utils.translation import gettext as _

from assistance.choices import AllowanceKind
from assistance.models import Allowance, AllowanceRate
from reports.breakdowns import UNKNOWN
from reports.catalogue.assistance import PAID, RECIPIENTS
from reports.checks.check import Check
from reports.choices import Severity
from reports.figures import Records
from reports.year import YearFigures
from thb.numbers import grouped
from victims.models import StatusDecision

FIGURES = (RECIPIENTS.code, PAID.code)


def checks(figures: YearFigures) -> Iterator[Check]:
    """Make the three checks of the allowances paid in the year."""
    yield amount_is_of_the_rates(figures)
    yield counted_check(
        "allowances.one_per_person",
        _("More than one allowance that is not reversed for one person"),
        paid_twice(figures.year),
    )
    yield counted_check(
        "allowances.after_identification",
        _("An allowance before the formal identification"),
        paid_before_identification(figures.year),
    )


def amount_is_of_the_rates(figures: YearFigures) -> Check:
    """Return the check that the sum is each rate times the payments at it."""
    rates = one_time_rates()
    cells = figures.lines[RECIPIENTS.code].cells.get("amount", {})
    at_rates = {
        Decimal(cell): n
        for cell, n in cells.items()
        if cell != UNKNOWN and Decimal(cell) in rates
    }
    expected = sum((rate * n for rate, n in at_rates.items()), Decimal())
    paid = Decimal(figures.value(PAID.code) or 0)
    terms = [f"{grouped(rate)} × {grouped(n)}" for rate, n in sorted(at_rates.items())]
    return Check(
        code="allowances.amount",
        severity=Severity.BLOCKS,
        figures=FIGURES,
        passed=expected == paid,
        title=_("Paid: %(paid)s AZN; by the rates: %(expected)s AZN")
        % {"paid": grouped(paid), "expected": grouped(expected)},
        message=f"{' + '.join(terms)} = {grouped(expected)} AZN",
        records=sum(cells.values()) - sum(at_rates.values()),
        listed=PAID.records(figures.year).exclude(payment__amount_azn__in=rates),
    )


def one_time_rates() -> set[Decimal]:
    """Return the amounts that the rates of the one-time allowance have or had."""
    rates = AllowanceRate.objects.filter(kind=AllowanceKind.ONE_TIME, voided_at=None)
    return set(rates.values_list("amount_azn", flat=True))


def counted_check(code: str, title: str, faults: Records) -> Check:
    """Return the check that passes where there are no such records."""
    found = faults.count()
    return Check(
        code=code,
        severity=Severity.BLOCKS,
        figures=FIGURES,
        passed=not found,
        title=title,
        records=found,
        listed=faults,
    )


def paid_twice(year: int) -> Records:
    """Return who was paid in the year and has another allowance that counts."""
    others = Allowance.objects.unreversed().filter(
        ~Q(pk=OuterRef("payment__pk")),
        victim=OuterRef("pk"),
        kind=AllowanceKind.ONE_TIME,
    )
    return RECIPIENTS.records(year).filter(Exists(others))


def paid_before_identification(year: int) -> Records:
    """Return who was paid, or promised, it before the first decision `identified`."""
    first_day = Least(OuterRef("payment__decided_on"), OuterRef("payment__paid_on"))
    decisions = StatusDecision.objects.identifying().filter(
        victim=OuterRef("pk"), decided_on__lte=first_day
    )
    return RECIPIENTS.records(year).filter(~Exists(decisions))
