"""A referral is answered and taken back at the same moment: one of both is left."""

from datetime import date

import pytest
from django.test import Client

from accounts.choices import Role
from assistance.models import Referral, Sending
from tests.assistance.test_parallel_pages import at_once
from tests.factories import (
    OrganisationFactory,
    SendingFactory,
    ShelterFactory,
    VictimFactory,
)
from tests.shelter import address, hidden
from victims.models import Consent

pytestmark = pytest.mark.usefixtures("committed_db")


@pytest.fixture
def both(user_as):
    """Return a referral, and its sender and its receiver signed in."""
    shelter, agency = ShelterFactory(), OrganisationFactory()
    person = VictimFactory(registered_at=shelter)
    sending = SendingFactory(victim=person, organisation=agency)
    users = (
        user_as(Role.SHELTER_MANAGER, shelter=shelter, username="sender"),
        user_as(Role.ASSISTANCE_WORKER, organisation=agency, username="receiver"),
    )
    clients = []
    for user in users:
        client = Client()
        client.force_login(user)
        clients.append(client)
    return sending, *clients


@pytest.mark.parametrize("round_number", range(3))
def test_accepting_and_taking_back_at_once_leave_one(both, round_number):
    sending, sender, receiver = both
    back = address("assistance:sending_revoke", sending.victim.code, sending.pk)
    accept = address("inbox:accept", sending.pk)

    answers = at_once(
        (sender, back, hidden(sender, back)),
        (receiver, accept, hidden(receiver, accept)),
    )

    state = Sending.objects.get().state
    # one that was accepted first may still be taken back after it
    assert (state, answers) in [
        ("accepted", [200, 302]),
        ("revoked", [200, 302]),
        ("revoked", [302, 404]),
        ("revoked", [302, 302]),
    ]
    assert Referral.objects.count() <= 1


def test_withdrawing_the_consent_and_accepting_at_once_leave_nothing_open(both):
    sending, sender, receiver = both
    code, consent = sending.victim.code, sending.consent
    withdraw = address("victims:consent_change", code, consent.pk)
    accept = address("inbox:accept", sending.pk)
    given = {
        "purpose": "referral",
        "organisation": consent.organisation_id,
        "given_on": "10.1.2019",
        "withdrawn_on": f"{date.today():%d.%m.%Y}",  # noqa: DTZ011 - as typed
    }

    at_once(
        (sender, withdraw, hidden(sender, withdraw) | given),
        (receiver, accept, hidden(receiver, accept)),
    )

    assert Consent.objects.get().withdrawn_on is not None
    assert Sending.objects.get().state == "revoked"


def test_one_form_posted_twice_at_once_sends_one(both):
    sending, sender, _receiver = both
    sending.revoke()
    url = address("assistance:sending_add", sending.victim.code)
    answers = hidden(sender, url) | {"consent": sending.consent_id, "type": "legal"}

    assert at_once((sender, url, answers), (sender, url, answers)) == [302, 302]
    assert Sending.objects.running().count() == 1
