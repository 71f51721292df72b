"""The checks of a year before it is frozen: all of them, passed or not."""

from itertools import chain

from reports.checks import (
    allowances,
    breakdowns,
    chains,
    earlier,
    outliers,
    parts,
    returns,
)
from reports.checks.check import Check
from reports.choices import Severity
from reports.year import YearFigures

RULES = (breakdowns, parts, allowances, chains, earlier, outliers, returns)


def checks_of(figures: YearFigures) -> list[Check]:
    """Return every check of the year; those that block come first."""
    made = chain.from_iterable(rule.checks(figures) for rule in RULES)
    return sorted(made, key=lambda check: check.severity != Severity.BLOCKS)


__all__ = ["Check", "checks_of"]
