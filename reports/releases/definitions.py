"""What a figure counts, as it was when a year was frozen: a sentence, and a version.

The version is a digest of the SQL that lists the records and splits them, so that a
changed definition is found by the program, never by somebody who remembers it.
"""

from functools import cache
from typing import Any, NamedTuple

from django.db.models import F
from django.utils.functional import Promise

from reports.catalogue.counts import COUNTS, RETURNED
from reports.counting import YEAR, YEAR_BEFORE
from reports.figures import AnnualFigure, Cumulative, Figure, Percentage, ReturnedFigure
from reports.periods import Period
from reports.releases.canonical import canonical, digest

LENGTH = 12


class Definition(NamedTuple):
    """How a figure is counted, in words, and the version of it."""

    counts: str | Promise
    version: str


def definition_of(figure: Figure) -> Definition:
    """Return the definition of a figure of the catalogue, as it is now."""
    return Definition(counts_of(figure), version_of(figure))


def counts_of(figure: Figure) -> str | Promise:
    """Return the sentence that says what is counted, and by which date."""
    return RETURNED if isinstance(figure, ReturnedFigure) else COUNTS[figure.code]


@cache
def version_of(figure: Figure) -> str:
    """Return the digest of what the figure asks the database."""
    return digest(canonical(_asked(figure)))[:LENGTH]


def _asked(figure: Figure) -> Any:
    match figure:
        case AnnualFigure():
            columns: dict[str, Any] = {n: s.cell for n, s in figure.by.items()}
            if figure.amount:
                columns["amount_of_record"] = F(figure.amount)
            return _sql(figure.counted(Period.of_year(YEAR)), columns)
        case Cumulative():
            period = Period.of_years(YEAR_BEFORE, YEAR)
            dated = {"dated": F(figure.parts[0].dated_by)}
            return ["total", _sql(figure.counted(period), dated)]
        case Percentage():
            return ["percent", version_of(figure.part), version_of(figure.whole)]
        case ReturnedFigure():
            return ["returned", figure.agency]
    raise TypeError(figure)


def _sql(records: Any, columns: dict[str, Any]) -> list[Any]:
    cells = {f"cell_{name}": cell for name, cell in columns.items()}
    asked = records.order_by().annotate(**cells).values("pk", *cells)
    sql, parameters = asked.query.sql_with_params()
    return [sql, [str(value) for value in parameters]]
