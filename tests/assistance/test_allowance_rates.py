"""Rates: one for a day, above zero, with an end after the start."""

from datetime import date
from decimal import Decimal

import pytest

from assistance.models import AllowanceRate
from tests.factories import AllowanceRateFactory
from tests.refused import refused_by, said_of


def test_the_register_starts_with_two_rates(db):
    rates = AllowanceRate.objects.values_list("amount_azn", "valid_from", "valid_until")

    assert set(rates) == {
        (Decimal(400), None, date(2019, 6, 3)),
        (Decimal(700), date(2019, 6, 4), None),
    }


WRONG = [
    ({"amount_azn": 0}, "rate_amount_above_zero", "more than 0 AZN"),
    (
        {"kind": "one_time", "valid_from": date(2019, 6, 3)},
        "rate_one_on_a_day",
        "Another rate covers some of these days.",
    ),
]


@pytest.mark.parametrize(("facts", "name", "words"), WRONG)
def test_a_rate_that_makes_the_amount_doubtful_is_refused(db, facts, name, words):
    rate = AllowanceRateFactory.build(**facts)

    assert words in said_of(rate)[0]
    with refused_by(name):
        rate.save()


def test_a_rate_that_ends_before_it_starts_is_refused(db):
    rate = AllowanceRateFactory.build(
        valid_from=date(2019, 6, 4), valid_until=date(2019, 6, 3)
    )

    assert said_of(rate) == ["A rate cannot end before it starts."]
    with refused_by("rate_ends_on_or_after_its_start"):
        rate.save()


def test_a_void_rate_makes_room(db):
    AllowanceRate.objects.get(amount_azn=700).void("of another act")

    assert AllowanceRateFactory(kind="one_time", valid_from=date(2019, 6, 4)).pk


@pytest.mark.parametrize("kind", ["other", "unknown"])
def test_a_kind_without_a_rate_has_no_amount(db, kind):
    assert AllowanceRate.objects.amount_for(kind, date(2019, 6, 4)) is None
