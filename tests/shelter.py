"""What the tests of a shelter's pages share: staff, a person, filled forms."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.choices import Role
from tests.factories import IdentityFactory, ShelterFactory, VictimFactory


@pytest.fixture
def shelter(db):
    """Return a shelter."""
    return ShelterFactory(name="Shelter 1")


@pytest.fixture
def person(shelter):
    """Return a person registered by the shelter, with an identity."""
    victim = VictimFactory(code="KM-4821-7", registered_at=shelter)
    IdentityFactory(victim=victim, phone="+994 50 123 45 67")
    return victim


@pytest.fixture
def manager(client, user_as, shelter):
    """Return the shelter's manager, signed in."""
    user = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    client.force_login(user)
    return user


def address(name, *args):
    """Return the address of a page of people or of help."""
    return reverse(name, args=args)


def hidden(client, url, why=""):
    """Return what the form of a page carries unseen: version, key, and the reason why.

    A page over an identity shows its form to who said why.
    """
    page = client.post(url, {"reason": why}) if why else client.get(url)
    form = page.context["form"]
    names = ("version", "submission", *(["reason"] if why else []))
    values = {name: form[name].value() for name in names}
    return {name: str(value) for name, value in values.items() if value is not None}


def send(client, url, why="", **answers):
    """Open a form and post it, as a person does; return the response."""
    return client.post(url, hidden(client, url, why) | answers)


def problems(response):
    """Return what a form said in the way: of the whole form, then of its fields."""
    form = response.context["form"]
    return [error for errors in form.errors.values() for error in errors]


def queries(client, url):
    """Return the number of statements of a page; savepoints are the tests' own."""
    client.get(url)  # what is asked once a process
    with CaptureQueriesContext(connection) as told:
        assert client.get(url).status_code == 200
    return sum("SAVEPOINT" not in query["sql"] for query in told.captured_queries)
