"""What numbers do to words: Azerbaijani suffixes, Russian and English forms."""

from decimal import Decimal

import pytest

from reports.narrative.grammar import form, in_words, suffixed
from reports.narrative.grammar.azerbaijani import last_word, name_with

ORDERS = [
    "0-cı",
    "1-ci",
    "2-ci",
    "3-cü",
    "4-cü",
    "5-ci",
    "6-cı",
    "7-ci",
    "8-ci",
    "9-cu",
    "10-cu",
    "20-ci",
    "30-cu",
    "40-cı",
    "50-ci",
    "60-cı",
    "70-ci",
    "80-ci",
    "90-cı",
    "100-cü",
    "700-cü",
    "1000-ci",
    "10000-ci",
    "500000-ci",
    "1000000-cu",
    "1000000000-cı",
    "11-ci",
    "26-cı",
    "153-cü",
    "2005-ci",
    "2016-cı",
    "2018-ci",
    "2019-cu",
    "2020-ci",
    "2023-cü",
    "2030-cu",
    "2040-cı",
]
OF_THEM = [
    "0-ı",
    "1-i",
    "2-si",
    "3-ü",
    "4-ü",
    "5-i",
    "6-sı",
    "7-si",
    "8-i",
    "9-u",
    "10-u",
    "20-si",
    "30-u",
    "40-ı",
    "50-si",
    "60-ı",
    "70-i",
    "80-i",
    "90-ı",
    "100-ü",
    "1000-i",
    "1000000-u",
    "91-i",
    "19-u",
    "78-i",
    "54-ü",
    "36-sı",
    "42-si",
]
CASES = [
    "ni:1-i",
    "ni:2-ni",
    "ni:6-nı",
    "ni:9-u",
    "ni:100-ü",
    "nin:1-in",
    "nin:2-nin",
    "nin:6-nın",
    "nin:9-un",
    "nin:100-ün",
    "yə:5-ə",
    "yə:6-ya",
    "yə:2-yə",
    "yə:40-a",
    "yə:9-a",
    "yə:20-yə",
    "də:5-də",
    "də:6-da",
    "də:9-da",
    "dən:10-dan",
    "dən:3-dən",
    "dən:1800-dən",
    "dən:6-dan",
    "nə:78-inə",
    "nə:6-sına",
    "nə:2-sinə",
    "nə:9-una",
]


def with_suffix(number, kind):
    return suffixed(number, Decimal(number), kind, percent=False)


@pytest.mark.parametrize("expected", ORDERS)
def test_an_order_follows_the_last_vowel_as_the_number_is_said(expected):
    assert with_suffix(expected.partition("-")[0], "ci") == expected


@pytest.mark.parametrize("expected", OF_THEM)
def test_so_many_of_them_takes_an_s_after_a_vowel(expected):
    assert with_suffix(expected.partition("-")[0], "si") == expected


@pytest.mark.parametrize("case", CASES)
def test_a_number_takes_the_cases(case):
    kind, _colon, expected = case.partition(":")

    assert with_suffix(expected.partition("-")[0], kind) == expected


def test_a_percentage_takes_the_suffix_of_the_word_for_percent():
    said = suffixed("54,3 %", Decimal("54.3"), "si", percent=True)

    assert said == "54,3 %-i"


def test_a_fraction_is_said_to_its_last_digit():
    assert last_word(Decimal("412.5")) == "beş"


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Türkiyə", "yə", "Türkiyəyə"),
        ("Qətər", "yə", "Qətərə"),
        ("İran", "yə", "İrana"),
        ("Rusiya", "də", "Rusiyada"),
        ("Özbəkistan", "dən", "Özbəkistandan"),
        ("Kipr", "yə", "Kiprə"),
        ("Mali", "yə", "Maliyə"),
        ("Monqolustan", "nin", "Monqolustanın"),
        ("Birləşmiş Ərəb Əmirlikləri", "yə", "Birləşmiş Ərəb Əmirliklərinə"),
        ("Amerika Birləşmiş Ştatları", "də", "Amerika Birləşmiş Ştatlarında"),
        ("Amerika Birləşmiş Ştatları", "nin", "Amerika Birləşmiş Ştatlarının"),
    ],
)
def test_a_country_takes_its_suffix(name, kind, expected):
    assert name_with(name, kind) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "жертв"),
        (1, "жертва"),
        (2, "жертвы"),
        (4, "жертвы"),
        (5, "жертв"),
        (11, "жертв"),
        (12, "жертв"),
        (14, "жертв"),
        (21, "жертва"),
        (22, "жертвы"),
        (91, "жертва"),
        (111, "жертв"),
        (1001, "жертва"),
        (Decimal("54.3"), "жертвы"),
    ],
)
def test_russian_has_three_forms(number, expected):
    assert form(("жертва", "жертвы", "жертв"), number, "ru", rough=False) == expected


@pytest.mark.parametrize(("number", "expected"), [(21, "жертвы"), (22, "жертв")])
def test_about_so_many_stands_in_the_genitive_in_russian(number, expected):
    assert form(("жертва", "жертвы", "жертв"), number, "ru", rough=True) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "persons"), (1, "person"), (21, "persons")]
)
def test_english_has_two_forms(number, expected):
    assert form(("person", "persons"), number, "en", rough=False) == expected


def test_azerbaijani_stays_singular():
    assert form(("nəfər",), 91, "az", rough=False) == "nəfər"


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        (3, "en", "three"),
        (5, "az", "beş"),
        (2, "ru", "два"),
        (11, "en", ""),
        (0, "en", ""),
    ],
)
def test_only_small_numbers_have_words(number, language, expected):
    assert in_words(number, language) == expected
