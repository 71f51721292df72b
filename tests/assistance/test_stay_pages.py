"""Stays: begun, ended, and what the register refuses, in words."""

from datetime import date, timedelta

import pytest

from accounts.choices import Role
from assistance.models import Placement
from tests.factories import PlacementFactory, ShelterFactory, VictimFactory
from tests.refused import must_be_past
from tests.shelter import address, problems, send


@pytest.fixture
def stay(person, shelter):
    return PlacementFactory(
        victim=person, shelter=shelter, admitted_on=date(2019, 6, 4)
    )


def place(client, person, **answers):
    return send(client, address("assistance:stay_add", person.code), **answers)


def leave(client, stay, **answers):
    url = address("assistance:leave", stay.victim.code, stay.pk)
    return send(client, url, **answers)


def test_a_person_is_placed_in_the_shelter_of_the_user(
    client, manager, person, shelter
):
    place(client, person, shelter=shelter.pk, admitted_on="4 6 2019")

    stay = Placement.objects.get()
    assert (stay.victim, stay.shelter, stay.admitted_on) == (
        person,
        shelter,
        date(2019, 6, 4),
    )


def test_a_worker_cannot_choose_a_shelter_of_others(client, user_as, person, shelter):
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))
    other = ShelterFactory()

    response = place(client, person, shelter=other.pk, admitted_on="4 6 2019")

    assert problems(response) == ["Choose one of the answers listed for “Shelter”."]


def test_a_manager_moves_a_person_to_another_shelter_on_one_day(client, manager, stay):
    other = ShelterFactory()
    leave(client, stay, left_on="8 6 2019", exit_reason="other_shelter")

    response = place(client, stay.victim, shelter=other.pk, admitted_on="8 6 2019")

    assert client.get(response.url).status_code == 200
    stays = Placement.objects.order_by("admitted_on").values_list("shelter", "left_on")
    assert list(stays) == [(stay.shelter_id, date(2019, 6, 8)), (other.pk, None)]


def test_the_staff_of_the_other_shelter_reach_who_was_moved_there(
    client, user_as, manager, stay
):
    other = ShelterFactory()
    leave(client, stay, left_on="8 6 2019", exit_reason="other_shelter")
    place(client, stay.victim, shelter=other.pk, admitted_on="8 6 2019")

    client.force_login(user_as(Role.SHELTER_WORKER, shelter=other))

    page = client.get(address("assistance:overview", stay.victim.code))
    assert page.status_code == 200


def test_a_managers_own_shelter_is_chosen_already(client, manager, person, shelter):
    ShelterFactory()

    page = client.get(address("assistance:stay_add", person.code))

    assert page.context["form"]["shelter"].value() == shelter.pk


def test_two_stays_at_once_are_refused_kindly(client, manager, stay, shelter):
    response = place(client, stay.victim, shelter=shelter.pk, admitted_on="5 6 2019")

    assert problems(response) == ["This person already has a stay in these days."]
    assert response.context["form"]["admitted_on"].value() == "5 6 2019"


def test_a_full_shelter_is_refused_kindly(client, manager, stay, shelter):
    shelter.capacity = 1
    shelter.save()
    person = VictimFactory(registered_at=shelter)

    response = place(client, person, shelter=shelter.pk, admitted_on="5 6 2019")

    assert problems(response) == ["The shelter is full on a day of this stay."]


def test_a_stay_ends_with_the_day_and_where_to(client, manager, stay):
    leave(client, stay, left_on="8 6 2019", exit_reason="family")

    stay.refresh_from_db()
    assert (stay.left_on, stay.exit_reason) == (date(2019, 6, 8), "family")


@pytest.mark.parametrize(
    ("left_on", "said"),
    [
        ("3 6 2019", "A person cannot leave before the day of admission."),
        ("1 1 2999", must_be_past("Left on")),
        ("6/25/2019", "“Left on” must have the day first: 4 6 2019 is 4 June 2019."),
        ("", "Fill in “Left on”."),
    ],
)
def test_a_wrong_day_of_leaving_is_refused_kindly(client, manager, stay, left_on, said):
    response = leave(client, stay, left_on=left_on, exit_reason="family")

    assert problems(response) == [said]


def test_which_stay_ends_stands_above_the_form(client, manager, stay):
    url = address("assistance:leave", stay.victim.code, stay.pk)

    above = client.get(url).context["view"].facts

    assert [fact.value for fact in above] == ["Shelter 1", "4 June 2019"]


def test_a_stay_that_ended_cannot_be_ended_again(client, manager, person, shelter):
    stay = PlacementFactory(victim=person, shelter=shelter, ended=True)

    url = address("assistance:leave", person.code, stay.pk)

    assert client.get(url).status_code == 404


def test_the_section_says_since_when_the_person_is_here(
    client, manager, person, shelter
):
    since = date.today() - timedelta(days=11)  # noqa: DTZ011 - a stay of twelve days
    PlacementFactory(victim=person, shelter=shelter, admitted_on=since)

    page = client.get(address("assistance:placement", person.code)).content.decode()

    assert "Here, day 1" in page


def test_an_administrator_sees_stays_and_changes_none(client, user_as, stay):
    client.force_login(user_as(Role.ADMINISTRATOR))
    url = address("assistance:leave", stay.victim.code, stay.pk)

    assert client.get(address("assistance:placement", stay.victim.code)).context[
        "panels"
    ][0]["rows"]
    assert client.get(url).status_code == 403


def test_police_see_no_stays(client, user_as, stay):
    client.force_login(user_as(Role.POLICE_ANALYST))

    url = address("assistance:placement", stay.victim.code)

    assert client.get(url).status_code == 403
