"""In the list of people: what is due for each, and who has the file in hand."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from accounts.choices import Role
from tests.assistance.deadlines.conftest import ago, confirm
from tests.factories import (
    AssignmentFactory,
    PlacementFactory,
    ShelterFactory,
    StatusDecisionFactory,
    UserFactory,
)
from tests.shelter import queries

LIST = "/people/"


@pytest.fixture
def shelter(db):
    return ShelterFactory(name="Shelter 1", capacity=20)


@pytest.fixture
def worker(client, user_as, shelter):
    user = user_as(Role.SHELTER_WORKER, shelter=shelter, username="leyla")
    client.force_login(user)
    return user


def guest(shelter, days, **facts):
    """Return somebody who came to the shelter so many days ago."""
    stay = PlacementFactory(shelter=shelter, admitted_on=ago(days), **facts)
    return stay.victim


def column(client, label, **asked):
    """Return what the column says of each person, by code."""
    rows = client.get(LIST, asked).context["rows"]
    return {
        row.code: cell.text for row in rows for cell in row.cells if cell.label == label
    }


def test_the_list_says_what_is_due_next(client, worker, shelter):
    confirm("shelter_stay", 30)
    late, today = guest(shelter, 33), guest(shelter, 30)
    later = guest(shelter, 10)

    said = column(client, "Next due")

    assert said[late.code] == "3 days late: Stay in the shelter ends"
    assert said[today.code] == "Today: Stay in the shelter ends"
    assert f"{ago(-20):%d.%m.%Y}" in said[later.code]


def test_of_two_deadlines_the_first_is_said(client, worker, shelter):
    confirm("shelter_stay", 30)
    confirm("identification_decision", 5)
    person = guest(shelter, 20)
    StatusDecisionFactory(victim=person, presumed=True, decided_on=ago(6))

    said = column(client, "Next due")[person.code]

    assert said == "1 day late: Record the decision on status"


def test_a_term_without_a_length_is_due_to_nobody(client, worker, shelter):
    person = guest(shelter, 33)

    assert column(client, "Next due") == {person.code: "–"}


def test_what_is_due_cannot_be_sorted_by(client, worker, shelter):
    headings = client.get(LIST).context["headings"]

    assert [h.sorting for h in headings if h.label in {"Next due", "Worker"}] == [
        None,
        None,
    ]


def test_the_list_says_who_has_the_file_in_hand_today(client, worker, shelter):
    person, other = guest(shelter, 3), guest(shelter, 3)
    nigar = UserFactory(username="nigar")
    AssignmentFactory(victim=person, user=worker)
    AssignmentFactory(victim=person, user=nigar, since=date(2019, 2, 1))
    AssignmentFactory(victim=other, user=worker, until=localdate())

    said = column(client, "Worker")

    assert said == {person.code: f"{worker}, {nigar}", other.code: "–"}


@pytest.mark.parametrize(
    ("due", "days"), [("late", 33), ("today", 30), ("week", 25), ("week", 23)]
)
def test_people_are_found_by_what_is_due(client, worker, shelter, due, days):
    confirm("shelter_stay", 30)
    everybody = {day: guest(shelter, day) for day in {33, 30, days, 10}}

    found = client.get(LIST, {"due": due}).context["rows"]

    assert [row.code for row in found] == [everybody[days].code]


@pytest.mark.parametrize(("whose", "found"), [("mine", 0), ("none", 1)])
def test_people_are_found_by_whose_they_are(client, worker, shelter, whose, found):
    people = [guest(shelter, 3), guest(shelter, 3)]
    AssignmentFactory(victim=people[0], user=worker)

    rows = client.get(LIST, {"in_hand": whose}).context["rows"]

    assert [row.code for row in rows] == [people[found].code]


def test_who_settles_no_deadlines_sees_none(client, user_as, shelter):
    client.force_login(user_as(Role.ADMINISTRATOR))
    confirm("shelter_stay", 30)
    guest(shelter, 33)

    page = client.get(LIST)

    assert "Next due" not in {str(h.label) for h in page.context["headings"]}
    assert not {"due", "in_hand"} & set(page.context["form"].fields)


def test_the_police_see_no_worker(client, user_as, shelter):
    client.force_login(user_as(Role.POLICE_ANALYST))
    AssignmentFactory(victim=guest(shelter, 3))

    assert column(client, "Worker") == {}


def test_the_columns_cost_the_same_for_more_people(client, worker, shelter):
    confirm("shelter_stay", 30)
    AssignmentFactory(victim=guest(shelter, 33), user=worker)
    alone = queries(client, LIST)
    for days in (33, 30):
        AssignmentFactory(victim=guest(shelter, days), user=worker)

    assert queries(client, LIST) == alone


def test_the_summary_says_what_else_is_due(client, worker, shelter):
    confirm("shelter_stay", 30)
    confirm("identification_decision", 5)
    person = guest(shelter, 33)
    StatusDecisionFactory(victim=person, presumed=True, decided_on=ago(6))

    page = client.get(f"/lists/people/quick/{person.code}/")

    said = [(str(cell.label), cell.text) for cell in page.context["cells"]]
    assert ("Next due", "3 days late: Stay in the shelter ends") in said
    assert ("Due too", "1 day late: Record the decision on status") in said


def test_what_is_late_or_due_today_has_its_square(client, worker, shelter):
    confirm("shelter_stay", 30)
    squares = {guest(shelter, day).code: day for day in (33, 30, 10)}

    rows = client.get(LIST).context["rows"]

    said = {
        squares[row.code]: cell.kind
        for row in rows
        for cell in row.cells
        if cell.label == "Next due"
    }
    assert said == {33: "danger", 30: "warn", 10: None}
