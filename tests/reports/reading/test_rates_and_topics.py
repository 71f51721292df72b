"""Payments at a rate, appeals by topic, and what other countries counted."""

import pytest

PAID = {
    "en": "58 victims were paid the allowance. 20 persons received 400 AZN each, in "
    "all {} AZN, and 38 persons 700 AZN each, in all 26,600 AZN.",
    "az": "58 nəfərə müavinət ödənilib. Bunlardan 20 nəfərə hər birinə 400 manat "
    "olmaqla cəmi {} manat, 38 nəfərə hər birinə 700 manat olmaqla cəmi 26 600 manat "
    "verilib.",
    "ru": "Пособие получили 58 человек. По 400 манатов получили 20 человек, всего {} "
    "манатов; по 700 манатов – 38 человек, всего 26 600 манатов.",
}


@pytest.mark.parametrize("text", PAID.values(), ids=PAID)
def test_those_paid_are_cells_of_their_rate(said, text):
    cells = [figure for kind, _quote, figure in said(text.format(8000)) if figure]

    assert cells == ["allowances.recipients", "400", "700"]


@pytest.mark.parametrize("text", PAID.values(), ids=PAID)
def test_persons_times_rate_is_multiplied_again(said, text):
    found = said(text.format(9000))

    assert [one for one in found if one[0] == "sum"] == [("sum", "9000", "")]


def test_a_total_of_two_payments_is_that_of_both(said):
    text = "Пособие: 20 – по 400 манатов, 38 – по 700 манатов, всего выплачено {}."

    kinds = [
        said(text.format(total))[-1][0] for total in ("34 600 манатов", "9 манатов")
    ]
    assert kinds == ["matches", "sum"]


def test_the_rates_themselves_are_no_total(said):
    text = "The allowance for victims was raised from 400 to 700 AZN on 4 June 2019."

    assert {kind for kind, *_rest in said(text)} == {"unknown"}


def test_a_part_of_the_money_is_money(said):
    text = "На 20 проектов НПО выделено 209 тыс. манатов, из них 105 тыс. – приютам."

    assert "grants.amount_azn" in {figure for _kind, _quote, figure in said(text)}


TOPICS = [
    (
        "On the hotline, 6,845 calls were received. 960 calls were about labour.",
        "labour",
    ),
    ("“152” xəttinə 6845 müraciət daxil olub. Təhsil üzrə 989 müraciət.", "education"),
    ("На линию поступило 6845 обращений. По усыновлению – 921.", "adoption"),
]


@pytest.mark.parametrize(("text", "cell"), TOPICS)
def test_an_appeal_is_of_its_topic(said, text, cell):
    assert [(kind, figure) for kind, _quote, figure in said(text)] == [
        ("matches", "calls.received"),
        ("matches", cell),
    ]


def test_topics_named_with_one_number_are_those_of_the_total(said):
    text = "6845 calls received on 152 on labour, education, adoption and other issues."

    assert said(text) == [("matches", "6845", "calls.received")]


ABROAD = [
    "In neighbouring Georgia, the police identified 61 victims in 2019.",
    "Turkish authorities identified 215 victims of trafficking.",
    "Moldovada 341 qurban qeydə alınıb, 61 alverçi məhkum olunub.",
    "В соседней Грузии в 2019 году установлена 61 жертва.",
    "Worldwide 49,000 victims were found. 50 per cent were exploited sexually.",
]


@pytest.mark.parametrize("text", ABROAD)
def test_what_another_country_counted_is_not_compared(said, text):
    assert {kind for kind, *_rest in said(text)} == {"unknown"}


QUIET = [
    "Leyla is one of 91 people recognised as victims of trafficking.",
    "89 were Azerbaijanis; the other two came from Uzbekistan and Tajikistan.",
    "Cinayətlərin sayı: insan alveri cinayətləri – 186.",
    "22 of the children of the victims were sent to kindergartens.",
    "I have 3 children myself, and they go to school.",
    "Hüquq-mühafizə orqanları 4 cinayətkar dəstəni ifşa edib.",
]


@pytest.mark.parametrize("text", QUIET)
def test_no_alarm_is_raised_by(said, text):
    assert {kind for kind, *_rest in said(text)} <= {"matches", "unknown"}
