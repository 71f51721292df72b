"""Rules hold when several people write at the same moment, each on a connection.

Each test runs real transactions in threads. Who waits, waits in the database: the
second of two must see what the first committed, and a deadlock may cost a try, never a
rule.
"""

from contextlib import suppress
from datetime import date
from threading import Barrier, Event, Thread
from time import sleep

import pytest
from django.core.exceptions import ValidationError
from django.db import (
    DatabaseError,
    IntegrityError,
    OperationalError,
    connections,
    transaction,
)

from assistance.models import Allowance, Placement
from tests.factories import (
    AccusedFactory,
    AllowanceFactory,
    DependantFactory,
    DependantServiceFactory,
    ExploitationFactory,
    PlacementFactory,
    ShelterFactory,
    VerdictFactory,
    VictimFactory,
)
from victims.models import Victim

JUNE_4 = date(2019, 6, 4)
DEADLOCK = "40P01"


def tried_again(work):
    """Carry out work in a transaction, as the middleware does; return its outcome."""
    for _try in range(5):
        try:
            with transaction.atomic():
                work()
        except IntegrityError as refusal:
            return refusal.__cause__.diag.constraint_name
        except OperationalError as error:
            if error.__cause__.sqlstate != DEADLOCK:
                raise
        else:
            return "done"
    return "never got through"


