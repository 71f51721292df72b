"""What stands in the navigation of whom."""

import pytest

from accounts.choices import Role
from thb.navigation import ENTRIES


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
        (Role.SYSTEM_ADMINISTRATOR, "/users/", ["Accounts"]),
    ],
)
def test_each_role_sees_its_own_pages(places, role, address, names):
    assert [str(place.label) for place in places(role, address)] == names


@pytest.mark.parametrize("address", ["/calls/", "/activities/", "/grants/"])
def test_the_place_one_is_in_is_current(places, address):
    shown = places(Role.ADMINISTRATOR, address)

    assert [str(place.label) for place in shown if place.current] == ["Prevention"]


def test_no_two_entries_lead_to_one_page():
    assert len({entry.page for entry in ENTRIES}) == len(ENTRIES)
