"""The years before the register add up to the total that it begins with."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.checks.check import Check
from reports.choices import Severity
from reports.legacy.series import Earlier, by_figure, in_runs, totals_with
from reports.year import YearFigures
from thb.numbers import grouped


def checks(_figures: YearFigures) -> Iterator[Check]:
    """Make the check of every total, once earlier years are recorded at all."""
    if known := by_figure():
        yield from map(adds_up, totals_with(known))


def adds_up(earlier: Earlier) -> Check:
    """Return the check of one total; a part of its years may not exceed it."""
    numbers = {
        "sum": grouped(earlier.sum),
        "total": grouped(earlier.total),
        "year": earlier.through_year,
    }
    message = _("%(sum)s, and the total through %(year)s is %(total)s.") % numbers
    if earlier.missing:
        message += " " + _("Not known: %s.") % in_runs(earlier.missing)
    return Check(
        code=f"earlier.{earlier.figure.code}",
        severity=Severity.WARNS,
        figures=(earlier.figure.code,),
        passed=earlier.holds,
        title=_("The earlier years do not add up to the total before the register"),
        message=message,
    )
