"""Numbers of two years in one sentence, and by how much a figure changed."""

import pytest

RIGHT = [
    "The number of those convicted went up from 23 to 42.",
    "Courts convicted 42 people, up from 23.",
    "Məhkum olunanların sayı 23-dən 42-yə yüksəlib.",
    "Qadın qurbanların sayı 82-dən 85-ə yüksəlib.",
    "Количество фактов торговли людьми увеличилось со 144 до 186.",
    "Türkiyədə istismar edilənlər 2018-ci ildəki 71 nəfərdən 54 nəfərə enib.",
    "2018-ci ildə 98, 2019-cu ildə isə 91 qurban müəyyən edilib.",
    "In 2018 98 victims were identified, against 91 in 2019: 7 fewer.",
    "İnsan alveri faktlarının sayı 144-dən 186-ya çatıb, artım 42 olub.",
    "78 victims were placed in the shelter (70 in 2018).",
    "2018-ci illə müqayisədə 91 qurban müəyyən edilib.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_each_number_is_of_its_year(said, text):
    assert {kind for kind, *_rest in said(text)} == {"matches"}


WRONG = [
    ("The number of those convicted went up from 23 to 43.", "43"),
    ("The number of those convicted went up from 42 to 42.", "42"),
    ("Məhkum olunanların sayı 23-dən 44-ə yüksəlib.", "44"),
    ("Количество фактов торговли людьми увеличилось со 144 до 188.", "188"),
    ("In 2018 98 victims were identified, against 91 in 2019: 9 fewer.", "9"),
    ("78 victims were placed in the shelter (78 in 2018).", "78"),
]


@pytest.mark.parametrize(("text", "quote"), WRONG)
def test_a_number_of_another_year_is_found(said, text, quote):
    assert [one[:2] for one in said(text) if one[0] != "matches"] == [
        ("differs", quote)
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Trafficking offences rose from 144 to 186, by 29.2%.", []),
        ("Trafficking offences rose from 144 to 186, by 19.2%.", ["19.2%"]),
        ("Victims identified: 91, 7 fewer than in 2018, or a fall of 8.1%.", ["8.1%"]),
        (
            "78 victims were placed in the shelter, or 87.5% of those identified.",
            ["87.5%"],
        ),
        ("Deported were 8,093 of the 11,564 foreigners, or 80%.", ["80%"]),
        ("On 152, 6,845 calls came in, 1,011 on registration (18.4%).", ["18.4%"]),
    ],
)
def test_a_percentage_is_of_the_numbers_beside_it(said, text, wrong):
    assert [quote for kind, quote, _of in said(text) if kind == "percent"] == wrong
