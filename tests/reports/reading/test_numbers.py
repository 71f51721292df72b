"""How numbers are read: digits, words, endings, and what is no count."""

from decimal import Decimal

import pytest

from reports.reading.judging import agrees
from reports.reading.mentions import Role, numbers
from reports.reading.roles import give_role
from reports.reading.tokens import tokens


def read(text, language="en"):
    own = list(tokens(text))
    found = list(numbers(own, language))
    for one in found:
        give_role(own, one)
    return found


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("11,564 foreigners", "en", 11564),
        ("11 564 əcnəbi", "az", 11564),
        ("11\N{NO-BREAK SPACE}564 лиц", "ru", 11564),
        ("209.000 manat", "az", 209000),
        ("209'000 manats", "en", 209000),
        ("1.8 thousand people", "en", 1800),
        ("209 тыс. манатов", "ru", 209000),
        ("twenty-seven people", "en", 27),
        ("one hundred and five people", "en", 105),
        ("eleven thousand five hundred and sixty-four", "en", 11564),
        ("on iki nəfər", "az", 12),
        ("yüz qırx iki fakt", "az", 142),
        ("doqquzu qadındır", "az", 9),
        ("двадцать семь человек", "ru", 27),
        ("сорока двух осуждённых", "ru", 42),
        ("двое детей", "ru", 2),
        ("91-i qadın", "az", 91),
    ],
)
def test_a_number_is_read_as(text, language, value):
    assert [one.value for one in read(text, language)][:1] == [value]


def test_two_numbers_joined_by_and_stay_two():
    values = [one.value for one in read("three shelters and five centers")]

    assert values == [3, 5]


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("in 2019", "en", Role.YEAR),
        ("2019-cu ildə", "az", Role.YEAR),
        ("в 2019 году", "ru", Role.YEAR),
        ("4 June", "en", Role.OTHER),
        ("04.06.2019", "en", Role.OTHER),
        ("4 iyun", "az", Role.OTHER),
        ("article 144-1", "en", Role.OTHER),
        ("144-1-ci maddə", "az", Role.OTHER),
        ("по статье 144-1", "ru", Role.OTHER),
        ("№ 123", "ru", Role.OTHER),
        ("the “152” telephone service", "en", Role.OTHER),
        ("hotline 152", "en", Role.OTHER),
        ("15th anniversary", "en", Role.OTHER),
        ("3-cü dəfə", "az", Role.OTHER),
        ("three-quarters of them", "en", Role.OTHER),
        ("15 years", "en", Role.OTHER),
        ("30 лет", "ru", Role.OTHER),
        ("500 dollars", "en", Role.OTHER),
        ("700 AZN", "en", Role.MONEY),
        ("54.3%", "en", Role.PERCENT),
        ("54,3 faiz", "az", Role.PERCENT),
        ("54,3 процента", "ru", Role.PERCENT),
        ("91 victims", "en", Role.COUNT),
        ("91 nəfər", "az", Role.COUNT),
    ],
)
def test_a_number_is_told_by_the_words_beside_it(text, language, role):
    assert {one.role for one in read(text, language)} == {role}


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("about 100 acts", "en", "about"),
        ("more than 1,800 foreigners", "en", "more_than"),
        ("1800-dən çox əcnəbi", "az", "more_than"),
        ("более 1 800 иностранцев", "ru", "more_than"),
        ("91 victims", "en", ""),
    ],
)
def test_how_exactly_a_number_is_said(text, language, said):
    assert read(text, language)[0].said == said


def test_a_row_of_digits_that_no_count_has_is_none():
    assert [one.role for one in read("9" * 40)] == [Role.OTHER]


def test_decimals_are_read_with_a_point_or_a_comma():
    assert [one.value for one in read("54.3 or 54,3")] == [Decimal("54.3")] * 2


def test_a_figure_returned_as_exact_differs_from_a_number_near_it():
    assert not agrees(read("351 people")[0], Decimal(352), "exact")
