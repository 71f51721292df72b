"""The tables that the figures and checks read, found in their own SQL."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from django.apps import apps

from assistance.models import Allowance, AllowanceRate
from prevention.models import AgencyReturn, Baseline
from reference.models import Organisation
from reports.catalogue import FIGURES
from reports.counting import YEAR
from reports.figures import AnnualFigure, Cumulative, Percentage
from reports.models import LegacyYear
from reports.periods import Period
from reports.releases.members import of_a_total, of_the_year
from victims.models import StatusDecision

TABLES: Final = re.compile(r'(?:FROM|JOIN) "(\w+)"(?!\.)')
COLUMNS: Final = re.compile(r'"(\w+)"\."(\w+)"')
OF_CHECKS: Final = (
    Allowance,
    AllowanceRate,
    AgencyReturn,
    Baseline,
    LegacyYear,
    Organisation,
    StatusDecision,
)


def statements() -> Iterator[str]:
    """Yield the SQL of everything that is counted."""
    yield from (statement.sql for statement in of_the_year())
    for figure in FIGURES.values():
        if isinstance(figure, Cumulative):
            yield of_a_total(figure).sql


@cache
def read_tables() -> tuple[str, ...]:
    """Return the tables that figures and checks read, in one order for all locks."""
    found = {table for sql in statements() for table in TABLES.findall(sql)}
    return tuple(sorted(found | {model._meta.db_table for model in OF_CHECKS}))


@cache
def read_models() -> tuple[Any, ...]:
    """Return the models of those tables."""
    by_table: dict[str, Any] = {m._meta.db_table: m for m in apps.get_models()}
    return tuple(by_table[table] for table in read_tables())


@cache
def read_by(code: str) -> frozenset[Any]:
    """Return the models that a figure reads; of one that is gone, the returns."""
    figure = FIGURES.get(code)
    match figure:
        case Percentage():
            return read_by(figure.part.code)
        case AnnualFigure() | Cumulative():
            records = figure.counted(Period.of_year(YEAR))
            tables = set(TABLES.findall(str(records.query)))
            return frozenset(m for m in read_models() if m._meta.db_table in tables)
    return frozenset({AgencyReturn})
