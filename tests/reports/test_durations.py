"""How long decisions and stays took: days, medians, who may see them."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils.translation import override

from accounts.choices import Role
from reports.analytics.durations import DECISIONS, STAYS, decisions, stays, years_of
from reports.analytics.measures import Selection
from reports.analytics.page import Analytics
from tests.factories import PlacementFactory, StatusDecisionFactory, VictimFactory

pytestmark = pytest.mark.django_db

DECIDED = date(2019, 3, 1)
YEAR = Selection(2019, 2019)


def decided(days, **facts):
    """Record somebody identified so many days after the first contact."""
    contact = None if days is None else DECIDED - timedelta(days=days)
    victim = VictimFactory(first_contact_on=contact, **facts)
    StatusDecisionFactory(victim=victim, decided_on=DECIDED)
    return victim


def stayed(nights, left=DECIDED, **facts):
    """Record a stay of so many nights."""
    came = left - timedelta(days=nights)
    return PlacementFactory(
        admitted_on=came, left_on=left, exit_reason="family", **facts
    )


def test_the_days_are_counted_from_the_first_contact_to_the_decision():
    for days in (0, 4, 4, 9):
        decided(days)

    found = years_of(decisions(YEAR))[2019]

    assert found.days == {0: 1, 4: 2, 9: 1}
    assert (found.known, found.unknown, found.median) == (4, 0, 4)


def test_half_took_at_most_the_median():
    for days in (1, 2, 30):
        decided(days)

    assert years_of(decisions(YEAR))[2019].median == 2


def test_who_has_no_first_contact_is_told_and_not_drawn():
    decided(5)
    decided(None)

    chart = DECISIONS.draw(YEAR)

    assert chart.summary == "2019: Persons 1; Median, days 5"
    assert chart.note.endswith("First contact not recorded, so not drawn: 1.")


def test_a_year_alone_has_the_year_before_beside_it():
    decided(5)
    before = VictimFactory(first_contact_on="2018-05-01")
    StatusDecisionFactory(victim=before, decided_on="2018-05-09")

    assert [row.label for row in DECISIONS.draw(YEAR).table.rows] == ["2018", "2019"]


def test_where_nothing_is_known_nothing_is_drawn():
    decided(None)

    assert DECISIONS.draw(YEAR) is None
    assert STAYS.draw(YEAR) is None


def test_long_times_are_put_together_so_that_the_line_has_about_forty_places():
    for days in range(0, 400, 3):
        decided(days)

    found = years_of(decisions(YEAR))[2019]

    assert len(found.days) <= 41
    assert sum(found.days.values()) == found.known == 134


def test_a_stay_counts_in_the_year_in_which_it_ended():
    stayed(3)
    stayed(10, left=date(2018, 12, 31))
    PlacementFactory(admitted_on="2019-02-01")

    assert years_of(stays(YEAR))[2019].days == {3: 1}


def test_filters_on_persons_take_their_stays():
    stayed(3)
    stayed(8, victim=VictimFactory(sex="M"))

    found = years_of(stays(Selection(2019, 2019, (("sex", "M"),))))

    assert found[2019].days == {8: 1}


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (Role.ADMINISTRATOR, ["decisions", "stays"]),
        (Role.POLICE_ANALYST, ["decisions"]),
        (Role.POLICE_INVESTIGATOR, []),
    ],
)
def test_stays_are_told_to_who_may_see_them_and_nothing_where_numbers_are_hidden(
    user_as, role, codes
):
    decided(5)
    stayed(3)

    page = Analytics(QueryDict("first=2019&last=2019"), user_as(role))

    assert [chart.code for chart in page.durations] == codes


def test_each_takes_one_query(django_assert_num_queries):
    decided(5)

    with django_assert_num_queries(1):
        DECISIONS.draw(YEAR)


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_words_are_of_the_language(language):
    decided(12)
    said = {
        "az": "İlk təmasdan qərara qədər günlərin medianı, 2019: 12",
        "en": "Median days from the first contact to the decision, 2019: 12",
        "ru": "Медиана дней от первого контакта до решения, 2019: 12",
    }

    with override(language):
        assert DECISIONS.draw(YEAR).title == said[language]
