"""Each kind of deadline: raised by the records and its term, settled by the records."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from assistance.models import Deadline
from tests.assistance.deadlines.conftest import ago, confirm, due
from tests.factories import (
    AllowanceFactory,
    OrganisationFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    RehabilitationPlanFactory,
    ResidencePermitFactory,
    StatusDecisionFactory,
    VictimFactory,
)

pytestmark = pytest.mark.django_db


def first_met():
    return VictimFactory(first_contact_on=ago(3))


def presumed():
    return StatusDecisionFactory(presumed=True, decided_on=ago(3)).victim


def reflecting():
    return ReflectionPeriodFactory(granted_on=ago(3), ends_on=None).victim


def staying():
    return PlacementFactory(admitted_on=ago(3)).victim


def identified():
    return VictimFactory(identified_on=ago(3))


def promised():
    victim = VictimFactory(identified_on=ago(3))
    return AllowanceFactory(victim=victim, decided_on=ago(2)).victim


def permitted():
    return ResidencePermitFactory(
        applied_on=ago(5), granted_on=ago(3), valid_until=ago(-7)
    ).victim


def nearly_of_age():
    return VictimFactory(age_at_identification=17, identified_on=ago(3))


def planned():
    return RehabilitationPlanFactory(drawn_up_on=ago(3)).victim


def referred():
    return ReferralFactory(referred_on=ago(3)).victim


def returned():
    return PlacementFactory(
        admitted_on=ago(9), left_on=ago(3), exit_reason="family"
    ).victim


def sent_home():
    return ReferralFactory(
        type="family_return",
        outcome="returned",
        referred_on=ago(9),
        completed_on=ago(3),
    ).victim


KINDS = {
    "referral": (first_met, "referral_to_main_department"),
    "identification": (presumed, "identification_decision"),
    "reflection": (reflecting, "reflection_period"),
    "stay": (staying, "shelter_stay"),
    "allowance": (identified, "allowance_payment"),
    "payment": (promised, "allowance_payment"),
    "plan_review": (planned, "plan_review"),
    "outcome": (referred, "referral_outcome"),
    "follow_up_1": (returned, "follow_up_1"),
    "follow_up_4": (sent_home, "follow_up_4"),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_what_the_records_say_is_due_by_the_term(kind):
    made, term = KINDS[kind]
    confirm(term, 5)

    made()

    assert due(kind=kind) == [(kind, 2)]


@every_kind
def test_a_term_without_a_length_raises_nothing(kind):
    made, term = KINDS[kind]
    confirm(term, None)

    made()

    assert due(kind=kind) == []


@every_kind
def test_nothing_is_due_for_a_closed_file(kind):
    made, term = KINDS[kind]
    confirm(term, 5)

    victim = made()
    victim.case_status = "closed"
    victim.save()

    assert due(kind=kind) == []


SETTLED = {
    "referral": [
        lambda victim: StatusDecisionFactory(victim=victim, decided_on=ago(1)),
        lambda victim: ReferralFactory(
            victim=victim, organisation=OrganisationFactory(code="mia_main_department")
        ),
    ],
    "identification": [
        lambda victim: StatusDecisionFactory(
            victim=victim, status="not_confirmed", decided_on=ago(1)
        ),
    ],
    "reflection": [
        lambda victim: victim.reflection_periods.get().void("entered in error"),
    ],
    "stay": [
        lambda victim: victim.placements.update(left_on=ago(1), exit_reason="other"),
    ],
    "allowance": [
        lambda victim: AllowanceFactory(victim=victim, decided_on=ago(1)),
    ],
    "payment": [
        lambda victim: victim.allowances.get().pay(ago(1)),
        lambda victim: victim.allowances.update(status="reversed"),
    ],
    "plan_review": [
        lambda victim: victim.rehabilitation_plans.update(completed_on=ago(1)),
    ],
    "outcome": [
        lambda victim: victim.referrals.update(outcome="completed"),
    ],
    "follow_up_1": [
        lambda victim: PlacementFactory(victim=victim, admitted_on=ago(1)),
    ],
}


@pytest.mark.parametrize(
    ("kind", "settle"),
    [(kind, done) for kind, ways in SETTLED.items() for done in ways],
)
def test_what_the_records_say_is_done_is_not_due(kind, settle):
    made, term = KINDS[kind]
    confirm(term, 5)
    victim = made()

    settle(victim)

    assert due(kind=kind) == []


def test_a_person_whom_the_police_brought_needs_no_referral_to_it():
    VictimFactory(first_contact_on=ago(3), referral_source="police")

    assert due() == []


def test_a_reflection_period_ends_on_the_day_it_says():
    ReflectionPeriodFactory(granted_on=ago(25), ends_on=ago(-6))

    assert due() == [("reflection", 6)]


def test_a_longer_reflection_period_takes_the_place_of_the_first():
    first = ReflectionPeriodFactory(granted_on=ago(30), ends_on=ago(0))
    ReflectionPeriodFactory(victim=first.victim, granted_on=ago(0), ends_on=ago(-20))

    assert due() == [("reflection", 20)]


def test_a_residence_permit_expires_unless_a_newer_one_was_applied_for():
    permitted()
    renewed = permitted()
    ResidencePermitFactory(victim=renewed, applied_on=ago(1))

    assert due() == [("permit", 7)]


def test_a_reviewed_plan_is_due_a_term_after_the_review():
    confirm("plan_review", 5)
    RehabilitationPlanFactory(drawn_up_on=ago(30), reviewed_on=ago(1))

    assert due() == [("plan_review", 4)]


def test_the_18th_birthday_is_due_on_the_first_day_it_can_be():
    confirm("adulthood_warning", 30)
    VictimFactory(age_at_identification=17, identified_on=ago(3))
    VictimFactory(age_at_identification=19, identified_on=ago(3))

    assert due(kind="adulthood") == [("adulthood", -2)]


def test_the_18th_birthday_raises_nothing_while_its_warning_is_not_confirmed():
    VictimFactory(age_at_identification=17, identified_on=ago(3))

    assert due(kind="adulthood") == []


def test_one_return_told_by_two_records_is_followed_up_once():
    confirm("follow_up_1", 5)
    victim = returned()
    ReferralFactory(
        victim=victim, type="family_return", outcome="returned", referred_on=ago(4)
    )

    assert due(kind="follow_up_1") == [("follow_up_1", 2)]


@pytest.mark.parametrize(
    ("unit", "length", "later"), [("hours", 24, 1), ("hours", 25, 2), ("days", 9, 9)]
)
def test_a_term_is_counted_in_its_unit(unit, length, later):
    confirm("shelter_stay", length, unit)
    PlacementFactory(admitted_on=ago(0))

    assert due() == [("stay", later)]


@pytest.mark.parametrize("length", range(12))
@pytest.mark.parametrize("weekday", range(7))
def test_working_days_pass_over_saturday_and_sunday(length, weekday):
    confirm("shelter_stay", length, "working_days")
    first = ago(28 - (weekday - localdate().weekday()) % 7)
    PlacementFactory(admitted_on=first)

    day, left = first, length
    while left or (length and day.weekday() >= 5):
        day += timedelta(days=1)
        left -= day.weekday() < 5
    if length:
        assert Deadline.objects.get().due_on == day


@pytest.mark.parametrize(
    ("left", "reached"), [(61, 0), (60, 1), (31, 1), (30, 2), (14, 3), (0, 3)]
)
def test_a_permit_is_warned_of_sixty_thirty_and_fourteen_days_before(left, reached):
    ResidencePermitFactory(applied_on=ago(5), granted_on=ago(3), valid_until=ago(-left))
    today = localdate()

    found = Deadline.objects.raised_on(today)

    assert [one.warning_number(today) for one in found] == [reached] * (left <= 60)
