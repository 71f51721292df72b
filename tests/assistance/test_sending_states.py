"""The states of a referral to another agency: what follows what, and what it needs."""

import pytest
from django.db import IntegrityError
from django.utils import timezone
from django.utils.timezone import localdate

from assistance.models import Referral, Sending
from tests.assistance.test_sendings import centre, consent, sending
from tests.refused import refused_by, said_of, saved_past_the_form

__all__ = ["centre", "consent", "sending"]


def test_an_accepted_one_makes_the_referral_that_counts(sending, manager):
    sending.accept(manager)

    referral = Referral.objects.get()
    assert (referral.victim, referral.type, referral.organisation) == (
        sending.victim,
        "legal",
        sending.organisation,
    )
    assert (referral.referred_on, sending.referral) == (localdate(), referral)


def test_one_that_waits_or_is_declined_makes_none(sending, manager):
    sending.decline(manager, "no room")

    assert Referral.objects.count() == 0


@pytest.mark.parametrize(
    "path",
    [
        ("decline", "accept"),
        ("revoke", "accept"),
        ("accept", "decline"),
        ("finish",),
        ("accept", "finish", "revoke"),
    ],
    ids="-".join,
)
def test_a_state_follows_only_on_its_own(sending, manager, path):
    def take(step):
        more = {"accept": (manager,), "decline": (manager, "no room")}
        getattr(sending, step)(*more.get(step, ()))

    *first, last = path
    for step in first:
        take(step)

    with pytest.raises(IntegrityError, match=r"does not follow|its_days"):
        take(last)


@pytest.mark.parametrize(
    "facts",
    [
        {"ended_at": timezone.now()},
        {"answered_at": timezone.now()},
        {"state": "accepted"},
        {"state": "revoked", "ended_at": timezone.now()},
    ],
    ids=["ended", "answered", "accepted", "revoked"],
)
def test_a_state_has_its_days(sending, facts):
    with refused_by("sending_state_has_its_days"):
        saved_past_the_form(sending, **facts)
    for name, value in facts.items():
        setattr(sending, name, value)

    assert said_of(sending) == ["The state and its days do not agree."]


def test_declining_needs_a_reason(sending, manager):
    with refused_by("sending_declined_with_reason"):
        sending.decline(manager, "")


def test_only_fields_of_the_list_are_told(sending):
    with refused_by("sending_shared_known_code"):
        saved_past_the_form(sending, shared=["diagnosis"])


def test_what_is_needed_and_answered_is_sealed(sending, manager):
    sending.decline(manager, "no room")

    row = Sending.objects.values("needs", "answer").get()
    assert b"lawyer" not in bytes(row["needs"])
    assert b"no room" not in bytes(row["answer"])
