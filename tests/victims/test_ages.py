"""The age in whole years on the day of the first decision `identified`."""

from datetime import date

import pytest

from tests.factories import IdentityFactory, StatusDecisionFactory, VictimFactory
from tests.refused import must_be_past, said_of
from victims.models import Identity, Victim
from victims.models.victim import whole_years

BORN = date(2000, 6, 15)


def age(victim):
    return Victim.objects.get(pk=victim.pk).age_at_identification


@pytest.fixture
def victim(db):
    """Return a person of eighteen, identified on 1 July 2018."""
    return VictimFactory(born_on=BORN, identified_on=date(2018, 7, 1))


def test_the_age_follows_the_first_decision(victim):
    assert age(victim) == 18


def test_the_age_follows_the_birth_date(db):
    victim = VictimFactory(identified_on=date(2018, 7, 1))

    IdentityFactory(victim=victim, birth_date=BORN)

    assert age(victim) == 18


def test_the_age_follows_a_corrected_birth_date(victim):
    identity = Identity.objects.get()
    identity.birth_date = date(2000, 7, 2)
    identity.save()

    assert age(victim) == 17


def test_the_age_follows_an_earlier_decision(victim):
    StatusDecisionFactory(victim=victim, decided_on=date(2018, 6, 14))

    assert age(victim) == 17


def test_a_later_decision_changes_nothing(victim):
    StatusDecisionFactory(victim=victim, decided_on=date(2019, 7, 1))

    assert age(victim) == 18


def test_the_age_follows_a_decision_that_moved(victim):
    decision = victim.decisions.get()
    decision.decided_on = date(2018, 6, 14)
    decision.save()

    assert age(victim) == 17


def test_the_age_follows_a_decision_of_another_status(victim):
    decision = StatusDecisionFactory(victim=victim, decided_on=date(2018, 6, 14))
    decision.status = "presumed"
    decision.save()

    assert age(victim) == 18


def test_the_age_follows_a_decision_that_was_voided(victim):
    first = StatusDecisionFactory(victim=victim, decided_on=date(2018, 6, 14))

    first.void("of somebody else")

    assert age(victim) == 18


def test_without_a_decision_there_is_no_age(victim):
    victim.decisions.get().void("of somebody else")

    assert age(victim) is None


def test_the_age_follows_a_decision_to_another_person(victim):
    other = VictimFactory(born_on=date(1990, 1, 1))
    decision = victim.decisions.get()
    decision.victim = other
    decision.save()

    assert (age(victim), age(other)) == (None, 28)


def test_an_age_by_hand_stays_while_the_birth_date_is_not_known(db):
    victim = VictimFactory(age_at_identification=30, identified_on=date(2018, 7, 1))

    IdentityFactory(victim=victim, birth_date=None)

    assert age(victim) == 30


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (BORN, date(2018, 6, 14), 17),
        (BORN, date(2018, 6, 15), 18),
        (date(2000, 2, 29), date(2018, 2, 28), 17),
        (date(2000, 2, 29), date(2018, 3, 1), 18),
        (date(2000, 2, 29), date(2020, 2, 28), 19),
        (date(2000, 2, 29), date(2020, 2, 29), 20),
        (date(2000, 2, 28), date(2020, 2, 28), 20),
        (date(2018, 7, 1), date(2018, 7, 1), 0),
        (date(2018, 7, 2), date(2018, 7, 1), None),
    ],
)
def test_years_are_whole(born, day, years):
    assert whole_years(born, day) == years


def test_a_form_refuses_a_birth_later_than_today(db):
    identity = IdentityFactory.build(
        victim=VictimFactory(), birth_date=date(2999, 1, 1)
    )

    assert said_of(identity) == [must_be_past("Birth date")]
