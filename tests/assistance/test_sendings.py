"""Referrals between agencies: consent first, the fields agreed, one way on."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from assistance.models import Sending
from tests.factories import (
    ConsentFactory,
    OrganisationFactory,
    SendingFactory,
    SuspensionOrderFactory,
    VictimFactory,
)
from tests.refused import refused_by, said_after, saved_past_the_form
from tests.shelter import address, problems, queries, send
from victims.models import Victim

LEGAL = {"type": "legal", "shared": ["name", "sex"]}


@pytest.fixture
def centre(db):
    return OrganisationFactory(name="Assistance Centre")


@pytest.fixture
def consent(person, centre):
    return ConsentFactory(victim=person, purpose="referral", organisation=centre)


@pytest.fixture
def sending(person, centre, consent):
    return SendingFactory(victim=person, organisation=centre, consent=consent)


def refer(client, person, **answers):
    """Post the form of a referral to an agency."""
    url = address("assistance:sending_add", person.code)
    return send(client, url, **LEGAL | answers)


def test_a_referral_is_sent_with_the_consent_and_the_fields_agreed(
    client, manager, person, consent
):
    refer(client, person, consent=consent.pk)

    sent = Sending.objects.get()
    assert (sent.sender, sent.organisation, sent.shared, sent.state) == (
        manager,
        consent.organisation,
        ["name", "sex"],
        "sent",
    )


def test_without_a_consent_the_page_says_what_comes_first(client, manager, person):
    page = client.get(address("assistance:sending_add", person.code))

    assert "No consent covers a referral yet" in page.text
    assert address("victims:consent_add", person.code) in page.text


def a_consent(person, centre, kind):
    """Return a consent that does not cover a referral of the person to the centre."""
    yesterday = localdate() - timedelta(days=1)
    covering = {"victim": person, "purpose": "referral", "organisation": centre}
    facts = {
        "of another person": {"victim": VictimFactory()},
        "for services": {"purpose": "services"},
        "to another": {"organisation": OrganisationFactory()},
        "withdrawn": {"withdrawn_on": localdate()},
        "run out": {"valid_until": yesterday},
    }
    return ConsentFactory(**covering | facts[kind])


KINDS = ("of another person", "for services", "to another", "withdrawn", "run out")


@pytest.mark.parametrize("kind", KINDS)
def test_the_database_refuses_a_referral_that_no_consent_covers(person, centre, kind):
    consent = a_consent(person, centre, kind)

    with refused_by("sending_consent_covers") as refusal:
        SendingFactory(victim=person, organisation=centre, consent=consent)

    assert said_after(refusal) == [
        "No consent in force covers a referral to this organisation."
    ]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "to another"])
def test_the_form_does_not_offer_a_consent_that_covers_nothing(
    client, manager, person, centre, kind
):
    consent = a_consent(person, centre, kind)

    page = refer(client, person, consent=consent.pk)

    assert problems(page) == ["Choose one of the answers listed for “To whom”."]


def test_a_need_that_is_told_has_words(client, manager, person, consent):
    page = refer(client, person, consent=consent.pk, shared=["needs"])

    assert problems(page) == ["Write what is needed, or do not tick it."]


def test_words_of_a_need_are_told_though_nothing_is_ticked(
    client, manager, person, consent
):
    refer(client, person, consent=consent.pk, needs="A lawyer.")

    assert Sending.objects.get().shared == ["name", "sex", "needs"]


def test_a_second_one_while_the_first_runs_is_refused(
    client, manager, person, consent, sending
):
    page = refer(client, person, consent=consent.pk)

    assert problems(page) == ["Such a referral is already before this organisation."]
    with refused_by("sending_runs_once"):
        SendingFactory(
            victim=person, organisation=consent.organisation, consent=consent
        )


def test_nothing_is_sent_from_a_file_that_is_suspended(person, centre, consent):
    SuspensionOrderFactory(victim=person)

    with refused_by("sending_file_is_open") as refusal:
        SendingFactory(victim=person, organisation=centre, consent=consent)

    assert said_after(refusal) == [
        "Access to the file is suspended: nothing is sent from it."
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Waiting since today"), (1, "Waiting 1 day"), (3, "Waiting 3 days")],
)
def test_the_sender_sees_for_how_long_nobody_has_answered(
    client, manager, sending, days, words
):
    sent_at = timezone.now() - timedelta(days=days)
    saved_past_the_form(sending, sent_at=sent_at)

    page = client.get(address("assistance:referrals", sending.victim.code))

    assert words in page.text


def test_the_overview_says_that_an_answer_is_missing(client, manager, sending):
    saved_past_the_form(sending, sent_at=timezone.now() - timedelta(days=3))

    page = client.get(address("assistance:overview", sending.victim.code))

    assert "waiting 3 days" in page.text


def test_the_sender_takes_it_back(client, manager, sending):
    url = address("assistance:sending_revoke", sending.victim.code, sending.pk)

    send(client, url)

    sending.refresh_from_db()
    assert (sending.state, sending.ended_because) == ("revoked", "sender")
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("accepted", [False, True])
def test_it_ends_when_the_consent_is_withdrawn(sending, manager, accepted):
    if accepted:
        sending.accept(manager)
    sending.consent.withdrawn_on = localdate()
    sending.consent.save()

    sending.refresh_from_db()
    assert (sending.state, sending.ended_because) == ("revoked", "consent")


def test_it_ends_when_the_consent_is_voided(sending):
    sending.consent.void("of another person")

    sending.refresh_from_db()
    assert (sending.state, sending.ended_because) == ("revoked", "consent")


def test_it_ends_when_the_file_is_suspended(sending):
    SuspensionOrderFactory(victim=sending.victim)

    sending.refresh_from_db()
    assert (sending.state, sending.ended_because) == ("revoked", "suspension")


def test_what_was_answered_stays_as_it_is_when_the_consent_ends(sending, manager):
    sending.decline(manager, "no room")

    sending.consent.void("of another person")

    sending.refresh_from_db()
    assert (sending.state, sending.answer) == ("declined", "no room")


def test_it_follows_the_person_when_two_entries_become_one(sending, manager):
    other = Victim.objects.register()

    sending.victim.merge_into(other, "the same person")

    sending.refresh_from_db()
    assert (sending.victim, sending.consent.victim, sending.state) == (
        other,
        other,
        "sent",
    )


@pytest.mark.parametrize("count", [1, 3])
def test_the_section_takes_as_many_queries_for_many(client, manager, person, count):
    SendingFactory.create_batch(count, victim=person)

    assert queries(client, address("assistance:referrals", person.code)) == 7
