"""What was changed, as the history of records tells it."""

from types import SimpleNamespace

import pytest

from cases.models import CriminalCase
from tests.factories import CriminalCaseFactory, StatusDecisionFactory
from thb.history import changes, user_of
from victims.models import StatusDecision

pytestmark = pytest.mark.django_db


def told(model, **options):
    return changes(model.pgh_event_model.objects.all(), **options)


def test_a_record_is_entered_changed_and_voided():
    case = CriminalCaseFactory(article="144-1")
    CriminalCase.objects.filter(pk=case.pk).update(article="144-2")
    CriminalCase.objects.get().void("twice")

    deeds = [str(change.deed) for change in told(CriminalCase)]

    assert deeds == ["voided", "changed", "entered"]


def test_a_change_tells_both_values_in_words():
    case = CriminalCaseFactory(stage="opened")
    CriminalCase.objects.filter(pk=case.pk).update(stage="sent_to_court")

    (change, _entered) = told(CriminalCase)

    (stage,) = change.differences
    assert (stage.before, stage.after) == ("case opened", "sent to court")


def test_the_changes_of_two_records_do_not_mix():
    for stage in ("opened", "wanted"):
        CriminalCaseFactory(stage=stage)

    assert [change.differences for change in told(CriminalCase)] == [[], []]


def test_what_is_personal_only_says_that_it_changed():
    decision = StatusDecisionFactory(grounds="found at the port")
    decision.grounds = "said by Leyla"
    decision.save()

    change = told(StatusDecision)[0]

    (grounds,) = change.differences
    assert (grounds.before, grounds.after, grounds.secret) == ("", "", True)


def test_a_hidden_field_only_says_that_it_changed():
    CriminalCaseFactory().void("said by Leyla")

    change = told(CriminalCase, hidden=("void_reason",))[0]

    assert [(found.after, found.secret) for found in change.differences] == [("", True)]


def test_the_newest_are_taken():
    CriminalCaseFactory.create_batch(3)

    assert len(told(CriminalCase, limit=2)) == 2


@pytest.mark.parametrize(
    ("context", "user"),
    [
        (None, None),
        ({}, None),
        ({"user": 7}, 7),
        (SimpleNamespace(metadata={"user": 8}), 8),
    ],
)
def test_a_change_by_a_command_has_no_user(context, user):
    assert user_of(SimpleNamespace(pgh_context=context)) == user
