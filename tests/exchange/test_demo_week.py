"""The working week of a served demo: work for each role, and no figure moved."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.timezone import localdate
from pghistory.models import MiddlewareEvents

from accounts.choices import Role
from accounts.models import User
from assistance.models import Allowance, BedRequest, Deadline, Sending
from cases.contacts import matches, sharing_with
from cases.models import CriminalCase
from exchange.demo import week
from victims.models import Draft, Victim


@pytest.fixture
def recorded(demo_db):
    week.record_week()


def as_told(year):
    """Return the year's figures and checks as the command tells them."""
    out = StringIO()
    call_command("annual_figures", year, format="json", stdout=out)
    told = json.loads(out.getvalue())
    return told["figures"], told["checks"]


def test_the_figures_of_the_register_stay_as_they_were(demo_db):
    before = as_told(2019), as_told(2018)

    week.record_week()

    assert (as_told(2019), as_told(2018)) == before


def test_shelter_staff_find_work_that_is_late_and_work_of_this_week(recorded):
    worker = User.objects.get(username=Role.SHELTER_WORKER)
    due = Deadline.objects.visible_to(worker)

    today = localdate()
    assert due.in_span("late", today).exists() or due.in_span("today", today).exists()
    assert due.in_span("week", today).exists()
    assert Draft.objects.visible_to(worker).begun().exists()


def test_the_others_find_what_waits_for_them(recorded):
    centre = User.objects.get(username=Role.ASSISTANCE_WORKER)
    manager = User.objects.get(username=Role.SHELTER_MANAGER)

    assert Sending.objects.received_by(centre).count() == 2
    assert Allowance.objects.waiting().count() == 1
    assert BedRequest.objects.visible_to(manager).count() == 1


def test_analysts_are_told_of_a_phone_that_stands_in_two_cases_and_a_file(recorded):
    analyst = User.objects.get(username=Role.POLICE_ANALYST)
    case = CriminalCase.objects.filter(number=f"C-{localdate().year}-0001")

    assert {bool(match.victim) for match in matches(case, analyst)} == {True, False}
    assert sharing_with(case.get(), analyst)


def test_a_demo_that_only_prints_has_no_week(demo_db):
    call_command("demo", stdout=StringIO())

    assert not week.was_recorded()


def test_a_second_start_adds_nothing(demo_db):
    call_command("demo", port=8123, stdout=StringIO())
    persons, history = Victim.objects.count(), MiddlewareEvents.objects.count()

    call_command("demo", port=8123, stdout=StringIO())

    assert Victim.objects.count() == persons
    assert MiddlewareEvents.objects.count() == history
