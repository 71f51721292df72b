"""Tables are read by column: years at the head, years down the side, totals below."""

import pytest

YEARS = "Indicator\t2018\t2019\tChange\n"
COUNTRIES = """\
Victims by country of exploitation

| Country | 2018 | 2019 |
|---|---|---|
| Turkey | 71 | 54 |
| Qatar | 3 | 16 |
| Iran | 3 | 8 |
| Russia | 16 | 5 |
| UAE | 5 | 2 |
| Azerbaijan | 0 | 3 |
| Not recorded | 0 | 3 |
| Total | 98 | 91 |
"""


def wrong(findings):
    return [one for one in findings if one[0] not in {"matches", "unknown"}]


@pytest.mark.parametrize(
    "text",
    [
        "Indicator\t2018\t2019\tChange\nVictims identified\t98\t91\t−7\n",
        "Göstərici\t2018\t2019\tFərq\nMəhkum edilmişdir\t23\t42\t+19\n",
        "Показатель\t2018 г.\t2019 г.\tИзменение\nОсуждено\t23\t42\t+19\n",
    ],
)
def test_a_number_is_of_the_year_of_its_column(said, text):
    assert [kind for kind, *_rest in said(text)] == ["matches"] * 3


@pytest.mark.parametrize("number", ["98\t98\t−7", "91\t91\t−7", "98\t91\t−9"])
def test_a_wrong_number_in_a_column_is_found(said, number):
    found = said(f"{YEARS}Victims identified\t{number}\n")

    assert [figure for _kind, _quote, figure in wrong(found)] == ["victims.identified"]


def test_a_number_is_of_the_year_of_its_row(said):
    text = "Year\tVictims identified\tConvicted\n2018\t98\t23\n2019\t91\t42\n"

    assert {kind for kind, *_rest in said(text)} == {"matches"}


def test_a_caption_says_what_the_rows_are_cells_of(said):
    assert {kind for kind, *_rest in said(COUNTRIES)} == {"matches"}


def test_a_total_below_its_column_is_added_up(said):
    found = said(COUNTRIES.replace("| 91 |", "| 92 |"))

    assert [kind for kind, *_rest in wrong(found)] == ["sum", "differs"]


def test_the_rates_down_the_side_name_the_cells(said):
    text = "Allowance paid\n\nRate\tPersons\n400 AZN\t20\n700 AZN\t38\nTotal\t58\n"

    assert [figure for _kind, _quote, figure in said(text)] == [
        "400",
        "700",
        "allowances.recipients",
    ]


def test_a_line_without_columns_is_no_table(said):
    assert said("Victims identified – 91") == [("matches", "91", "victims.identified")]


@pytest.mark.parametrize(
    "text",
    [
        (
            f"{'Figure':<60}2019 (change)       2018\n"
            f"{'Accused persons convicted':<60}42 (+19)       23\n"
        ),
        "\t2019\t2018\nAccused persons convicted\t42\t23\n",
    ],
    ids=["aligned by blanks", "no head over the labels"],
)
def test_columns_keep_their_heads(said, text):
    assert wrong(said(text)) == []
    assert {kind for kind, *_rest in said(text)} == {"matches"}
