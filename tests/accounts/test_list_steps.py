"""From a record to the next of the list it was opened in, and back to that list."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.choices import Role
from tests.factories import (
    CriminalCaseFactory,
    IdentityFactory,
    ShelterFactory,
    VictimFactory,
)
from tests.shelter import queries

PEOPLE = reverse("victims:list")
STEP = reverse("lists:step", args=["people"])


@pytest.fixture
def shelter(db):
    return ShelterFactory()


@pytest.fixture
def manager(client, user_as, shelter):
    user = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    client.force_login(user)
    return user


@pytest.fixture
def people(shelter):
    """Return three women and, between them, a man."""
    sexes = {"A-1": "F", "B-2": "F", "C-3": "M", "D-4": "F"}
    return [
        VictimFactory(code=code, sex=sex, registered_at=shelter)
        for code, sex in sexes.items()
    ]


def overview(code):
    return reverse("assistance:overview", args=[code])


def step(client, code, to="next", page="assistance:overview"):
    return client.get(STEP, {"from": code, "to": to, "page": page})


@pytest.mark.parametrize(
    ("taken", "beside"),
    [
        (("D-4", "next"), "B-2"),
        (("B-2", "next"), "A-1"),
        (("A-1", "previous"), "B-2"),
        (("B-2", "previous"), "D-4"),
    ],
)
def test_the_step_stays_within_the_filters(client, manager, people, taken, beside):
    client.get(PEOPLE, {"sex": "F"})

    assert step(client, *taken).url == overview(beside)


def test_the_step_goes_in_the_order_of_the_list(client, manager, people):
    client.get(PEOPLE, {"sort": "code"})

    assert step(client, "B-2").url == overview("C-3")


def test_the_step_leads_to_the_same_section(client, manager, people):
    client.get(PEOPLE)

    answer = step(client, "D-4", page="assistance:placement")

    assert answer.url == reverse("assistance:placement", args=["C-3"])


@pytest.mark.parametrize("page", ["", "home", "journal", "users:detail", "no:such"])
def test_a_page_that_is_none_of_the_record_leads_to_its_first(
    client, manager, people, page
):
    client.get(PEOPLE)

    assert step(client, "D-4", page=page).url == overview("C-3")


def test_at_the_end_one_stays_and_is_told(client, manager, people):
    client.get(PEOPLE)

    answer = step(client, "A-1")

    assert answer.url == overview("A-1")
    (message,) = get_messages(answer.wsgi_request)
    assert str(message) == "This is the last of the list."


def test_a_record_that_left_the_list_leads_back_to_it(client, manager, people):
    client.get(PEOPLE, {"sex": "F"})

    assert step(client, "C-3").url == f"{PEOPLE}?sex=F"


def test_somebody_beyond_reach_is_never_the_next(client, manager, people):
    client.get(PEOPLE, {"sort": "-code"})
    VictimFactory(code="C-9")

    assert step(client, "D-4").url == overview("C-3")


def test_the_way_back_restores_filters_and_place(client, manager, people):
    client.get(PEOPLE, {"sex": "F", "after": people[3].pk})

    way = client.get(overview("B-2")).context["way"]

    key = people[1].pk
    assert way.back == f"{PEOPLE}?sex=F&after={people[3].pk}#row-{key}"
    assert f'id="row-{key}"' in client.get(way.back).text


def test_the_way_is_kept_through_a_change_and_back(client, manager, people):
    client.get(PEOPLE, {"sex": "F"})
    client.get(reverse("victims:change", args=["B-2"]))

    assert client.get(overview("B-2")).context["way"].back.startswith(f"{PEOPLE}?sex=F")


def test_a_record_opened_by_itself_has_no_next(client, manager, people):
    way = client.get(overview("B-2")).context["way"]

    assert way == (PEOPLE, "", "", "")
    assert step(client, "B-2").url == PEOPLE


def test_the_next_of_a_search_is_the_next_that_was_found(client, manager, shelter):
    for code, family in [("A-1", "Əliyeva"), ("B-2", "Quliyeva"), ("C-3", "Əliyeva")]:
        person = VictimFactory(code=code, registered_at=shelter)
        IdentityFactory(victim=person, family_name=family)
    client.post(PEOPLE, {"text": "Aliyeva"}, follow=True)

    assert step(client, "C-3").url == overview("A-1")


def test_cases_have_their_way_too(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    for number in ("19-0001", "19-0002"):
        CriminalCaseFactory(number=number)
    client.get(reverse("cases:list"), {"sort": "number"})
    asked = {"from": "19-0001", "to": "next", "page": "cases:accused"}

    answer = client.get(reverse("lists:step", args=["cases"]), asked)

    assert answer.url == reverse("cases:accused", args=["19-0002"])


def test_the_way_costs_the_page_of_a_person_nothing(client, manager, people):
    alone = queries(client, overview("B-2"))
    client.get(PEOPLE)

    assert queries(client, overview("B-2")) == alone
