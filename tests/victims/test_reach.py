"""Which persons each role reaches."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from accounts.choices import Role
from assistance.models import DependantService, Service
from cases.models import CaseVictim, CriminalCase
from tests.factories import (
    AssignmentFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    DependantServiceFactory,
    PlacementFactory,
    ServiceFactory,
    ShelterFactory,
    SuspensionOrderFactory,
    UserFactory,
    VictimFactory,
)
from victims.models import Victim


def reaches(user, victim):
    return Victim.objects.visible_to(user).filter(pk=victim.pk).exists()


def days_ago(days):
    return localdate() - timedelta(days=days)


@pytest.fixture
def shelter(db):
    return ShelterFactory()


@pytest.fixture
def worker(shelter):
    return UserFactory(role=Role.SHELTER_WORKER, shelter=shelter)


@pytest.fixture(params=["few", "many"])
def manager(request, shelter):
    """Return a manager; whether few or many are reached changes nobody's reach."""
    user = UserFactory(role=Role.SHELTER_MANAGER, shelter=shelter)
    user.reaches_many = request.param == "many"
    return user


def stayed(shelter, left_on, **facts):
    """Return a person who came 200 days ago and left on a day."""
    came = days_ago(200)
    stay = PlacementFactory(shelter=shelter, admitted_on=came, left_on=left_on, **facts)
    return stay.victim


def test_a_worker_reaches_a_person_who_stays_now(shelter, worker):
    assert reaches(worker, stayed(shelter, None))


@pytest.mark.parametrize(("days", "reached"), [(0, True), (90, True), (91, False)])
def test_a_worker_reaches_a_person_for_90_days_after_leaving(
    shelter, worker, days, reached
):
    assert reaches(worker, stayed(shelter, days_ago(days))) is reached


def test_a_manager_reaches_all_who_ever_stayed(shelter, manager):
    assert reaches(manager, stayed(shelter, days_ago(150)))


@pytest.mark.parametrize("role", [Role.SHELTER_WORKER, Role.SHELTER_MANAGER])
def test_a_stay_elsewhere_is_not_reached(shelter, role):
    user = UserFactory(role=role, shelter=shelter)

    assert not reaches(user, stayed(ShelterFactory(), None))


@pytest.mark.parametrize("role", [Role.SHELTER_WORKER, Role.SHELTER_MANAGER])
def test_a_void_stay_gives_no_reach(shelter, role):
    user = UserFactory(role=role, shelter=shelter)
    victim = stayed(shelter, None)
    victim.placements.get().void("wrong person")

    assert not reaches(user, victim)


def test_a_worker_reaches_a_person_registered_here_who_waits(shelter, worker):
    assert reaches(worker, VictimFactory(registered_at=shelter))


def test_a_worker_does_not_reach_a_person_registered_here_but_placed_elsewhere(
    shelter, worker
):
    victim = VictimFactory(registered_at=shelter)
    PlacementFactory(victim=victim)

    assert not reaches(worker, victim)


def test_placed_elsewhere_after_a_stay_here_counts_as_elsewhere(shelter, worker):
    victim = VictimFactory(registered_at=shelter)
    stayed(shelter, days_ago(150), victim=victim)
    PlacementFactory(victim=victim, admitted_on=days_ago(150))

    assert not reaches(worker, victim)


def test_a_void_stay_elsewhere_is_no_stay_elsewhere(shelter, worker):
    victim = VictimFactory(registered_at=shelter)
    PlacementFactory(victim=victim).void("wrong person")

    assert reaches(worker, victim)


def test_a_manager_reaches_a_person_registered_here_and_placed_elsewhere(
    shelter, manager
):
    victim = VictimFactory(registered_at=shelter)
    PlacementFactory(victim=victim)

    assert reaches(manager, victim)


@pytest.mark.parametrize("role", list(Role))
def test_without_a_shelter_or_assignment_only_two_roles_reach_people(db, role):
    victim = VictimFactory()
    PlacementFactory(victim=victim)

    everyone = {Role.POLICE_ANALYST, Role.ADMINISTRATOR}
    assert reaches(UserFactory(role=role), victim) is (role in everyone)


def test_a_user_without_a_role_reaches_nobody(db):
    assert not reaches(UserFactory(role=""), VictimFactory())


RUNS = [
    # since, until, whether it runs today; all in days ago
    (0, None, True),
    (-1, None, False),
    (9, -1, True),
    (9, 0, False),
    (9, 1, False),
]


