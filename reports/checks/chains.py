"""A total since 2005 is that of the year before and what the year adds."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.checks.check import Check
from reports.choices import Severity
from reports.figures import Cumulative
from reports.year import Line, YearFigures
from thb.numbers import grouped


def checks(figures: YearFigures) -> Iterator[Check]:
    """Make the checks of the totals; the year before is told as frozen, if it is."""
    for line in figures.lines.values():
        if isinstance(line.figure, Cumulative):
            yield continues(line, line.figure, figures)


def continues(line: Line, figure: Cumulative, figures: YearFigures) -> Check:
    """Return the check of one total; it passes where the year before is not known."""
    parts = tuple(part.code for part in figure.parts)
    added = sum(int(figures.value(code) or 0) for code in parts)
    before, total = grouped(line.previous or 0), grouped(line.value or 0)
    release = figures.before
    frozen = (
        _(" (%(year)s as frozen, release %(number)s)")
        % {"year": release.year, "number": release.number}
        if release
        else ""
    )
    return Check(
        code=f"chain.{figure.code}",
        severity=Severity.BLOCKS,
        figures=(figure.code, *parts),
        passed=line.change is None or line.change == added,
        title=_("The total of the year before and this year do not make the new total"),
        message=f"{before} + {grouped(added)} ≠ {total}{frozen}",
        records=added,
        opens=parts[:1],
    )
