"""A shelter's worker, terms that somebody has confirmed, and what is due."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from accounts.choices import Role
from assistance.models import Deadline
from reference.models import Term
from tests.factories import PlacementFactory, ShelterFactory


def ago(days):
    """Return the day that many days before today."""
    return localdate() - timedelta(days=days)


def confirm(code, length, unit="days"):
    """Give a term its length."""
    assert Term.objects.filter(code=code).update(length=length, unit=unit) == 1


def due(**asked):
    """Return kind and days left of what is open, the most urgent first."""
    found = Deadline.objects.filter(**asked).order_by("due_on", "pk")
    return [(one.kind, one.days_left(localdate())) for one in found]


@pytest.fixture
def shelter(db):
    """Return a shelter."""
    return ShelterFactory(name="Shelter 1")


@pytest.fixture
def worker(client, user_as, shelter):
    """Return a worker of the shelter, signed in."""
    user = user_as(Role.SHELTER_WORKER, shelter=shelter, username="leyla")
    client.force_login(user)
    return user


@pytest.fixture
def person(shelter):
    """Return somebody who has lived in the shelter for ten days."""
    return PlacementFactory(shelter=shelter, admitted_on=ago(10)).victim
