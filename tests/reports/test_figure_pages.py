"""What the pages of a year tell: an empty year, totals, charts and capitals."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.translation import override

from accounts.choices import Role
from prevention.models import Baseline
from reports.charts.basis import Basis
from reports.charts.listing import charts_of
from reports.checks import checks_of
from reports.editions import draft_of
from reports.year import figures_of
from tests.factories import CallFactory

pytestmark = pytest.mark.django_db

NOTHING = "Nothing is recorded for 2030."


@pytest.fixture
def office(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))
    return client


def year_page(client, year):
    return client.get(reverse("reports:year", args=[year])).text


def test_a_year_without_records_says_that_its_zeros_are_no_records(office):
    assert NOTHING in year_page(office, 2030)


def test_a_year_with_one_record_is_told_as_it_is(office):
    CallFactory(received_on="2019-03-01")

    assert "Nothing is recorded" not in year_page(office, 2019)


def test_those_wanted_since_earlier_years_do_not_fill_a_year(demo_register):
    figures = figures_of(2030)

    assert figures.value("wanted.total") > 0
    assert figures.is_empty


def test_a_total_since_2005_says_what_it_is_made_of(office, demo_register):
    page = office.get(reverse("reports:figure", args=[2019, "cumulative.victims"]))

    assert (
        "976 in all: 787 through 2017, counted before the register, and the 189"
        in page.text
    )


def charts(chapter):
    return list(charts_of(chapter, Basis(draft_of(2019), exact=True)))


def test_only_a_sum_is_drawn_as_the_last_row_of_a_chart(office, demo_register):
    summed = {
        chapter: charts(chapter)[0].table.is_summed
        for chapter in ("victims", "assistance")
    }
    page = year_page(office, 2019)

    assert summed == {"victims": True, "assistance": False}
    assert page.count('class="table plain summed"') == 4
    assert page.count('class="table plain"') == 5


def test_a_chart_shows_its_labels_whole(office, demo_register):
    with override("az"):
        chart = charts("hotline")[0]
        drawn = [words.text for words in chart.picture.words if words.tone == "l"]

        assert drawn == [row.label for row in chart.table.rows if not row.is_total]


def test_a_check_is_headed_in_azerbaijani_letters(demo_register):
    with override("az"):
        failed = [str(c.title) for c in checks_of(figures_of(2019)) if not c.passed]

    assert failed[0] == (
        "İstismar ölkəsi (insan alverindən zərər çəkmiş şəxs kimi müəyyən edilib):"
        " cəmi 88, göstərici isə 91"
    )


def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path):
    place = tmp_path / "missing" / "figures.csv"

    with pytest.raises(CommandError, match="cannot be written: No such file"):
        call_command("annual_figures", "2019", format="csv", output=place)


def outliers(year):
    checks = [one for one in checks_of(figures_of(year)) if one.kind == "outlier"]
    return [one.code for one in checks if not one.passed]


def test_the_first_year_of_the_register_is_not_compared_with_the_one_before(
    demo_register,
):
    assert outliers(2018) == []


def test_a_later_year_is_compared_with_the_one_before(demo_register):
    assert "outlier.groups.members" in outliers(2019)


def test_without_a_total_from_before_every_year_is_compared(demo_register):
    for total in Baseline.objects.current():
        total.void("Entered for a test.")

    assert "outlier.victims.identified" in outliers(2018)


def test_a_return_that_did_not_come_is_not_called_unexplained(office):
    page = office.get(reverse("reports:year", args=[2030]))
    rows = [row for table in page.context["chapters"] for row in table.rows]
    returned = {row.state for row in rows if row.source == "returned"}

    assert returned == {("", "not returned")}


def test_women_of_any_age_are_told_from_adult_women(office, demo_register):
    page = office.get(reverse("reports:year", args=[2019]))
    rows = [row for table in page.context["chapters"] for row in table.rows]
    start = next(n for n, row in enumerate(rows) if row.url.endswith("identified/"))
    titles = [row.title for row in rows[start + 1 : start + 6]]

    assert titles == ["women", "men", "children", "sex: female", "sex: male"]


def test_each_chart_of_the_year_says_what_it_finds(demo_register):
    titles = {
        chart.code: chart.title
        for chapter in ("prosecution", "victims")
        for chart in charts(chapter)
    }

    assert titles["people"] == "Most of those identified: women"
    assert titles["citizenships"] == "The most frequent citizenship: Azerbaijan"
    assert titles["wanted"] == "Detained of those wanted: 54.3%"
    assert titles["convicted"] == "Convicted in the year: 42"
