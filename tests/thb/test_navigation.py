"""What stands in the navigation of whom."""

import pytest

from accounts.choices import Role


@pytest.fixture
def places(client, user_as):
    """Return a look at the navigation: `places(role, address)`."""

    def look(role, address):
        client.force_login(user_as(role))
        return client.get(address).context["navigation"]

    return look


@pytest.mark.parametrize(
    ("role", "address", "names"),
    [
        (
            Role.SHELTER_WORKER,
            "/people/",
            ["Work list", "People", "Beds", "Referrals"],
        ),
        (Role.POLICE_ANALYST, "/cases/", ["People", "Cases", "Figures", "Analytics"]),
        (Role.AUDITOR, "/journal/", ["Report", "Journal"]),
        (
            Role.POLICE_INVESTIGATOR,
            "/cases/",
            ["People", "Cases", "Requests for beds", "Analytics"],
        ),
        (
            Role.ADMINISTRATOR,
            "/figures/2019/",
            ["People", "Cases", "Figures", "Approvals", "Prevention", "Administration"],
        ),
        (Role.SYSTEM_ADMINISTRATOR, "/users/", ["Accounts", "Reference data"]),
    ],
)
def test_each_role_sees_its_own_pages(places, role, address, names):
    assert [str(place.label) for place in places(role, address)] == names


@pytest.mark.parametrize("address", ["/calls/", "/activities/", "/grants/"])
def test_the_place_one_is_in_is_current(places, address):
    shown = places(Role.ADMINISTRATOR, address)

    assert [str(place.label) for place in shown if place.current] == ["Prevention"]


@pytest.mark.parametrize(
    ("address", "entry", "page"),
    [
        ("/figures/2019/", "Figures", "Figures"),
        ("/returns/2019/", "Figures", "Returns"),
        ("/returns/baselines/", "Figures", "Totals before the register"),
        ("/earlier-years/", "Figures", "Earlier years"),
        ("/users/", "Administration", "Accounts"),
        ("/register/export/", "Administration", "Import and export"),
        ("/analytics/small-numbers/", "Administration", "Small numbers"),
    ],
)
def test_pages_inside_an_entry_stand_below_it(client, user_as, address, entry, page):
    client.force_login(user_as(Role.ADMINISTRATOR))

    context = client.get(address).context

    for name, expected in (("navigation", entry), ("inside", page)):
        assert [str(p.label) for p in context[name] if p.current] == [expected]


def test_an_entry_with_one_page_to_open_shows_no_pages_inside(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))

    assert client.get("/figures/2019/").context["inside"] == []


def test_the_lists_of_the_first_page_belong_to_cases(places):
    shown = places(Role.POLICE_ANALYST, "/watch/wanted/")

    assert [str(place.label) for place in shown if place.current] == ["Cases"]


@pytest.mark.parametrize("role", Role)
def test_a_role_sees_at_most_six_pages_each_once(places, role):
    addresses = [place.url for place in places(role, "/")]

    assert len(set(addresses)) == len(addresses) <= 6
