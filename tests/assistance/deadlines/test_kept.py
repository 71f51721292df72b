"""What is due is kept in a table: it is what the definition says, whatever happens."""

from random import Random

import pytest
from django.db import connection

from reference.models import Term
from tests.assistance.deadlines.acts import Acts
from tests.assistance.deadlines.conftest import ago, confirm, due
from tests.assistance.test_concurrency import one_after_the_other
from tests.factories import (
    AllowanceFactory,
    DeadlineMarkFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    RehabilitationPlanFactory,
    ResidencePermitFactory,
    ShelterFactory,
    StatusDecisionFactory,
    VictimFactory,
)

DEFINED = "SELECT DISTINCT ON (id) * FROM open_deadlines() ORDER BY id"
KEPT = "SELECT * FROM assistance_deadline ORDER BY id"


def rows(query):
    """Return what a query finds."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def terms(db):
    """Give every term a length."""
    Term.objects.filter(length=None).update(length=5)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_kept_is_what_is_defined_after_any_acts(terms, seed):
    acts = Acts(Random(seed))
    kinds = set()

    for _number in range(80):
        acts.act()
        kept = rows(KEPT)
        kinds |= {row[2] for row in kept}
        assert kept == rows(DEFINED)

    assert len(kinds) > 4


CHANGES = {
    "victims_victim": lambda: VictimFactory(first_contact_on=ago(3)),
    "victims_statusdecision": lambda: StatusDecisionFactory(
        presumed=True, decided_on=ago(3)
    ),
    "assistance_placement": PlacementFactory,
    "assistance_referral": ReferralFactory,
    "assistance_allowance": lambda: AllowanceFactory(
        victim=VictimFactory(identified_on=ago(3)), decided_on=ago(2)
    ),
    "assistance_reflectionperiod": ReflectionPeriodFactory,
    "assistance_residencepermit": lambda: ResidencePermitFactory(
        applied_on=ago(5), granted_on=ago(3), valid_until=ago(-7)
    ),
    "assistance_rehabilitationplan": RehabilitationPlanFactory,
    "reference_term": lambda: confirm("shelter_stay", 9),
}


@pytest.mark.parametrize("table", CHANGES)
def test_without_its_triggers_a_table_leaves_behind_what_is_kept(terms, table):
    PlacementFactory(admitted_on=ago(1))
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    CHANGES[table]()

    assert rows(KEPT) != rows(DEFINED)


def test_a_large_change_is_taken_in_at_the_end_where_it_says_so(terms):
    execute("SET LOCAL register.deadlines_at_the_end = 'on'")
    stay = PlacementFactory(admitted_on=ago(1))
    before = due(victim=stay.victim)

    execute("SET CONSTRAINTS renew_deadlines_at_the_end IMMEDIATE")

    assert (before, due(kind="stay")) == ([], [("stay", 4)])
    assert rows("SELECT * FROM assistance_deadlinesbehind") == []


def test_the_18th_birthday_is_forgotten_after_two_years_with_no_change(terms):
    victim = VictimFactory(age_at_identification=17, identified_on=ago(3))
    assert len(due(victim=victim, kind="adulthood")) == 1

    execute("UPDATE assistance_opendeadline SET counted_from = counted_from - 900")

    assert due(victim=victim, kind="adulthood") == []


def test_a_deadline_that_is_done_is_kept_no_more(terms):
    period = ReflectionPeriodFactory(ends_on=ago(1))

    DeadlineMarkFactory(
        victim=period.victim,
        kind="reflection",
        record_key=period.pk,
        counted_from=ago(1),
    )

    assert due(victim=period.victim) == []


@pytest.mark.parametrize("stay_first", [True, False])
def test_who_writes_of_one_person_waits_for_the_other(committed_db, stay_first):
    confirm("follow_up_1", 5)
    victim = VictimFactory()
    shelter = ShelterFactory()
    works = [
        lambda: ReferralFactory(
            victim=victim,
            type="family_return",
            outcome="returned",
            completed_on=ago(3),
        ),
        lambda: PlacementFactory(victim=victim, shelter=shelter, admitted_on=ago(1)),
    ]

    outcomes = one_after_the_other(*(works[::-1] if stay_first else works))

    assert outcomes == ["done", "done"]
    assert rows(KEPT) == rows(DEFINED) == []
