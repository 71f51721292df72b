"""Any register in the format gives what an independent count gives."""

import pytest

from reports.checks import checks_of
from reports.figures import ReturnedFigure
from reports.year import figures_of
from tests.reports.conftest import imported
from tests.reports.counted import as_expected, wrong_lists
from tests.reports.odd_register import OddRegister
from tests.reports.oracle import Oracle

ODD_YEARS = range(2014, 2023)


@pytest.fixture(scope="module", params=range(4))
def odd_register(request, django_db_setup, django_db_blocker, tmp_path_factory):
    folder = OddRegister(request.param).write(tmp_path_factory.mktemp("odd"))
    with django_db_blocker.unblock(), imported(folder):
        yield folder


def test_an_odd_register_gives_what_the_oracle_counts(odd_register):
    counted = {
        year: {
            code: as_expected(line)
            for code, line in figures_of(year).lines.items()
            if not isinstance(line.figure, ReturnedFigure)
        }
        for year in ODD_YEARS
    }

    assert counted == {year: Oracle(odd_register, year).figures() for year in ODD_YEARS}


@pytest.mark.parametrize("year", ODD_YEARS)
def test_no_check_blocks_an_odd_year(odd_register, year):
    failed = [check.code for check in checks_of(figures_of(year)) if check.blocks]

    assert failed == []


@pytest.mark.parametrize("year", ODD_YEARS)
def test_every_list_of_an_odd_year_is_as_long_as_its_figure(odd_register, year):
    assert wrong_lists(year) == []
