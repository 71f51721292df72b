"""The numbers on top of the analytics: each measure, with as many years before."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise

from reports.analytics.counting import lengths
from reports.analytics.measures import MEASURES, Measure, Selection
from thb.numbers import change, grouped


class Tile(NamedTuple):
    """One number, what it was before, the difference, and the list that it opens."""

    title: str | Promise
    rule: str | Promise
    number: int
    text: str
    change: str
    before: str
    url: str


def tiles(
    selection: Selection, opens: Callable[[Measure], str] | None, threshold: int
) -> list[Tile]:
    """Return a tile for each measure; small numbers below the threshold are hidden."""
    chosen = (selection, selection.before)
    found = iter(
        lengths(
            years.records(measure) for measure in MEASURES.values() for years in chosen
        )
    )
    return [
        tile(measure, next(found), next(found), opens, threshold)
        for measure in MEASURES.values()
    ]


def tile(
    measure: Measure,
    now: int,
    before: int,
    opens: Callable[[Measure], str] | None,
    threshold: int,
) -> Tile:
    """Return the tile of one measure."""
    hidden = min(now, before) < threshold
    return Tile(
        measure.title,
        measure.rule,
        now,
        shown(now, threshold),
        "" if hidden else change(now - before),
        shown(before, threshold),
        opens(measure) if opens is not None and now else "",
    )


def shown(number: int, threshold: int) -> str:
    """Return the number, or that it is smaller than what is shown."""
    return f"<{threshold}" if number < threshold else grouped(number)
