"""The records behind every figure of a year, as rows of one SQL statement.

It wraps the QuerySets of the catalogue, as the counting does: a row for each record
that a figure counts, with its cell in each breakdown and what it adds to a sum.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, F, Q, TextField
from django.db.models.functions import Cast, ExtractYear

from prevention.models import AgencyReturn
from reports.catalogue import FIGURES
from reports.counting import YEAR, YEAR_BEFORE, Sheet, Statement
from reports.figures import Cumulative, Percentage, ReturnedFigure
from reports.periods import Period
from reports.starts import Start
from reports.year import counted_sheets

COLUMNS: Final = ("figure", "kind", "object_id", "code", "cells", "amount")


class Query(NamedTuple):
    """SQL that returns `COLUMNS`, with its parameters."""

    sql: str
    parameters: list[Any]


def members(year: int, starts: Mapping[str, Start]) -> Query:
    """Return the query for the records of all figures of the year."""
    parts = [(s, {YEAR: year, YEAR_BEFORE: year - 1}) for s in of_the_year()]
    for code, figure in FIGURES.items():
        start = starts.get(code)
        if isinstance(figure, Cumulative) and start and start.through_year < year:
            years = {YEAR_BEFORE: start.through_year + 1, YEAR: year}
            parts.append((of_a_total(figure), years))
    parameters = [value for part, years in parts for value in part.filled(years)]
    return Query(" UNION ALL ".join(part.sql for part, _years in parts), parameters)


@cache
def of_the_year() -> list[Statement]:
    """Return the statements of what is counted or returned; made once."""
    return [*map(of_a_sheet, counted_sheets()), of_returns()]


def label_of(model: Any) -> str:
    """Return the name of a kind of record: victims.victim."""
    return str(model._meta.label_lower)


def _with_code(records: Any, **columns: Any) -> Any:
    known_by = F(records.model.KNOWN_BY)
    return records.annotate(
        member_id=F("pk"), member_code=Cast(known_by, TextField()), **columns
    ).values("member_id", "member_code", *columns)


def _statement(records: Any, told: Iterator[str]) -> Statement:
    sql, parameters = records.query.sql_with_params()
    text = (
        "SELECT told.figure, %s::text AS kind, counted.member_id AS object_id,"
        " counted.member_code AS code, told.cells,"
        " told.amount::numeric(14, 2) AS amount"
        f" FROM ({sql}) AS counted CROSS JOIN LATERAL (VALUES {', '.join(told)})"
        " AS told(figure, takes, cells, amount) WHERE told.takes"
    )
    return Statement(text, [label_of(records.model), *parameters])


def _told(code: str, takes: str, cells: Mapping[str, str], amount: str) -> str:
    pairs = ", ".join(f"'{name}', counted.{column}" for name, column in cells.items())
    return f"('{code}', {takes}, jsonb_build_object({pairs}), {amount}::numeric)"


def of_a_sheet(sheet: Sheet) -> Statement:
    """Return the statement for the figures of one population."""
    records = sheet.population(Period.of_year(YEAR)).order_by()
    return _statement(_with_code(records, **sheet.columns()), _figures_of(sheet))


def _figures_of(sheet: Sheet) -> Iterator[str]:
    for place, figure in enumerate(sheet.figures):
        takes = f"counted.part_{place}" if figure.only else "true"
        cells = {name: f"cell_{name}" for name in figure.by}
        amount = f"counted.amount_{place}" if figure.amount else "NULL"
        yield _told(figure.code, takes, cells, amount)
        for percent in FIGURES.values():
            if isinstance(percent, Percentage) and percent.part is figure:
                yield _told(percent.code, takes, {}, "NULL")


@cache
def of_a_total(figure: Cumulative) -> Statement:
    """Return the statement for a total: each record with the year it is counted in."""
    records = figure.counted(Period.of_years(YEAR_BEFORE, YEAR)).order_by()
    counted_in = Cast(ExtractYear(figure.parts[0].dated_by), TextField())
    told = _told(figure.code, "true", {"year": "counted_in"}, "NULL")
    return _statement(_with_code(records, counted_in=counted_in), iter([told]))


def of_returns() -> Statement:
    """Return the statement for what other agencies returned."""
    codes = [code for code, f in FIGURES.items() if isinstance(f, ReturnedFigure)]
    records = AgencyReturn.objects.current().filter(year=YEAR, figure__in=codes)
    approved = ExpressionWrapper(
        Q(approved_by__isnull=False), output_field=BooleanField()
    )
    columns = {
        "returned": F("value"),
        "exactness": F("precision"),
        "counted_by": F("agency__code"),
        "paper": F("document"),
        "approved": approved,
    }
    cells = {
        "precision": "exactness",
        "agency": "counted_by",
        "document": "paper",
        "approved": "approved",
    }
    told = _told("", "true", cells, "counted.returned").replace(
        "('',", "(counted.member_code,", 1
    )
    return _statement(_with_code(records.order_by(), **columns), iter([told]))
