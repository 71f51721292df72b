"""Beds, a stay and filled forms: what the tests of the acts on the board share."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tests.assistance.boards import (
    beds_of,
    lodged,
)
from tests.factories import (
    VictimFactory,
)
from tests.shelter import address, send

TODAY = "{:%d.%m.%Y}"


@pytest.fixture
def beds(shelter):
    """Return three beds of the shelter."""
    return beds_of(shelter, 3)


@pytest.fixture
def stay(beds, person):
    """Return the stay of the person in bed 1."""
    return lodged(beds[0], victim=person)


def today():
    return TODAY.format(localdate())


def newcomer(shelter):
    return VictimFactory(registered_at=shelter)


def came_earlier(stay):
    stay.admitted_on = localdate() - timedelta(days=7)
    stay.save()


def do(client, name, record, **answers):
    return send(client, address(f"beds:{name}", record.pk), **answers)


def place(client, bed, **answers):
    return do(client, "place", bed, **({"admitted_on": today()} | answers))
