"""Two people and one allowance: what the database keeps between them."""

import pytest
from django.db import connection

from assistance.models import Allowance, AllowanceCorrection
from tests.factories import (
    AllowanceCorrectionFactory,
    AllowanceFactory,
    UserFactory,
)
from tests.refused import refused_by, said_after, said_of, saved_past_the_form

SECOND = "A second person approves: not the one who prepared it."
UNAPPROVED = "The allowance is paid only after a second person has approved it."


def test_whoever_prepared_it_cannot_approve_it(db):
    allowance = AllowanceFactory(prepared=True)

    with refused_by("allowance_approved_by_a_second_person") as refusal:
        allowance.approve(allowance.prepared_by)

    assert said_after(refusal) == [SECOND]


def test_a_form_tells_whoever_prepared_it_that_a_second_person_approves(db):
    allowance = AllowanceFactory(approved=True)
    allowance.approved_by = allowance.prepared_by

    assert said_of(allowance) == [SECOND]


def test_what_nobody_approved_is_not_paid(db):
    allowance = AllowanceFactory(prepared=True)

    with refused_by("allowance_paid_once_approved") as refusal:
        allowance.pay(allowance.decided_on)

    assert said_after(refusal) == [UNAPPROVED]


def test_a_form_tells_that_what_nobody_approved_is_not_paid(db):
    allowance = AllowanceFactory(prepared=True)
    allowance.status, allowance.paid_on = "paid", allowance.decided_on

    assert said_of(allowance) == [UNAPPROVED]


def test_what_is_approved_is_paid(db):
    allowance = AllowanceFactory(approved=True)

    allowance.pay(allowance.decided_on)

    assert Allowance.objects.get().status == "paid"


def test_what_a_file_brought_is_paid_without_a_preparer(db):
    assert AllowanceFactory(paid=True).pk


def test_an_approval_has_a_person_and_a_time(db):
    allowance = AllowanceFactory(approved=True)
    allowance.approved_at = None

    assert "An approval has a person and a time." in said_of(allowance)
    with refused_by("allowance_approved_by_whom_and_when"):
        saved_past_the_form(allowance, approved_at=None)


@pytest.mark.parametrize(
    "change",
    [{"decided_on": "2019-06-12"}, {"order_number": "13"}, {"recipient": "guardian"}],
)
def test_a_change_of_what_was_approved_ends_the_approval(db, change):
    allowance = AllowanceFactory(approved=True)

    saved_past_the_form(allowance, **change)

    allowance.refresh_from_db()
    assert (allowance.approved_by, allowance.approved_at) == (None, None)


def test_another_account_ends_the_approval(db):
    allowance = AllowanceFactory(approved=True, account="AZ11 0001")

    allowance.account = "AZ11 0002"
    allowance.save()

    assert Allowance.objects.get().approved_at is None


def test_another_note_leaves_the_approval(db):
    allowance = AllowanceFactory(approved=True)

    allowance.note = "calls on Monday"
    allowance.save()

    assert Allowance.objects.get().approved_at


def test_a_paid_allowance_cannot_get_another_account(db):
    allowance = AllowanceFactory(approved=True, paid=True)

    allowance.account = "AZ11 0002"
    with refused_by("allowance_paid_once_approved"):
        allowance.save()


def test_who_prepared_it_stays_recorded(db):
    allowance = AllowanceFactory(prepared=True)

    with refused_by("allowance_keeps_its_preparer"):
        saved_past_the_form(allowance, prepared_by=None)


def test_account_and_notes_are_sealed_and_only_the_last_digits_shown(db):
    AllowanceFactory(account="AZ77 1234 5678", note="calls on Monday")

    with connection.cursor() as cursor:
        cursor.execute("SELECT account, note FROM assistance_allowance")
        told = b"".join(map(bytes, cursor.fetchone()))
    assert (b"5678" in told, b"Monday" in told) == (False, False)
    assert Allowance.objects.get().masked_account == "•••• 5678"


def test_an_allowance_prepared_anew_waits_again(db):
    allowance = AllowanceFactory(prepared=True)
    allowance.give_back(UserFactory(), "the order has no number")
    assert list(Allowance.objects.waiting()) == []

    allowance.prepare(UserFactory())
    allowance.save()

    assert list(Allowance.objects.waiting()) == [allowance]


# Taking back


def test_whoever_asked_for_a_correction_cannot_approve_it(db):
    correction = AllowanceCorrectionFactory()
    said = "A second person approves: not the one who asked for it."

    with refused_by("correction_approved_by_a_second_person") as refusal:
        correction.approve(correction.asked_by)

    assert said_after(refusal) == [said]
    correction.approved_by = correction.asked_by
    assert said in said_of(correction)


def test_one_correction_waits_at_a_time(db):
    first = AllowanceCorrectionFactory()
    second = AllowanceCorrectionFactory.build(
        allowance=first.allowance, asked_by=first.asked_by
    )

    assert said_of(second) == [
        "A correction of this allowance waits for approval already."
    ]
    with refused_by("correction_one_waiting"):
        second.save()


def test_the_approval_of_a_correction_has_a_person_and_a_time(db):
    correction = AllowanceCorrectionFactory()
    correction.approved_by = UserFactory()

    assert said_of(correction) == ["An approval has a person and a time."]
    with refused_by("correction_approved_by_whom_and_when"):
        correction.save()


@pytest.mark.parametrize(
    ("kind", "status"), [("void", "paid"), ("reverse", "reversed")]
)
def test_an_approved_correction_takes_the_allowance_back(db, kind, status):
    correction = AllowanceCorrectionFactory(kind=kind)

    correction.approve(UserFactory())

    allowance = Allowance.objects.get()
    assert (allowance.status, allowance.amount_azn) == (status, 700)
    assert allowance.void_reason == "paid to another person"
    assert list(Allowance.objects.unreversed()) == []


def test_a_correction_of_a_void_allowance_waits_for_nobody(db):
    correction = AllowanceCorrectionFactory()

    correction.allowance.void("entered twice")

    assert list(AllowanceCorrection.objects.waiting()) == []
