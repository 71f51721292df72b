"""The figures of charts in the years before: as printed, as frozen, as counted since.

A frozen year keeps what it knew of them, so that its charts stay as they were.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models.functions import ExtractYear

from reference.choices import LegalActKind
from reference.models import LegalAct
from reports.checks.outliers import is_counted
from reports.lines import YearFigures
from reports.models import LegacyYear

CHARTED: Final = (
    "offences.trafficking",
    "offences.forced_labour",
    "offences.documents",
    "cases.investigation_completed",
    "accused.sent_to_court",
    "accused.convicted",
    "victims.identified",
)
TOTALS: Final = {
    "accused.sent_to_court": "cumulative.prosecuted",
    "victims.identified": "cumulative.victims",
}
"""The totals since 2005 that are made of one figure, which they tell year by year."""

type ByYear = dict[str, dict[int, int]]


def earlier_values(figures: YearFigures) -> ByYear:
    """Return what is known of the years before the last one: one query."""
    known: ByYear = {code: {} for code in CHARTED}
    printed = LegacyYear.objects.approved().filter(figure__in=CHARTED)
    for code, year, value in printed.values_list("figure", "year", "value"):
        if year < figures.year:
            known[code][year] = int(value)
    if figures.released:
        for code, years in values_in(figures.released.content).items():
            known[code] |= years
    return known


def values_in(content: Mapping[str, Any]) -> ByYear:
    """Return what a frozen year tells of the years to its own."""
    told: Mapping[str, Mapping[str, int]] = content.get("by_year", {})
    return {
        code: {int(year): value for year, value in told.get(code, {}).items()}
        for code in CHARTED
    }


def by_year(figures: YearFigures, known: ByYear) -> ByYear:
    """Return `known` with the years that the figures themselves tell.

    A zero of a year that only print knows says nothing: nobody counted it here.
    """
    return {code: _of(code, figures, known.get(code, {})) for code in CHARTED}


def _of(code: str, figures: YearFigures, known: Mapping[int, int]) -> dict[int, int]:
    added = figures.series.get(TOTALS.get(code, ""), {})
    years = {**known, **{int(year): number for year, number in added.items()}}
    line = figures.lines.get(code)
    if line is None:
        return years
    before = figures.year - 1
    if line.previous is not None and is_counted(figures, before):
        years[before] = int(line.previous) or years.get(before, 0)
    if line.value is not None:
        years[figures.year] = int(line.value)
    return years


def acts_until(year: int) -> list[tuple[int, str]]:
    """Return the confirmed laws of the years to this one: the year and the title."""
    laws = LegalAct.objects.current().filter(
        kind=LegalActKind.LAW, confirmed=True, adopted_on__year__lte=year
    )
    adopted = laws.annotate(adopted_in=ExtractYear("adopted_on"))
    told = adopted.order_by("adopted_on", "pk").values_list(
        "adopted_in", "title", "number"
    )
    return [(year_of, f"{title} {number}".strip()) for year_of, title, number in told]
