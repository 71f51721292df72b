"""Days as people type and read them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from thb.days import long_day, read_day, spoken_day

FOURTH_OF_JUNE = date(2019, 6, 4)


@pytest.mark.parametrize(
    "typed",
    [
        "4.6.2019",
        "04.06.2019",
        "04/06/2019",
        "4 6 2019",
        "4-6-2019",
        "4 . 6 . 2019",
        "04062019",
        "2019-06-04",
        "2019-6-4",
        " 04.06.2019. ",
    ],
)
@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_day_comes_first_in_every_language(typed, language):
    with translation.override(language):
        assert read_day(typed) == FOURTH_OF_JUNE


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("6/25/2019", "day_first"),
        ("06252019", "day_first"),
        ("4.6.19", "short_year"),
        ("040619", "short_year"),
        ("31.06.2019", "no_such_day"),
        ("29.02.2019", "no_such_day"),
        ("25.25.2019", "no_such_day"),
        ("0.6.2019", "no_such_day"),
        ("4.0.2019", "no_such_day"),
        ("yesterday", "unreadable"),
        ("4 june 2019", "unreadable"),
        ("4.6.0219", "unreadable"),
        ("4.6", "unreadable"),
        ("٤.٦.٢٠١٩", "unreadable"),
    ],
)
def test_what_is_no_day_is_refused_for_what_is_wrong_with_it(typed, code):
    with pytest.raises(ValidationError) as refusal:
        read_day(typed)

    assert refusal.value.code == code


def test_the_last_of_february_exists_in_a_leap_year():
    assert read_day("29.02.2020") == date(2020, 2, 29)


def test_a_day_in_a_text_has_its_month_in_words():
    assert long_day(FOURTH_OF_JUNE) == "4 June 2019"


def test_a_day_is_said_back_with_its_weekday():
    assert spoken_day(FOURTH_OF_JUNE) == "4 June 2019, Tuesday"
