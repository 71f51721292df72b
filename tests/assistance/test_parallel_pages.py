"""Two people post at the same moment: what the rules allow is left, and no error."""

from threading import Barrier, Thread

import pytest
from django.db import connections
from django.test import Client

from accounts.choices import Role
from assistance.models import Allowance, Placement, Service
from tests.factories import ServiceFactory, ShelterFactory, VictimFactory
from tests.shelter import address, hidden

pytestmark = pytest.mark.usefixtures("committed_db")


@pytest.fixture
def staff(user_as):
    """Return a shelter with one bed, and two signed-in managers of it."""
    shelter = ShelterFactory(capacity=1)
    clients = []
    for name in ("first", "second"):
        user = user_as(Role.SHELTER_MANAGER, shelter=shelter, username=name)
        client = Client()
        client.force_login(user)
        clients.append(client)
    return shelter, clients


def at_once(*posts):
    """Send the posts, each on a connection of its own; return their statuses."""
    start, statuses = Barrier(len(posts)), []

    def send(client, url, answers):
        start.wait()
        statuses.append(client.post(url, answers).status_code)
        connections.close_all()

    threads = [Thread(target=send, args=post) for post in posts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)


def test_one_bed_takes_one_of_two_people(staff):
    shelter, clients = staff
    posts = []
    for client in clients:
        person = VictimFactory(registered_at=shelter)
        url = address("assistance:stay_add", person.code)
        answers = {"shelter": shelter.pk, "admitted_on": "4 6 2019"}
        posts.append((client, url, hidden(client, url) | answers))

    assert at_once(*posts) == [200, 302]
    assert Placement.objects.count() == 1


def test_one_of_two_allowances_is_prepared(staff):
    shelter, clients = staff
    person = VictimFactory(registered_at=shelter, identified_on="2019-01-10")
    url = address("assistance:allowance_add", person.code)
    answers = {"decided_on": "4 6 2019", "recipient": "self", "method": "cash"}
    answers["confirm"] = "1"
    posts = [(client, url, hidden(client, url) | answers) for client in clients]

    assert at_once(*posts) == [200, 302]
    assert Allowance.objects.count() == 1


def test_one_form_posted_twice_at_once_makes_one_record(staff):
    shelter, (client, _other) = staff
    person = VictimFactory(registered_at=shelter)
    url = address("assistance:service_add", person.code)
    answers = hidden(client, url) | {"type": "legal", "provided_on": "4 6 2019"}

    assert at_once((client, url, answers), (client, url, answers)) == [302, 302]
    assert Service.objects.count() == 1


def test_the_second_of_two_edits_at_once_sees_both_values(staff):
    shelter, clients = staff
    person = VictimFactory(registered_at=shelter)
    service = ServiceFactory(victim=person, type="other")
    url = address("assistance:service_change", person.code, service.pk)
    posts = [
        (client, url, hidden(client, url) | {"type": kind})
        for client, kind in zip(clients, ("legal", "medical"), strict=True)
    ]

    assert at_once(*posts) == [302, 409]
