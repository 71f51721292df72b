"""A child is sent to pre-school once a year; a referral is recorded once."""

from datetime import date

import pytest

from tests.factories import DependantServiceFactory, ReferralFactory
from tests.refused import refused_by, said_of, saved_past_the_form

TWICE = "This child was already sent to pre-school education that year."


@pytest.fixture
def sent(db):
    """Return a child's pre-school help of 16 September 2019."""
    return DependantServiceFactory()


def test_a_child_sent_twice_in_a_year_is_refused(sent):
    again = DependantServiceFactory.build(
        dependant=sent.dependant, provided_on=date(2019, 1, 1)
    )

    assert said_of(again) == [TWICE]
    with refused_by("dependant_service_preschool_once_a_year"):
        again.save()


@pytest.mark.parametrize("day", [date(2018, 12, 31), date(2020, 1, 1)])
def test_a_child_is_sent_again_in_another_year(sent, day):
    assert DependantServiceFactory(dependant=sent.dependant, provided_on=day).pk


def test_help_cannot_be_moved_into_a_year_that_has_it(sent):
    later = DependantServiceFactory(
        dependant=sent.dependant, provided_on=date(2020, 1, 1)
    )

    with refused_by("dependant_service_preschool_once_a_year"):
        saved_past_the_form(later, provided_on=date(2019, 12, 31))


@pytest.mark.parametrize(
    "other", [{"type": "alimony"}, {"provided_on": None}], ids=["other", "no day"]
)
def test_other_help_and_help_without_a_day_are_not_counted(sent, other):
    assert DependantServiceFactory(dependant=sent.dependant, **other).pk


def test_another_child_is_sent_that_year(sent):
    assert DependantServiceFactory(dependant__victim=sent.dependant.victim).pk


def test_void_help_makes_room(sent):
    sent.void("of another child")

    assert DependantServiceFactory(dependant=sent.dependant).pk


@pytest.mark.parametrize("where", ["organisation", "nowhere"])
def test_a_referral_of_a_day_is_recorded_once(db, where):
    facts = {"organisation": None} if where == "nowhere" else {}
    first = ReferralFactory(**facts)
    again = ReferralFactory.build(victim=first.victim, organisation=first.organisation)

    assert said_of(again) == ["This referral is already recorded."]
    with refused_by("referral_recorded_once"):
        again.save()