def assignment_days(since, until):
    last = None if until is None else days_ago(until)
    return {"since": days_ago(since), "until": last}


@pytest.mark.parametrize(("since", "until", "runs"), RUNS)
def test_an_assistance_worker_reaches_while_assigned(db, since, until, runs):
    assignment = AssignmentFactory(**assignment_days(since, until))

    assert reaches(assignment.user, assignment.victim) is runs


def test_a_void_assignment_gives_no_reach(db):
    assignment = AssignmentFactory()
    assignment.void("wrong worker")

    assert not reaches(assignment.user, assignment.victim)


def test_an_assignment_of_another_gives_no_reach(db):
    assignment = AssignmentFactory()

    assert not reaches(UserFactory(role=Role.ASSISTANCE_WORKER), assignment.victim)


@pytest.mark.parametrize(("since", "until", "runs"), RUNS)
def test_an_investigator_reaches_case_and_victims_while_assigned(
    db, since, until, runs
):
    assignment = CaseAssignmentFactory(**assignment_days(since, until))
    link = CaseVictimFactory(case=assignment.case)

    assert reaches(assignment.user, link.victim) is runs
    cases = CriminalCase.objects.visible_to(assignment.user)
    assert list(cases) == ([assignment.case] if runs else [])


def test_a_void_link_to_a_case_gives_no_reach(db):
    assignment = CaseAssignmentFactory()
    link = CaseVictimFactory(case=assignment.case)
    link.void("wrong person")

    assert not reaches(assignment.user, link.victim)


def test_a_void_case_gives_no_reach(db):
    assignment = CaseAssignmentFactory()
    link = CaseVictimFactory(case=assignment.case)
    assignment.case.void("entered twice")

    assert not reaches(assignment.user, link.victim)


def test_an_investigator_of_another_case_reaches_neither(db):
    link = CaseVictimFactory()
    other = CaseAssignmentFactory().user

    assert not reaches(other, link.victim)
    assert link.case not in CriminalCase.objects.visible_to(other)


# A court or prosecution closed the file.


@pytest.fixture
def closed(db):
    return SuspensionOrderFactory()


def test_a_suspended_file_is_closed_to_those_who_see_everyone(closed):
    assert not reaches(UserFactory(role=Role.ADMINISTRATOR), closed.victim)


def test_a_suspended_file_is_closed_to_its_own_shelter(closed, shelter, worker):
    PlacementFactory(victim=closed.victim, shelter=shelter)

    assert not reaches(worker, closed.victim)


def test_a_suspended_file_is_open_to_whom_the_order_names(closed):
    named = UserFactory(role=Role.ADMINISTRATOR)
    closed.open_to.add(named)

    assert reaches(named, closed.victim)


def test_to_be_named_gives_no_reach_that_the_role_does_not(closed):
    named = UserFactory(role=Role.ASSISTANCE_WORKER)
    closed.open_to.add(named)

    assert not reaches(named, closed.victim)


def test_two_orders_must_both_name_the_user(closed):
    named = UserFactory(role=Role.ADMINISTRATOR)
    closed.open_to.add(named)
    SuspensionOrderFactory(victim=closed.victim)

    assert not reaches(named, closed.victim)


@pytest.mark.parametrize(("days", "open_again"), [(-0, True), (1, True)])
def test_a_lifted_order_closes_nothing(closed, days, open_again):
    closed.lifted_on = days_ago(days)
    closed.save()

    assert reaches(UserFactory(role=Role.ADMINISTRATOR), closed.victim) is open_again


def test_a_void_order_closes_nothing(closed):
    closed.void("of another person")

    assert reaches(UserFactory(role=Role.ADMINISTRATOR), closed.victim)


def test_a_suspended_person_stands_in_no_case(closed):
    link = CaseVictimFactory(victim=closed.victim)
    investigator = CaseAssignmentFactory(case=link.case).user

    assert not CaseVictim.objects.visible_to(investigator).exists()


# What belongs to a person is reached with the person.


def test_records_are_reached_with_their_person(shelter, worker):
    mine = ServiceFactory(victim=stayed(shelter, None))
    ServiceFactory()

    assert list(Service.objects.visible_to(worker)) == [mine]


def test_help_for_a_child_is_reached_with_the_parent(shelter, worker):
    mine = DependantServiceFactory(dependant__victim=stayed(shelter, None))
    DependantServiceFactory()

    assert list(DependantService.objects.visible_to(worker)) == [mine]
