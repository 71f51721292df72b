"""The figures equal those of the printed report, and of an independent count."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.catalogue import FIGURES
from reports.checks import checks_of
from reports.choices import Severity
from reports.figures import AnnualFigure, Percentage
from reports.year import figures_of
from tests.factories import AgencyReturnFactory
from tests.reports.counted import as_expected, wrong_lists
from tests.reports.oracle import Oracle

YEARS = (2018, 2019)


@pytest.mark.parametrize("year", YEARS)
def test_the_demo_register_gives_the_expected_figures(demo_register, expected, year):
    figures = figures_of(year)

    known = {
        code: as_expected(line)
        for code, line in figures.lines.items()
        if line.value is not None
    }

    assert known == expected[str(year)]


@pytest.mark.parametrize("year", YEARS)
def test_the_oracle_gives_the_expected_figures_too(expected, demo_register, year):
    counted = Oracle(demo_register, year).figures()

    assert counted == {code: expected[str(year)][code] for code in counted}


def test_every_counted_figure_has_an_oracle(demo_register):
    counted = {c for c, f in FIGURES.items() if hasattr(f, "population")}

    assert counted <= Oracle(demo_register, 2019).figures().keys()


def test_the_year_before_of_2019_is_2018(demo_register):
    now, before = figures_of(2019), figures_of(2018)

    assert {code: line.previous for code, line in now.lines.items()} == {
        code: line.value for code, line in before.lines.items()
    }


def told(year, *codes):
    """Return value, year before and change of the figures."""
    lines = figures_of(year).lines
    return [(lines[c].value, lines[c].previous, lines[c].change) for c in codes]


def test_no_figure_is_compared_with_a_year_before_the_register(demo_register):
    lines = figures_of(2018).lines.values()
    counted = [
        one for one in lines if isinstance(one.figure, AnnualFigure | Percentage)
    ]
    cells = [row for one in counted for name in one.cells for row in one.rows(name)]

    assert told(2018, "victims.identified") == [(98, None, None)]
    assert {(one.previous, one.change) for one in counted} == {(None, None)}
    assert {(row.previous, row.change) for row in cells} == {(None, None)}


def test_a_total_and_a_return_are_compared_with_the_year_before(demo_register):
    AgencyReturnFactory(figure="labour.sites_inspected", year=2017, value=400)
    AgencyReturnFactory(figure="labour.sites_inspected", year=2018, value=410)

    assert told(2018, "cumulative.victims") == [(885, 787, 98)]
    assert told(2018, "labour.sites_inspected") == [(410, 400, 10)]


def test_the_second_year_of_the_register_is_compared_with_the_first(demo_register):
    assert told(2019, "victims.identified", "cumulative.victims") == [
        (91, 98, -7),
        (976, 885, 91),
    ]


def test_a_year_takes_at_most_thirty_queries(demo_register):
    with CaptureQueriesContext(connection) as queries:
        checks_of(figures_of(2019))

    assert len(queries) == 30


@pytest.mark.parametrize("year", YEARS)
def test_every_list_is_as_long_as_its_figure(demo_register, year):
    assert wrong_lists(year) == []


@pytest.mark.parametrize("year", YEARS)
def test_a_counted_figure_counts_as_many_records_as_its_value(demo_register, year):
    lines = figures_of(year).lines.values()
    counted = [line for line in lines if isinstance(line.figure, AnnualFigure)]

    assert [
        line.figure.code
        for line in counted
        if not line.figure.amount and line.records != line.value
    ] == []


def test_only_warnings_are_left_in_2019(demo_register):
    failed = [check for check in checks_of(figures_of(2019)) if not check.passed]

    assert {check.severity for check in failed} == {Severity.WARNS}
