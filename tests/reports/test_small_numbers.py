"""Who sees small numbers in the analytics, and who does not."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Role
from reports.models import DisclosureRule
from tests.cases.posting import errors, post
from tests.factories import ExploitationFactory, VictimFactory
from tests.refused import refused_by, said_of, saved_past_the_form

pytestmark = pytest.mark.django_db

PAGE = reverse("analytics:cases")
TABLE = {"first": 2019, "rows": "destination", "columns": "sex"}


@pytest.fixture
def seen_by(client, user_as):
    """Return a look at the analytics of 2019 by a role."""

    def look(role, **asked):
        client.force_login(user_as(role))
        return client.get(PAGE, TABLE | asked)

    return look


@pytest.fixture(autouse=True)
def register():
    """Enter twelve women and a man in one country, and two women in another."""
    for sex, country, number in (("F", "TUR", 12), ("M", "TUR", 1), ("F", "QAT", 2)):
        for _person in range(number):
            victim = VictimFactory(sex=sex, identified_on=date(2019, 3, 1))
            ExploitationFactory(victim=victim, country=country)


def shown(page):
    table = page.context["page"].table
    return {row.label: [cell.text for cell in row.cells] for row in table.rows()}


def test_an_analyst_sees_them_with_a_warning(seen_by):
    page = seen_by(Role.POLICE_ANALYST)

    assert shown(page)["Qatar"] == ["2", "0", "2"]
    assert "Some numbers here are below 5." in page.text


def test_without_small_numbers_there_is_no_warning(seen_by):
    page = seen_by(Role.POLICE_ANALYST, first=1950, last=1950)

    assert "Some numbers here are below" not in page.text


def test_an_investigator_sees_none_and_can_work_none_out(seen_by):
    page = seen_by(Role.POLICE_INVESTIGATOR)

    assert shown(page) == {
        "others, too few to be shown alone": ["15", "15"],
        "Total": ["15", "15"],
    }
    assert "/analytics/records/" not in page.text
    assert [tile.text for tile in page.context["page"].tiles] == [
        "15",
        "<5",
        "<5",
        "<5",
    ]


def test_an_investigator_gets_no_picture_of_countries_or_months(seen_by):
    page = seen_by(Role.POLICE_INVESTIGATOR)

    assert (page.context["page"].flow, page.context["page"].line) == (None, None)


@pytest.mark.parametrize(
    "asked", [{"sex": "M"}, {"destination": "QAT"}, {"last": 2020}, {"rows": "month"}]
)
def test_an_investigator_cannot_narrow_a_number_down(seen_by, asked):
    page = seen_by(Role.POLICE_INVESTIGATOR, **asked)

    found = page.context["page"]
    assert (found.selection.first, found.selection.last) == (2019, 2019)
    assert found.selection.asked == ()
    assert found.table.crossed.total == 15
    assert "month" not in dict(found.table_form.fields["rows"].choices)


def test_of_a_small_year_an_investigator_sees_no_table(seen_by):
    VictimFactory(identified_on=date(2017, 3, 1))

    page = seen_by(Role.POLICE_INVESTIGATOR, first=2017)

    assert "There are fewer than 5 in this year" in page.text
    assert page.context["page"].table.crossed.total == 0


def test_the_file_of_an_investigator_tells_no_more_than_the_page(client, seen_by):
    seen_by(Role.POLICE_INVESTIGATOR)

    text = client.get(reverse("analytics:download"), TABLE).text

    assert text.splitlines() == [
        'country of exploitation,"others, too few to be shown alone",Total',
        '"others, too few to be shown alone",15,15',
        "Total,15,15",
    ]


def test_the_file_of_an_analyst_equals_the_page(client, seen_by):
    seen_by(Role.POLICE_ANALYST)

    text = client.get(reverse("analytics:download"), TABLE).text

    assert text.splitlines() == [
        "country of exploitation,female,male,Total",
        "Türkiye,12,1,13",
        "Qatar,2,0,2",
        "Total,14,1,15",
    ]


def test_an_administrator_sets_from_which_number_on_everybody_sees_it(
    client, user_as, seen_by
):
    client.force_login(user_as(Role.ADMINISTRATOR))
    post(client, reverse("analytics:small-numbers"), smallest_shown=3, version=1)

    page = seen_by(Role.POLICE_INVESTIGATOR)

    assert page.context["page"].threshold == 3


def test_a_threshold_beyond_reason_is_refused_by_the_form(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))

    answer = post(
        client, reverse("analytics:small-numbers"), smallest_shown=2, version=1
    )

    assert errors(answer) == {"smallest_shown": ["Enter a number from 3 to 20."]}


def test_a_threshold_beyond_reason_is_refused_by_the_database():
    with refused_by("disclosure_smallest_within_reason"):
        saved_past_the_form(DisclosureRule.objects.get(), smallest_shown=2)


def test_a_second_rule_is_refused_by_the_form():
    assert said_of(DisclosureRule()) == ["There is a rule on small numbers already."]


def test_a_second_rule_is_refused_by_the_database():
    with refused_by("disclosure_one_rule"):
        DisclosureRule.objects.create()


def test_without_a_rule_the_usual_number_holds():
    DisclosureRule.objects.get().void("tried")

    assert DisclosureRule.objects.smallest_shown() == 5
