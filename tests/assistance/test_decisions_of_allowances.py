"""A decision `identified` on which an allowance stands keeps before it."""

from datetime import date

import pytest

from tests.factories import AllowanceFactory, StatusDecisionFactory, VictimFactory
from tests.refused import refused_by, said_after, saved_past_the_form

JUNE_4, JULY_1 = date(2019, 6, 4), date(2019, 7, 1)


@pytest.fixture
def paid(db):
    """Return the decision on which an allowance of 10 June 2019 stands."""
    return AllowanceFactory(paid=True).victim.decisions.get()


@pytest.mark.parametrize(
    "change", [{"decided_on": date(2019, 6, 11)}, {"status": "withdrawn"}]
)
def test_a_decision_cannot_leave_its_allowance_behind(paid, change):
    with refused_by("decision_before_allowance") as refusal:
        saved_past_the_form(paid, **change)

    assert said_after(refusal) == [
        "An allowance stands on this decision: it cannot be later than the allowance."
    ]


def test_a_decision_that_an_allowance_needs_cannot_be_voided(paid):
    with refused_by("decision_before_allowance"):
        paid.void("entered by mistake")


def test_a_decision_that_an_allowance_needs_cannot_go_to_another_person(paid):
    with refused_by("decision_before_allowance"):
        saved_past_the_form(paid, victim=VictimFactory())


def test_a_decision_may_move_to_the_day_of_the_allowance(paid):
    assert saved_past_the_form(paid, decided_on=date(2019, 6, 10)) == 1


def test_a_later_decision_may_go_while_the_first_stands(paid):
    second = StatusDecisionFactory(victim=paid.victim, decided_on=JULY_1)

    second.void("entered by mistake")

    assert second.voided_at


def test_another_decision_early_enough_carries_the_allowance(paid):
    StatusDecisionFactory(victim=paid.victim, decided_on=JUNE_4)

    paid.void("entered by mistake")

    assert paid.voided_at


@pytest.mark.parametrize("status", ["reversed", "void"])
def test_a_decision_is_free_once_its_allowance_counts_no_more(paid, status):
    allowance = paid.victim.allowances.get()
    if status == "void":
        allowance.void("entered by mistake")
    else:
        saved_past_the_form(allowance, status="reversed")

    paid.void("entered by mistake")

    assert paid.voided_at
