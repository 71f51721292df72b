"""SDG 16.2.2 is a rate only where the population is known."""

from decimal import Decimal

import pytest

from reports.standards.choices import Level, Standard
from reports.standards.levels import Reader
from reports.standards.making import tables_of
from tests.factories import PopulationFactory


@pytest.fixture
def people(edition):
    """Record four populations of 2019, two and a half million each."""
    for sex in ("F", "M"):
        for age in ("children", "adults"):
            PopulationFactory(sex=sex, age_group=age, value=2_500_000)
    return edition


def rates(edition, code):
    made = tables_of(Standard.SDG, edition)
    table = next(table for table in made.tables if table.code == code)
    shown = Reader(Level.INTERNAL, edition).read(table)
    return {tuple(map(str, row.labels)): row.rate for row in shown.rows}


def test_without_a_population_there_is_no_rate_and_it_is_said_which(edition):
    PopulationFactory(sex="F", age_group="adults")
    made = tables_of(Standard.SDG, edition)

    assert made.missing == (
        "female, 0 to 17 years",
        "male, 0 to 17 years",
        "male, 18 years or over",
    )
    assert rates(edition, "sdg-sex")["Male",] is None


def test_rates_are_per_hundred_thousand_people_half_up(people):
    assert rates(people, "sdg-sex") == {
        ("Female",): Decimal("1.70"),
        ("Male",): Decimal("0.12"),
        ("Other",): None,
        ("Unknown",): None,
        ("Total",): Decimal("0.91"),
    }


def test_a_rate_of_sex_and_age_takes_the_people_of_both(people):
    told = rates(people, "sdg-sex-and-age")

    assert told["Female", "18 years or over"] == Decimal("3.40")
    assert told["Male", "0 to 17 years"] == Decimal("0.04")


def test_a_rate_of_a_form_takes_everybody(people):
    assert rates(people, "sdg-forms")["Forced labour",] == Decimal("0.06")
