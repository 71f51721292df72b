"""The charts of a year: what they draw, for whom, in which language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from reports.charts.basis import Basis
from reports.charts.listing import charts_of
from reports.editions import draft_of
from tests.factories import LegacyYearFactory, LegalActFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_register")]


def told(chart):
    return {row.label: [cell.text for cell in row.cells] for row in chart.table.rows}


def printed(year, value, figure="victims.identified"):
    """Return a number of an earlier year that a second person approved."""
    return LegacyYearFactory(
        figure=figure,
        year=year,
        value=value,
        approved_by=UserFactory(),
        approved_at=timezone.now(),
    )


def test_women_men_and_children_make_one_bar(drawn):
    assert told(drawn()["people"]) == {
        "women": ["85", "93.4%"],
        "men": ["5", "5.5%"],
        "children": ["1", "1.1%"],
        "Total": ["91", ""],
    }


def test_the_form_of_exploitation_is_told_by_sex(drawn):
    chart = drawn()["forms"]

    assert chart.table.heads == ["Form of exploitation", "female", "male"]
    assert told(chart) == {
        "sexual exploitation": ["85", "0"],
        "forced labour": ["0", "5"],
        "forced begging": ["0", "1"],
    }


def test_who_may_not_see_small_numbers_sees_no_form_by_sex(drawn):
    assert "forms" not in drawn(exact=False)


def test_the_path_says_that_its_steps_overlap(drawn):
    chart = drawn()["path"]

    assert [cells[0] for cells in told(chart).values()] == [
        *("91", "78", "78", "78", "78"),
        *("58", "58", "45", "14"),
    ]
    assert chart.title == "Identified: 91; state shelter: 78; return to the family: 58"
    assert chart.note.startswith("The steps overlap")


def test_those_sent_to_court_in_earlier_years_are_hatched_and_told(drawn):
    chart = drawn()["convicted"]

    assert told(chart)["2019"] == ["27", "27", "42"]
    assert told(chart)["of them, sent to court in earlier years"] == ["", "", "20"]
    assert chart.note == ("Hatched: convicted, but sent to court in earlier years: 20.")


def test_crimes_go_back_as_far_as_a_second_person_approved_them(drawn):
    printed(2017, 142, "offences.trafficking")
    LegacyYearFactory(figure="offences.trafficking", year=2016, value=139)

    assert told(drawn()["articles"]) == {
        "2017": ["142", "–", "–"],
        "2018": ["144", "0", "35"],
        "2019": ["186", "4", "36"],
    }


def test_two_years_make_no_series(drawn):
    assert "years" not in drawn()


def test_the_years_are_drawn_with_their_laws(drawn):
    printed(2016, 70)
    law = {"kind": "law", "adopted_on": "2016-05-06"}
    LegalActFactory(title="On combating trafficking", confirmed=True, **law)
    LegalActFactory(title="Not confirmed", **law)

    chart = drawn()["years"]

    assert chart.summary == "2016: 70, 2017: –, 2018: 98, 2019: 91"
    assert chart.note == "Laws: §1 2016: On combating trafficking"
    assert chart.title == "Identified in 2019: 91"


def test_years_without_a_gap_say_when_most_were_identified(drawn):
    printed(2017, 80)

    assert drawn()["years"].title == "Most were identified in 2018: 98"


def test_a_zero_of_the_register_hides_no_printed_number(drawn):
    printed(2017, 80)

    basis = Basis(draft_of(2018))

    assert basis.years["victims.identified"] == {2017: 80, 2018: 98}


def test_a_year_without_records_has_no_charts():
    basis = Basis(draft_of(2031), exact=True)

    assert [
        chart.code
        for chapter in ("victims", "assistance", "hotline")
        for chart in charts_of(chapter, basis)
    ] == []


def test_the_charts_take_two_queries_more_than_the_figures(drawn):
    basis = Basis(draft_of(2019), exact=True)

    with CaptureQueriesContext(connection) as queries:
        for chapter in (
            "prosecution",
            "victims",
            "assistance",
            "hotline",
            "cumulative",
        ):
            list(charts_of(chapter, basis))

    assert len(queries) == 2


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_chart_has_words_and_a_table_of_what_it_draws(drawn, language):
    printed(2016, 70)
    with override(language):
        for chart in drawn().values():
            numbers = [w.text for w in chart.picture.words if w.tone == "v"]
            listed = [cell.text for row in chart.table.rows for cell in row.cells]

            assert chart.title
            assert chart.summary
            assert chart.source
            assert listed[: len(numbers)] == numbers


def test_the_three_languages_have_other_words(drawn):
    said = set()
    for language in ("az", "en", "ru"):
        with override(language):
            said.add((drawn()["path"].note, drawn()["convicted"].subtitle))

    assert len(said) == 3