def at_once(*works):
    """Carry all out at the same moment; return what came of each, in order."""
    outcomes = [None] * len(works)
    start = Barrier(len(works))

    def run(number, work):
        try:
            start.wait()
            outcomes[number] = tried_again(work)
        except DatabaseError as error:
            outcomes[number] = repr(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def one_after_the_other(first, second):
    """Start the second while the first is written but not committed yet."""
    written, outcomes = Event(), [None, None]

    def write_and_hold():
        first()
        written.set()
        sleep(0.3)

    def run(number, work):
        try:
            outcomes[number] = tried_again(work)
        finally:
            written.set()
            connections.close_all()

    threads = [
        Thread(target=run, args=(0, write_and_hold)),
        Thread(target=run, args=(1, second)),
    ]
    threads[0].start()
    written.wait()
    threads[1].start()
    for thread in threads:
        thread.join()
    return outcomes


def test_the_last_bed_is_given_once(committed_db):
    shelter = ShelterFactory(capacity=3)
    stays = [
        PlacementFactory.build(victim=VictimFactory(), shelter=shelter)
        for _person in range(8)
    ]

    outcomes = at_once(*[stay.save for stay in stays])

    assert sorted(outcomes) == ["done"] * 3 + ["placement_within_capacity"] * 5
    assert Placement.objects.count() == 3


def test_a_person_is_admitted_in_one_place(committed_db):
    victim = VictimFactory()
    stays = [
        PlacementFactory.build(victim=victim, shelter=ShelterFactory())
        for _place in range(6)
    ]

    outcomes = at_once(*[stay.save for stay in stays])

    assert sorted(outcomes) == ["done"] + ["placement_one_stay_at_a_time"] * 5


@pytest.mark.parametrize("cut_first", [True, False])
def test_a_bed_cannot_be_cut_while_it_is_given(committed_db, cut_first):
    shelter = ShelterFactory(capacity=1)
    stay = PlacementFactory.build(victim=VictimFactory(), shelter=shelter)
    works = [_cut(shelter), stay.save]

    outcomes = one_after_the_other(*(works if cut_first else works[::-1]))

    late = "placement_within_capacity" if cut_first else "shelter_capacity_holds"
    assert outcomes == ["done", late]


def _cut(shelter):
    return lambda: type(shelter).objects.filter(pk=shelter.pk).update(capacity=0)


def test_two_people_change_shelters_with_each_other_at_once(committed_db):
    """Each locks the other's shelter: a deadlock is tried again, none is lost."""
    one, two = (PlacementFactory(shelter__capacity=2) for _stay in range(2))

    def move(stay, first, second):
        def work():
            for shelter in (first, second):
                Placement.objects.filter(pk=stay.pk).update(shelter=shelter)

        return work

    a, b = one.shelter, two.shelter
    outcomes = at_once(move(one, b, a), move(two, a, b))

    assert outcomes == ["done", "done"]


def test_an_allowance_is_given_once(committed_db):
    victim = VictimFactory(identified_on=date(2019, 1, 10))
    allowances = [
        AllowanceFactory.build(
            victim=victim, decided_on=date(2019, 6, day), amount_azn=700
        )
        for day in range(10, 16)
    ]

    outcomes = at_once(*[allowance.save for allowance in allowances])

    assert sorted(outcomes) == ["allowance_one_unreversed"] * 5 + ["done"]
    assert Allowance.objects.count() == 1


@pytest.mark.parametrize("decision_first", [True, False])
@pytest.mark.parametrize("change", ["void", "move", "give away"])
def test_a_decision_cannot_leave_while_an_allowance_comes(
    committed_db, decision_first, change
):
    victim = VictimFactory(identified_on=date(2019, 1, 10))
    other = VictimFactory()
    decision = victim.decisions.get()
    allowance = AllowanceFactory.build(victim=victim, amount_azn=700)

    def leave():
        fresh = type(decision).objects.get(pk=decision.pk)
        if change == "void":
            fresh.void("entered by mistake")
            return
        fresh.decided_on = date(2019, 7, 1)
        fresh.victim = other if change == "give away" else victim
        fresh.save()

    works = [leave, allowance.save]
    outcomes = one_after_the_other(*(works if decision_first else works[::-1]))

    late = "allowance_after_identification"
    assert outcomes == (
        ["done", late] if decision_first else ["done", "decision_before_allowance"]
    )


@pytest.mark.parametrize("court_first", [True, False])
def test_a_day_in_court_cannot_go_while_a_verdict_comes(committed_db, court_first):
    accused = AccusedFactory(in_court=True)
    verdict = VerdictFactory.build(accused=accused)

    def clear():
        type(accused).objects.filter(pk=accused.pk).update(sent_to_court_on=None)

    works = [clear, verdict.save]
    outcomes = one_after_the_other(*(works if court_first else works[::-1]))

    late = "verdict_after_court" if court_first else "court_before_verdict"
    assert outcomes == ["done", late]


def test_a_person_gets_one_main_form(committed_db):
    victim = VictimFactory()
    forms = [
        ExploitationFactory.build(victim=victim, country=country)
        for country in ("TUR", "ARE", "RUS", "IRN")
    ]

    outcomes = at_once(*[form.save for form in forms])

    assert sorted(outcomes) == ["done"] + ["exploitation_one_main"] * 3


def test_a_child_is_sent_to_preschool_once(committed_db):
    child = DependantFactory()
    sent = [DependantServiceFactory.build(dependant=child) for _time in range(4)]

    outcomes = at_once(*[one.save for one in sent])

    name = "dependant_service_preschool_once_a_year"
    assert sorted(outcomes) == [name] * 3 + ["done"]


def test_two_people_merged_into_each_other_leave_one(committed_db):
    one, two = VictimFactory(), VictimFactory()

    def merge(first, second):
        def work():
            mine, theirs = (Victim.objects.get(pk=v.pk) for v in (first, second))
            with suppress(ValidationError):
                mine.merge_into(theirs, "one person")

        return work

    at_once(merge(one, two), merge(two, one))

    assert Victim.objects.current().count() == 1


def test_changes_at_once_are_all_counted(committed_db):
    victim = VictimFactory()

    def change(reason):
        own = Victim.objects.filter(pk=victim.pk)
        return lambda: own.update(void_reason=reason)

    at_once(*[change(f"change {number}") for number in range(6)])

    victim.refresh_from_db()
    assert victim.version == 7
    assert victim.events.count() == 7
