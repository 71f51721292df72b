"""Numbers as the office prints them."""

from decimal import Decimal

import pytest
from django.utils import translation

from thb.numbers import change, grouped, percent


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", "11\N{NO-BREAK SPACE}564"),
        ("ru", "11\N{NO-BREAK SPACE}564"),
        ("en", "11,564"),
    ],
)
def test_thousands_are_apart_as_each_language_has_it(language, text):
    with translation.override(language):
        assert grouped(11564) == text


def test_a_number_below_zero_has_a_minus_and_no_hyphen():
    assert grouped(-1234) == "−1,234"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", "54,3\N{NO-BREAK SPACE}%"),
        ("ru", "54,3\N{NO-BREAK SPACE}%"),
        ("en", "54.3%"),
    ],
)
def test_a_percentage_is_rounded_half_up(language, text):
    with translation.override(language):
        assert percent(Decimal(19) / Decimal(35) * 100) == text


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        (Decimal("0.25"), "0.3%"),
        (Decimal("0.35"), "0.4%"),
        (0.45, "0.5%"),
        (100, "100.0%"),
    ],
)
def test_a_half_is_never_rounded_to_even(exact, text):
    assert percent(exact) == text


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (-7, "(−7)"),
        (2, "(+2)"),
        (0, "(fixed)"),
        (None, ""),
        (1500, "(+1,500)"),
        (Decimal("-5.9"), "(−5.9)"),
    ],
)
def test_a_change_is_written_as_the_office_prints_it(difference, text):
    assert change(difference) == text
