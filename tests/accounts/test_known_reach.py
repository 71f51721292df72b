"""The user of a session comes with how much there is to reach; it shows nobody more."""

import pytest

from accounts import backends
from accounts.choices import Role
from accounts.models import User
from tests.factories import PlacementFactory, ShelterFactory, UserFactory


@pytest.fixture
def shelter(db):
    """Return a shelter with two stays, one of them void."""
    shelter = ShelterFactory()
    PlacementFactory(shelter=shelter)
    PlacementFactory(shelter=shelter).void("entered twice")
    return shelter


def known(user):
    return backends.KnownReach().get_user(user.pk)


@pytest.mark.parametrize(("most", "many"), [(0, True), (1, False)])
def test_a_manager_of_more_stays_than_these_reaches_many(
    shelter, monkeypatch, most, many
):
    monkeypatch.setattr(backends, "MANY_STAYS", most)
    PlacementFactory()

    user = known(UserFactory(role=Role.SHELTER_MANAGER, shelter=shelter))

    assert user.reaches_many is many


@pytest.mark.parametrize("role", set(Role) - {Role.SHELTER_MANAGER})
def test_of_no_other_role_stays_are_counted(shelter, monkeypatch, role):
    monkeypatch.setattr(backends, "MANY_STAYS", 0)

    assert known(UserFactory(role=role, shelter=shelter)).reaches_many is False


def test_nobody_comes_with_a_session_of_an_account_that_is_disabled_or_gone(db):
    user = UserFactory(role=Role.AUDITOR)
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert (known(user), backends.KnownReach().get_user(0)) == (None, None)


def test_the_user_of_a_page_comes_with_it(client, shelter):
    client.force_login(UserFactory(role=Role.SHELTER_MANAGER, shelter=shelter))

    response = client.get("/")

    assert response.wsgi_request.user.reaches_many is False
