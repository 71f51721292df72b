"""Which record of the list one is, and the page of the list that one comes back to."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.choices import Role
from accounts.lists import position
from tests.factories import (
    CriminalCaseFactory,
    IdentityFactory,
    ShelterFactory,
    VictimFactory,
)

PEOPLE = reverse("victims:list")
POSITION = reverse("lists:position", args=["people"])
HX = {"HX-Request": "true"}


@pytest.fixture
def office(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))


@pytest.fixture
def people(db):
    """Return three women and, between them, a man."""
    sexes = {"A-1": "F", "B-2": "F", "C-3": "M", "D-4": "F"}
    return [VictimFactory(code=code, sex=sex) for code, sex in sexes.items()]


@pytest.fixture
def staff_reach(client, user_as):
    shelter = ShelterFactory()
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=shelter))
    return shelter


def asked(client, code, **parts):
    return client.get(POSITION, {"from": code, **parts}, headers=HX)


def said(client, code):
    return asked(client, code).context["words"]


@pytest.mark.parametrize(
    ("code", "words"),
    [("D-4", "Record 1 of 3"), ("B-2", "Record 2 of 3"), ("A-1", "Record 3 of 3")],
)
def test_a_record_says_its_place_among_those_filtered(
    client, office, people, code, words
):
    client.get(PEOPLE, {"sex": "F"})

    assert said(client, code) == words


def test_the_place_is_that_in_the_order_of_the_list(client, office, people):
    client.get(PEOPLE, {"sort": "code"})

    assert said(client, "A-1") == "Record 1 of 4"


def test_the_place_is_that_among_names_too(client, user_as, staff_reach):
    for code, name in [("A-1", "Əsmər"), ("B-2", "Cəmilə"), ("C-3", "Çinarə")]:
        person = VictimFactory(code=code, registered_at=staff_reach)
        IdentityFactory(victim=person, given_name=name)
    client.get(PEOPLE, {"sort": "name"})

    assert said(client, "C-3") == "Record 2 of 3"


def test_of_very_many_only_the_first_are_counted(client, office, people, monkeypatch):
    monkeypatch.setattr(position, "MOST_COUNTED", 2)
    client.get(PEOPLE, {"sort": "code"})

    assert said(client, "B-2") == "Record 2 of more than 2"
    assert said(client, "D-4") == "After the first 2 records"


def test_a_record_that_left_the_list_says_so(client, office, people):
    client.get(PEOPLE, {"sex": "F"})

    assert said(client, "C-3") == "The record is not in this list any more."


def test_somebody_beyond_reach_has_no_place(client, staff_reach, people):
    VictimFactory(code="E-5", registered_at=staff_reach)
    client.get(PEOPLE)

    assert said(client, "E-5") == "Record 1 of 1"
    assert said(client, "A-1") == "The record is not in this list any more."


def test_without_scripts_the_place_is_said_above_the_record(client, office, people):
    client.get(PEOPLE)
    way = client.get(reverse("assistance:overview", args=["B-2"])).context["way"]

    answer = client.get(way.position)

    assert answer.url == reverse("assistance:overview", args=["B-2"])
    (message,) = get_messages(answer.wsgi_request)
    assert str(message) == "Record 3 of 4"


def test_a_code_that_is_none_leads_to_the_list(client, office, people):
    client.get(PEOPLE, {"sex": "F"})

    assert client.get(POSITION, {"from": "no such/"}).url == f"{PEOPLE}?sex=F"


def test_a_case_has_its_place(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    for number in ("19-0001", "19-0002"):
        CriminalCaseFactory(number=number)
    client.get(reverse("cases:list"), {"sort": "number"})
    address = reverse("lists:position", args=["cases"])

    answer = client.get(address, {"from": "19-0002"}, headers=HX)

    assert answer.context["words"] == "Record 2 of 2"


def many(count):
    return [VictimFactory(code=f"A-{number:02}") for number in range(count)]


def test_a_step_beyond_the_page_turns_the_page_of_the_list(client, office, db):
    many(27)
    client.get(PEOPLE, {"sort": "code"})
    step = reverse("lists:step", args=["people"])

    client.get(step, {"from": "A-24", "to": "next"})

    overview = reverse("assistance:overview", args=["A-25"])
    back = client.get(overview).context["way"].back
    key = client.get(overview).context["victim"].pk
    assert back.endswith(f"#row-{key}")
    assert f'id="row-{key}"' in client.get(back).text


def test_a_step_back_beyond_the_page_turns_it_back(client, office, db):
    people = many(27)
    client.get(PEOPLE, {"sort": "code", "after": people[24].pk})
    step = reverse("lists:step", args=["people"])

    client.get(step, {"from": "A-25", "to": "previous"})

    overview = reverse("assistance:overview", args=["A-24"])
    back = client.get(overview).context["way"].back
    assert f'id="row-{people[24].pk}"' in client.get(back).text
