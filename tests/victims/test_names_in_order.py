"""People sorted by given name: opened in memory, by the Azerbaijani alphabet."""

import pytest
from django.urls import reverse

from accounts.choices import Role
from tests.factories import IdentityFactory, VictimFactory
from tests.shelter import queries
from victims import by_name
from victims.models import Identity

LIST = "/people/"
NAMES = ["Xalidə", "İradə", "Çinarə", "Elnur", "Cəmilə", "Əsmər", "Irma", "Həvva"]
IN_ORDER = ["Cəmilə", "Çinarə", "Elnur", "Əsmər", "Həvva", "Xalidə", "Irma", "İradə"]


@pytest.fixture
def people(shelter):
    for name in NAMES:
        person = VictimFactory(registered_at=shelter)
        IdentityFactory(victim=person, given_name=name)


def names(response):
    return [row.cells[1].text for row in response.context["rows"]]


def test_names_stand_in_azerbaijani_order(client, manager, people):
    assert names(client.get(LIST, {"sort": "name"})) == IN_ORDER


def test_the_order_of_names_is_turned_round(client, manager, people):
    assert names(client.get(LIST, {"sort": "-name"})) == IN_ORDER[::-1]


@pytest.mark.parametrize("sort", ["name", "-name"])
def test_whoever_has_no_name_comes_last(client, manager, people, shelter, sort):
    VictimFactory(registered_at=shelter)

    assert names(client.get(LIST, {"sort": sort}))[-1] == "name not known"


def test_pages_by_name_skip_and_repeat_nobody(client, manager, people, monkeypatch):
    monkeypatch.setattr("victims.views.people.VictimList.sizes", (3,))

    first = client.get(LIST, {"sort": "name"})
    newcomer = VictimFactory(registered_at=manager.shelters.get())
    IdentityFactory(victim=newcomer, given_name="Çimnaz")
    after = first.context["page"].following["after"]
    second = client.get(LIST, {"sort": "name", "after": after})
    before = second.context["page"].previous["before"]
    back = client.get(LIST, {"sort": "name", "before": before})

    assert names(first) + names(second) == IN_ORDER[:6]
    assert names(back) == ["Çimnaz", "Çinarə", "Elnur"]


def test_the_next_in_order_of_names(client, manager, people):
    client.get(LIST, {"sort": "name"})
    codes = {one.given_name: one.victim.code for one in Identity.objects.all()}

    answer = client.get(
        reverse("lists:step", args=["people"]), {"from": codes["Çinarə"], "to": "next"}
    )

    assert answer.url == reverse("assistance:overview", args=[codes["Elnur"]])


def test_too_many_names_are_not_sorted_and_it_is_said(
    client, manager, people, monkeypatch
):
    monkeypatch.setattr(by_name, "MOST_SORTED", 3)

    page = client.get(LIST, {"sort": "name"})

    assert names(page) == NAMES[::-1]
    assert "Filter the list to sort by name" in page.text


def test_whoever_sees_no_names_cannot_sort_by_them(client, user_as, people):
    client.force_login(user_as(Role.POLICE_ANALYST))

    by_name, newest = client.get(LIST, {"sort": "name"}), client.get(LIST)

    codes = [[row.code for row in page.context["rows"]] for page in (by_name, newest)]
    assert codes[0] == codes[1]


def test_sorting_by_name_takes_seven_queries(client, manager, people):
    assert queries(client, f"{LIST}?sort=name") == 7
