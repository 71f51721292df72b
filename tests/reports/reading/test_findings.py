"""What is found in single sentences, in three languages."""

import pytest

RIGHT = [
    "In 2019, 91 victims were identified, compared with 98 in 2018.",
    "Out of 35 wanted persons 19 were detained (54.3%).",
    "Two women were interviewed by 3 journalists over 12 hours.",
    "2019-cu ildə 91 nəfər insan alveri qurbanı kimi müəyyən edilib.",
    "Məhkəməyə verilənlərin sayı 27, məhkum edilənlərin sayı isə 42 olmuşdur.",
    "Türkiyəyə 54 nəfər, Qətərə 16 nəfər aparılaraq istismar edilib.",
    "Выявлено двадцать семь обвиняемых, переданных суду.",
    "В 2019 году выявлена 91 жертва торговли людьми, годом ранее – 98.",
    "Of the identified victims, 12 were students of two schools.",
    "Worldwide, 50,000 victims of trafficking were identified.",
    "In the first half of 2019, 40 victims of trafficking were identified.",
    "Since 2005, 976 victims have been identified, 91 of them in 2019.",
    "The number of identified victims fell by 7 compared with 2018.",
    "The law has 28 articles; article 17 was amended on 4 June 2019.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_there_is_no_alarm_where_nothing_is_wrong(said, text):
    assert [one for one in said(text) if one[0] not in {"matches", "unknown"}] == []


WRONG = [
    ("In 2019, 98 victims were identified.", "98", "victims.identified"),
    ("In 2018, 91 victims were identified.", "91", "victims.identified"),
    ("The shelter took in 87 persons.", "87", "assistance.sheltered"),
    ("Sığınacağa 87 nəfər yerləşdirilib.", "87", "assistance.sheltered"),
    ("В убежище помещены 87 человек.", "87", "assistance.sheltered"),
    ("Since 2005, 967 victims have been identified.", "967", "cumulative.victims"),
    ("Calls received on the hotline: 6,854", "6,854", "calls.received"),
    ("Thirty accused persons were prosecuted.", "Thirty", "accused.sent_to_court"),
    ("Təqsirləndirilən 28 nəfər məhkəməyə verilib.", "28", "accused.sent_to_court"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "figure"), WRONG)
def test_a_number_that_differs_is_found(said, text, quote, figure):
    assert ("differs", quote, figure) in said(text)


def test_two_numbers_in_each_others_place_both_differ(said):
    text = "Courts convicted 27 traffickers, and 42 accused persons were prosecuted."

    assert said(text) == [
        ("differs", "27", "accused.convicted"),
        ("differs", "42", "accused.sent_to_court"),
    ]


def test_a_percentage_is_computed_again(said):
    found = said("Of 35 wanted persons 19, or 53.4%, were detained.")

    assert ("percent", "53.4%", "wanted.detained_percent") in found


def test_a_share_of_a_figure_is_computed_from_the_register(said):
    text = "91 victims were identified. Women were 93.4% of the victims."

    assert [kind for kind, _quote, _figure in said(text)] == ["matches", "matches"]


def test_a_list_in_brackets_is_added_up(said):
    found = said("27 accused persons (22 women, 6 men) were prosecuted.")

    assert ("sum", "22 women, 6 men", "accused.sent_to_court") in found


def test_a_list_of_lines_is_added_up(said):
    found = said("Victims identified: 91\nwomen: 85\nmen: 6\nchildren: 1")

    assert [kind for kind, *_rest in found if kind == "sum"] == ["sum"]


def test_a_list_that_names_only_some_parts_is_no_sum(said):
    text = "Of the 91 identified victims 54 were taken to Turkey and 16 to Qatar."

    assert {kind for kind, *_rest in said(text)} == {"matches"}


def test_a_sentence_that_stands_twice_is_found(said):
    line = "The shelter of the Ministry is open day and night for all who need it."
    found = said(f"{line} Nobody is turned away there. {line}")

    assert found == [("repeated", line, "")]


def test_lines_of_two_years_are_not_a_repetition(said):
    text = (
        "In 2018, 98 victims of human trafficking were identified by the police.\n"
        "In 2019, 91 victims of human trafficking were identified by the police."
    )

    assert {kind for kind, *_rest in said(text)} == {"matches"}


def test_a_total_smaller_than_its_parts_is_unclear(said):
    text = "190 crimes were registered: 186 of human trafficking, 36 with documents."

    assert said(text)[0][0] == "unclear"


def test_a_wrapped_text_is_read_as_one_sentence(said):
    text = (
        "During the year the police and the prosecutors together identified\n"
        "91 victims of human trafficking, and the courts of the country have\n"
        "convicted 42 traffickers."
    )

    assert said(text) == [
        ("matches", "91", "victims.identified"),
        ("matches", "42", "accused.convicted"),
    ]


def test_the_same_text_gives_the_same_findings(said, report):
    assert said(report) == said(report)
