"""What people wrote in their own words is for those who may know who it is about."""

import pytest

from accounts.choices import Role
from tests.factories import (
    AssignmentFactory,
    ConsentFactory,
    DependantFactory,
    PlacementFactory,
    StatusDecisionFactory,
)
from tests.shelter import address

REASON = "entered twice, she is Gülşənbəyim"
PAGES = ("victims:identification", "assistance:overview", "assistance:history")


@pytest.fixture
def voided(person, shelter):
    """Return a person with records that were voided for a reason that names her."""
    PlacementFactory(victim=person, shelter=shelter).void(REASON)
    StatusDecisionFactory(victim=person).void(REASON)
    return person


def where_told(client, person):
    pages = {name: client.get(address(name, person.code)) for name in PAGES}
    return [name for name, page in pages.items() if REASON in page.text]


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR])
def test_offices_do_not_read_why_a_record_was_voided(client, user_as, voided, role):
    client.force_login(user_as(role))

    assert where_told(client, voided) == []
    assert "void" in client.get(address(PAGES[0], voided.code)).text


def test_the_shelter_reads_why_a_record_was_voided(client, manager, voided):
    assert "victims:identification" in where_told(client, voided)


@pytest.fixture
def centre(client, user_as, person):
    """Sign in a worker of an assistance centre, to whom the person is assigned."""
    user = user_as(Role.ASSISTANCE_WORKER)
    AssignmentFactory(victim=person, user=user)
    ConsentFactory(victim=person, purpose="referral")
    client.force_login(user)


def test_outside_the_shelter_grounds_and_a_childs_birth_date_stay_closed(
    client, centre, person
):
    StatusDecisionFactory(victim=person, grounds="found at the port")
    DependantFactory(victim=person, birth_date="2015-05-05")

    decisions = client.get(address("victims:identification", person.code)).text
    children = client.get(address("assistance:children", person.code)).text

    assert ("found at the port" in decisions, "05.05.2015" in children) == (False,) * 2
