"""A figure that changes a lot against the year before asks for a note."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from reports.checks.check import Check
from reports.choices import Severity
from reports.year import Line, YearFigures
from thb.numbers import grouped

SMALLEST_CHANGE: Final = 10


def checks(figures: YearFigures) -> Iterator[Check]:
    """Make the check of each figure; none where the year before is not in here."""
    if is_counted(figures, figures.year - 1):
        yield from map(is_near_the_year_before, figures.lines.values())


def is_counted(figures: YearFigures, year: int) -> bool:
    """Tell whether the register has the year, and not only a total through it.

    Where no total from before the register is known, every year may be compared.
    """
    return not figures.series or any(year in added for added in figures.series.values())


def is_near_the_year_before(line: Line) -> Check:
    """Return the check that it changes by at most half, or by at most 10."""
    return Check(
        code=f"outlier.{line.figure.code}",
        severity=Severity.WARNS,
        figures=(line.figure.code,),
        passed=not is_far(line),
        title=_("%(figure)s: %(value)s, and %(previous)s the year before")
        % {
            "figure": line.figure.title,
            "value": grouped(line.value or 0),
            "previous": grouped(line.previous or 0),
        },
        message=_("It changes by more than half."),
        records=line.records,
        opens=(line.figure.code,),
    )


def is_far(line: Line) -> bool:
    """Tell whether the figure changes by more than half and by more than 10."""
    if line.change is None or line.previous is None:
        return False
    change = abs(Decimal(line.change))
    return change > SMALLEST_CHANGE and 2 * change > line.previous
