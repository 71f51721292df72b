"""Earlier years as a series, beside the total that the register begins with."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prevention.models import Baseline
from reports.catalogue import FIGURES
from reports.figures import Cumulative
from reports.models import LegacyYear
from reports.models.legacy import FIRST_YEAR
from reports.numbers import Number, exact


class Earlier(NamedTuple):
    """A total before the register, beside the earlier years that are known of it."""

    figure: Cumulative
    through_year: int
    total: Number
    years: dict[int, Number]
    missing: list[int]

    @property
    def sum(self) -> Number:
        """Return what the known years add up to."""
        return exact(sum(map(Decimal, self.years.values()), Decimal()))

    @property
    def holds(self) -> bool:
        """Tell whether nothing contradicts the total: a part of it may be smaller."""
        return self.sum <= self.total if self.missing else self.sum == self.total

    @property
    def is_complete(self) -> bool:
        """Tell whether every year is known, so that the total is checked."""
        return not self.missing


def earlier_totals() -> Iterator[Earlier]:
    """Yield each total before the register with its years."""
    yield from totals_with(by_figure())


def totals_with(known: dict[str, dict[int, LegacyYear]]) -> Iterator[Earlier]:
    """Yield each total before the register with these of its years."""
    baselines = {found.figure: found for found in Baseline.objects.current()}
    for code, figure in FIGURES.items():
        if isinstance(figure, Cumulative) and code in baselines:
            found = baselines[code]
            years = _added(figure, known)
            wanted = range(FIRST_YEAR, found.through_year + 1)
            yield Earlier(
                figure,
                found.through_year,
                exact(found.value),
                {year: years[year] for year in wanted if year in years},
                [year for year in wanted if year not in years],
            )


def by_figure() -> dict[str, dict[int, LegacyYear]]:
    """Return what is recorded of earlier years, by figure and year."""
    found: dict[str, dict[int, LegacyYear]] = defaultdict(dict)
    for one in LegacyYear.objects.current().order_by("year"):
        found[one.figure][one.year] = one
    return found


def _added(
    figure: Cumulative, known: dict[str, dict[int, LegacyYear]]
) -> dict[int, Number]:
    """Return what each year added, where all parts of the total are known of it."""
    parts = [known.get(part.code, {}) for part in figure.parts]
    complete = set.intersection(*map(set, parts))
    return {
        year: exact(sum((part[year].value for part in parts), Decimal()))
        for year in sorted(complete)
    }


def in_runs(years: list[int]) -> str:
    """Return years in short: 2005–2013, 2017."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}\N{EN DASH}{run[-1]}"
        for run in runs
    )
