"""The one-time allowance: once, after identification, and of the amount of the rate."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection, transaction

from assistance.choices import AllowanceStatus
from assistance.models import Allowance, AllowanceRate
from tests.factories import (
    AllowanceFactory,
    AllowanceRateFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.refused import refused_by, said_after, said_of, saved_past_the_form

JUNE_3, JUNE_4, JUNE_5 = date(2019, 6, 3), date(2019, 6, 4), date(2019, 6, 5)
JULY_1 = date(2019, 7, 1)
OLD, NEW = Decimal(400), Decimal(700)


@pytest.mark.parametrize(
    ("paid_on", "amount"), [(JUNE_3, OLD), (JUNE_4, NEW), (JUNE_5, NEW)]
)
def test_the_day_of_payment_decides(db, paid_on, amount):
    allowance = AllowanceFactory(decided_on=date(2019, 5, 30))

    allowance.pay(paid_on)

    allowance.refresh_from_db()
    assert (allowance.amount_azn, allowance.status) == (amount, "paid")


@pytest.mark.parametrize(
    ("decided_on", "amount"), [(JUNE_3, OLD), (JUNE_4, NEW), (JUNE_5, NEW)]
)
def test_while_unpaid_the_day_of_the_decision_decides(db, decided_on, amount):
    allowance = AllowanceFactory(decided_on=decided_on)

    assert allowance.amount_azn == amount


@pytest.mark.parametrize(
    ("deciding_day", "amount"),
    [("paid_on", NEW), ("decided_on", OLD), ("identified_on", OLD)],
)
def test_the_deciding_day_is_a_field_of_the_rate(db, deciding_day, amount):
    AllowanceRate.objects.update(deciding_day=deciding_day)
    allowance = AllowanceFactory(decided_on=JUNE_3)

    allowance.pay(JUNE_5)

    assert allowance.amount_azn == amount


def test_each_rate_has_a_deciding_day_of_its_own(db):
    old = AllowanceRate.objects.get(amount_azn=OLD)
    saved_past_the_form(old, deciding_day="decided_on")
    allowance = AllowanceFactory(decided_on=JUNE_4, paid_on=JUNE_5, status="paid")

    assert allowance.amount_azn == NEW


@pytest.mark.parametrize("amount", [OLD, Decimal("700.01"), None])
def test_another_amount_than_the_rate_is_refused(db, amount):
    with refused_by("allowance_amount_is_the_rate") as refusal:
        AllowanceFactory(decided_on=JUNE_4, amount_azn=amount)

    assert said_after(refusal) == [
        "The amount must be the rate in force on the deciding day."
    ]


@pytest.mark.parametrize(
    "change", [{"amount_azn": 400}, {"decided_on": JUNE_3}, {"paid_on": JUNE_3}]
)
def test_a_paid_allowance_cannot_leave_its_rate(db, change):
    AllowanceRate.objects.filter(amount_azn=OLD).update(deciding_day="decided_on")
    AllowanceRate.objects.filter(amount_azn=NEW).update(deciding_day="paid_on")
    allowance = AllowanceFactory(decided_on=JUNE_4, paid=True)

    if "decided_on" in change:
        AllowanceRate.objects.update(deciding_day="decided_on")
    with refused_by("allowance_amount_is_the_rate"):
        saved_past_the_form(allowance, **change)


def test_a_reversed_allowance_keeps_its_amount(db):
    allowance = AllowanceFactory(decided_on=JUNE_3, paid=True)
    saved_past_the_form(allowance, status="reversed")
    saved_past_the_form(allowance, paid_on=JUNE_5)

    allowance.refresh_from_db()
    allowance.set_amount()

    assert allowance.amount_azn == OLD


def test_a_reversed_allowance_that_counts_again_follows_the_rules(db):
    allowance = AllowanceFactory(reversed=True, decided_on=JUNE_4, amount_azn=OLD)

    with refused_by("allowance_amount_is_the_rate"):
        saved_past_the_form(allowance, status="paid", paid_on=JUNE_5)


def test_a_changed_rate_never_touches_a_paid_amount(db):
    allowance = AllowanceFactory(paid=True)

    AllowanceRate.objects.filter(amount_azn=NEW).update(amount_azn=800)

    allowance.refresh_from_db()
    assert (allowance.amount_azn, allowance.version) == (NEW, 1)


def test_a_paid_allowance_is_saved_again_after_its_rate_changed(db):
    allowance = AllowanceFactory(paid=True)
    AllowanceRate.objects.filter(amount_azn=NEW).update(amount_azn=800)

    allowance.save()

    assert Allowance.objects.get().amount_azn == NEW


def test_a_changed_rate_is_followed_while_unpaid(db):
    allowance = AllowanceFactory()

    AllowanceRate.objects.filter(amount_azn=NEW).update(amount_azn=800)

    allowance.refresh_from_db()
    assert (allowance.amount_azn, allowance.version) == (800, 2)


def test_a_rate_that_ends_for_a_new_one_is_followed_while_unpaid(db):
    allowance = AllowanceFactory(decided_on=JULY_1)

    AllowanceRate.objects.filter(amount_azn=NEW).update(valid_until=date(2019, 6, 30))
    AllowanceRateFactory(kind="one_time", valid_from=JULY_1, amount_azn=900)

    allowance.refresh_from_db()
    assert allowance.amount_azn == 900


def test_another_kind_of_allowance_has_the_amount_that_was_typed(db):
    allowance = AllowanceFactory(kind="other", amount_azn=Decimal(55))

    allowance.pay(JULY_1)

    assert allowance.amount_azn == 55


def test_another_kind_of_allowance_follows_a_rate_of_its_own(db):
    AllowanceRateFactory(kind="other", amount_azn=250)

    with refused_by("allowance_amount_is_the_rate"):
        AllowanceFactory(kind="other", amount_azn=Decimal(55))


# Once


@pytest.mark.parametrize("status", ["pending", "paid"])
def test_a_second_allowance_is_refused(db, status):
    first = AllowanceFactory(status=status, paid_on=JULY_1)
    second = AllowanceFactory.build(
        victim=first.victim, decided_on=date(2020, 1, 9), amount_azn=NEW
    )

    assert said_of(second) == ["This person already has a one-time allowance."]
    with refused_by("allowance_one_unreversed"):
        second.save()


def test_after_a_reversed_allowance_another_is_given(db):
    first = AllowanceFactory(reversed=True)

    assert AllowanceFactory(victim=first.victim, decided_on=date(2020, 1, 9)).pk


def test_a_reversed_allowance_cannot_return_beside_another(db):
    first = AllowanceFactory(reversed=True)
    AllowanceFactory(victim=first.victim, decided_on=date(2020, 1, 9))

    with refused_by("allowance_one_unreversed"):
        saved_past_the_form(first, status="pending")


def test_the_allowance_of_one_day_is_recorded_once(db):
    first = AllowanceFactory(reversed=True)
    again = AllowanceFactory.build(victim=first.victim, amount_azn=NEW)

    assert said_of(again) == ["An allowance of that day is already recorded."]
    with refused_by("allowance_recorded_once"):
        again.save()


# After identification


def test_a_person_who_is_only_presumed_gets_none(db):
    victim = VictimFactory()
    StatusDecisionFactory(victim=victim, presumed=True)

    with refused_by("allowance_after_identification") as refusal:
        AllowanceFactory(victim=victim)

    assert said_after(refusal) == [
        "An allowance needs a formal identification on that day or earlier."
    ]


@pytest.mark.parametrize("field", ["decided_on", "paid_on"])
def test_no_day_of_an_allowance_precedes_the_identification(db, field):
    days = {"decided_on": JULY_1, "paid_on": JULY_1} | {field: JUNE_4}

    with refused_by("allowance_after_identification"):
        AllowanceFactory(victim__identified_on=JUNE_5, **days)


def test_an_allowance_on_the_day_of_identification_is_taken(db):
    assert AllowanceFactory(victim__identified_on=JUNE_5, decided_on=JUNE_5).pk


def test_an_allowance_cannot_go_to_a_person_not_identified(db):
    with refused_by("allowance_after_identification"):
        saved_past_the_form(AllowanceFactory(), victim=VictimFactory())


def test_a_reversed_allowance_needs_no_identification(db):
    victim = VictimFactory()

    allowance = Allowance.objects.create(
        victim=victim, decided_on=JUNE_4, status=AllowanceStatus.REVERSED
    )

    assert allowance.pk


def test_a_void_allowance_may_return_only_by_the_rules(db):
    allowance = AllowanceFactory(decided_on=JUNE_4)
    allowance.void("wrong person")
    allowance.victim.decisions.get().void("wrong person")

    with refused_by("allowance_after_identification"):
        saved_past_the_form(allowance, voided_at=None)


def check_rules(when):
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL {when}")


def test_rules_that_wait_for_the_end_look_at_the_row_as_it_is_then(db):
    """An import writes rows in any order and settles them before it ends."""
    victim = VictimFactory()
    with transaction.atomic():
        check_rules("DEFERRED")
        allowance = Allowance.objects.create(
            victim=victim, decided_on=JUNE_4, amount_azn=OLD
        )
        StatusDecisionFactory(victim=victim)
        saved_past_the_form(allowance, amount_azn=NEW)
        check_rules("IMMEDIATE")

    assert Allowance.objects.get().amount_azn == NEW
