"""Where the totals of a year begin: at the last frozen year, else at the baseline."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from prevention.models import Baseline
from reports.models import Release
from reports.numbers import Number, exact
from reports.releases.canonical import number


@dataclass(frozen=True, slots=True)
class Start:
    """A total through a year, counted before or frozen; `series` has its years.

    `release` is the release that froze it; None for what was before the register.
    """

    through_year: int
    value: Number
    release: Release | None = None
    series: Mapping[int, int] = field(default_factory=dict)


def starts_of(year: int) -> dict[str, Start]:
    """Return where each cumulative figure of the year begins, by its code."""
    return starts_after(Release.objects.last_before(year))


def starts_after(release: Release | None) -> dict[str, Start]:
    """Return where each begins, after this frozen year; the later of two starts."""
    starts = {
        found.figure: Start(found.through_year, exact(found.value))
        for found in Baseline.objects.current()
    }
    if release is None:
        return starts
    for code, series in release.content["series"].items():
        value = number(release.content["figures"][code]["value"])
        before = starts.get(code)
        if value is None or (before and before.through_year > release.year):
            continue
        years = {int(year): added for year, added in series.items()}
        starts[code] = Start(release.year, value, release, years)
    return starts
