"""The demo register, and what stands in the charts of its year."""

import pytest

from reports.charts.basis import Basis
from reports.charts.listing import charts_of
from reports.editions import edition_of
from tests.reports.conftest import demo_register

__all__ = ["demo_register"]
CHAPTERS = ("prosecution", "victims", "assistance", "hotline", "cumulative")


@pytest.fixture
def drawn():
    """Return a drawer of the charts of 2019, by their codes."""

    def draw(*, exact=True, number=None):
        basis = Basis(edition_of(2019, number), exact=exact)
        found = [chart for name in CHAPTERS for chart in charts_of(name, basis)]
        return {chart.code: chart for chart in found}

    return draw
