"""Nobody is reminded of a person beyond reach, nor of what is not his to settle."""

import pytest

from accounts.choices import Role
from assistance.deadlines.kinds import DeadlineKind
from assistance.deadlines.rules import RULES, kinds_for
from assistance.models import Deadline
from tests.assistance.deadlines.conftest import ago, confirm
from tests.factories import (
    AssignmentFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    SuspensionOrderFactory,
)

pytestmark = pytest.mark.django_db


def seen_by(user):
    return [(one.victim, one.kind) for one in Deadline.objects.visible_to(user)]


def test_only_persons_within_reach_are_due(worker, person):
    ReflectionPeriodFactory(victim=person, ends_on=ago(1))
    ReflectionPeriodFactory(ends_on=ago(1))

    assert seen_by(worker) == [(person, "reflection")]


def test_a_suspended_file_reminds_only_those_whom_the_order_names(worker, person):
    ReflectionPeriodFactory(victim=person, ends_on=ago(1))
    SuspensionOrderFactory(victim=person)

    assert seen_by(worker) == []


def test_a_merged_person_is_due_no_more(worker, person):
    ReflectionPeriodFactory(victim=person, ends_on=ago(1))
    person.merged_into = PlacementFactory().victim
    person.save()

    assert list(Deadline.objects.all()) == []


def test_an_assistance_worker_is_reminded_of_his_own_work_only():
    confirm("referral_outcome", 5)
    confirm("shelter_stay", 5)
    mine = AssignmentFactory()
    PlacementFactory(victim=mine.victim, admitted_on=ago(9))
    ReferralFactory(victim=mine.victim, referred_on=ago(9))

    assert seen_by(mine.user) == [(mine.victim, "outcome")]


def test_a_payment_is_the_managers_to_settle(user_as):
    kinds = {role: kinds_for(user_as(role)) for role in Role}

    assert [role for role in Role if "payment" in kinds[role]] == [Role.SHELTER_MANAGER]


def test_every_kind_has_a_form_that_settles_it():
    assert sorted(RULES) == sorted(DeadlineKind)
