"""The same form posted at the same moment, from connections of their own."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.utils.timezone import localdate

from accounts.choices import Role
from tests.factories.assistance import PlacementFactory
from tests.factories.reference import ShelterFactory
from tests.factories.victims import DependantFactory
from victims.models import Dependant

pytestmark = pytest.mark.urls("tests.accounts.editing_pages")
AT_ONCE = 4


@pytest.fixture
def stay(committed_db):
    return PlacementFactory(shelter=ShelterFactory(), admitted_on=localdate())


def post_at_once(user, address, posts):
    """Return the status and address of each answer, sorted."""
    start, answers = Barrier(len(posts)), []

    def post(sent):
        browser = Client()
        browser.force_login(user)
        start.wait()
        answer = browser.post(address, sent)
        answers.append((answer.status_code, getattr(answer, "url", "")))
        connections.close_all()

    threads = [Thread(target=post, args=[sent]) for sent in posts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


def test_one_form_posted_at_once_makes_one_record(stay, user_as):
    user = user_as(Role.SHELTER_WORKER, shelter=stay.shelter)
    sent = {"code": "D-1", "sex": "F", "submission": str(uuid4())}

    answers = post_at_once(user, f"/add/{stay.victim.code}/", [sent] * AT_ONCE)

    assert answers == [(302, "/back/")] * AT_ONCE
    assert Dependant.objects.count() == 1


def test_of_changes_at_once_one_is_saved_and_the_others_are_conflicts(stay, user_as):
    user = user_as(Role.SHELTER_WORKER, shelter=stay.shelter)
    child = DependantFactory(victim=stay.victim, code="D-9", sex="", birth_date=None)
    sent = [
        {"code": "D-9", "sex": "F", "birth_date": f"{day}.6.2012", "version": 1}
        for day in range(1, AT_ONCE + 1)
    ]

    answers = post_at_once(user, "/change/D-9/", sent)

    child.refresh_from_db()
    assert answers == [(302, "/back/"), *[(409, "")] * (AT_ONCE - 1)]
    assert child.version == 2
