"""System checks: what a model calls PERSONAL stays out of the figures."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.db.models import Field
from django.db.models.expressions import Col

from reports.catalogue import FIGURES
from reports.figures import AnnualFigure, Cumulative, Figure
from reports.periods import Period
from thb.checks import is_personal

A_YEAR = 2019


@register()
def nothing_personal_in_figures(**_options: object) -> list[CheckMessage]:
    """Return an error for each figure that counts or splits by a personal field."""
    return personal_in(FIGURES.values())


def personal_in(figures: Iterable[Figure]) -> list[CheckMessage]:
    """Return an error for each figure or breakdown that reads a personal field."""
    return [
        Error(f"{figure.code} reads {field}, which is personal.", id="reports.E001")
        for figure in figures
        for query in queries_of(figure)
        for field in set(fields_of(query))
        if is_personal(field)
    ]


def queries_of(figure: Figure) -> Iterator[Any]:
    """Yield the query of what is counted, and of a cell of each breakdown."""
    if isinstance(figure, AnnualFigure | Cumulative):
        records = figure.counted(Period.of_year(A_YEAR))
        yield records.query
        for split in figure.breakdowns.values():
            yield records.annotate(cell=split.cell).query


def fields_of(part: Any) -> Iterator[Field[Any, Any]]:
    """Yield the fields that a query or an expression reads, in subqueries too."""
    if isinstance(part, Col):
        yield part.target
    if hasattr(part, "where"):
        inner = [part.where, *part.select, *part.annotations.values()]
    else:
        inner = [*sources(part), getattr(part, "query", None)]
    for one in inner:
        if one is not None:
            yield from fields_of(one)


def sources(part: Any) -> list[Any]:
    """Return what an expression, a condition or a list of values is made of."""
    if hasattr(part, "get_source_expressions"):
        return list(part.get_source_expressions())
    children = getattr(part, "children", part)
    return list(children) if isinstance(children, list | tuple) else []
