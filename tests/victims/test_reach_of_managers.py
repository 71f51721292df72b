"""However a manager's persons are looked up, few first or one by one: the same."""

import pytest

from accounts.choices import Role
from tests.factories import PlacementFactory, ShelterFactory, UserFactory, VictimFactory
from victims.models import Victim


@pytest.fixture
def shelter(db):
    return ShelterFactory()


@pytest.fixture(params=[False, True])
def manager(request, shelter):
    user = UserFactory(role=Role.SHELTER_MANAGER, shelter=shelter)
    user.reaches_many = request.param
    return user


def reached(user):
    return set(Victim.objects.visible_to(user))


def test_a_manager_reaches_who_stayed_here_and_who_was_registered_here(
    shelter, manager
):
    stayed = PlacementFactory(shelter=shelter).victim
    moved = PlacementFactory(victim=VictimFactory(registered_at=shelter)).victim
    waits = VictimFactory(registered_at=shelter)

    assert reached(manager) == {stayed, moved, waits}


def test_who_stays_elsewhere_or_had_a_void_stay_here_is_not_reached(shelter, manager):
    PlacementFactory(shelter=shelter).void("wrong person")
    PlacementFactory()
    VictimFactory()

    assert reached(manager) == set()


def test_of_several_shelters_all_are_reached_and_each_person_once(shelter, manager):
    other = ShelterFactory()
    manager.shelters.add(other)
    victim = VictimFactory(registered_at=shelter)
    PlacementFactory(victim=victim, shelter=other)

    assert list(Victim.objects.visible_to(manager)) == [victim]


def test_a_manager_whose_shelter_is_taken_away_reaches_nobody(shelter, manager):
    PlacementFactory(shelter=shelter)
    VictimFactory()

    manager.shelters.clear()

    assert reached(manager) == set()
