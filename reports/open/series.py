"""The years side by side: what was published of each, and earlier ones from print."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from reports.catalogue import FIGURES
from reports.disclosure.tied_year import OF_PEOPLE
from reports.models import DisclosureRule, LegacyYear, OpenYear

PUBLISHED: Final = "published"
IN_PRINT: Final = "printed"


class YearValue(NamedTuple):
    """What everybody is told of one figure in one year, and where it comes from."""

    year: int
    figure: str
    value: int | None
    hidden: bool
    source: str


def series(figures: Iterable[str]) -> list[YearValue]:
    """Return the values of the figures, year by year; published ones come first."""
    wanted = frozenset(figures)
    found = {(one.figure, one.year): one for one in _printed(wanted)}
    found |= {(one.figure, one.year): one for one in _published(wanted)}
    return sorted(found.values())


def _published(figures: frozenset[str]) -> Iterator[YearValue]:
    for open_year in OpenYear.objects.newest():
        for figure in figures_of(open_year.content):
            if figure["figure"] in figures:
                yield YearValue(
                    open_year.year,
                    figure["figure"],
                    figure["value"],
                    figure["hidden"],
                    PUBLISHED,
                )


def _printed(figures: frozenset[str]) -> Iterator[YearValue]:
    smallest = DisclosureRule.objects.smallest_shown()
    for one in LegacyYear.objects.approved().filter(figure__in=figures):
        people = FIGURES[one.figure].unit in OF_PEOPLE
        hidden = people and one.value < smallest
        value = None if hidden else int(one.value)
        yield YearValue(one.year, one.figure, value, hidden, IN_PRINT)


def figures_of(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the figures of a public document, in the order of the report."""
    for chapter in document["chapters"]:
        yield from chapter["figures"]
