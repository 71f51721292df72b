"""Which charts stand in which chapter; a chart without records is not drawn."""

from collections.abc import Callable, Iterator
from typing import Final

from reports.charts import assistance, hotline, prosecution, since, victims
from reports.charts.basis import Basis, NotToldError
from thb.charts.chart import Chart

CHARTS: Final[dict[str, tuple[Callable[[Basis], Chart | None], ...]]] = {
    "prosecution": prosecution.CHARTS,
    "victims": victims.CHARTS,
    "assistance": assistance.CHARTS,
    "hotline": hotline.CHARTS,
    "cumulative": since.CHARTS,
}


def charts_of(chapter: str, basis: Basis) -> Iterator[Chart]:
    """Yield the charts of a chapter; none of figures that a release does not tell."""
    for draw in CHARTS.get(chapter, ()):
        try:
            chart = draw(basis)
        except NotToldError:
            continue
        if chart is not None:
            yield chart
