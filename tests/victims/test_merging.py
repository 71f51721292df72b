"""Two entries of one person become one."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    AllowanceFactory,
    CaseVictimFactory,
    DependantFactory,
    ExploitationFactory,
    IdentityDocumentFactory,
    IdentityFactory,
    PlacementFactory,
    ServiceFactory,
    StatusDecisionFactory,
    SuspensionOrderFactory,
    VictimFactory,
)
from victims.models import Identity, Victim

REASON = "one person, registered twice"


@pytest.fixture
def one(db):
    return VictimFactory(code="V-1")


@pytest.fixture
def other(db):
    return VictimFactory(code="V-2")


def owner(record):
    record.refresh_from_db()
    return record.victim.code


def test_a_merged_person_counts_no_longer(one, other):
    one.merge_into(other, REASON)

    assert list(Victim.objects.current()) == [other]
    assert Victim.objects.get(code="V-1").void_reason == REASON


def test_everything_done_goes_to_the_person_who_stays(one, other):
    records = [
        factory(victim=one)
        for factory in (
            StatusDecisionFactory,
            PlacementFactory,
            ServiceFactory,
            DependantFactory,
            CaseVictimFactory,
            SuspensionOrderFactory,
            IdentityFactory,
        )
    ]

    one.merge_into(other, REASON)

    assert {owner(record) for record in records} == {"V-2"}


def test_an_allowance_goes_with_the_decision_it_stands_on(db, other):
    allowance = AllowanceFactory(paid=True)

    allowance.victim.merge_into(other, REASON)

    assert owner(allowance) == "V-2"


def test_what_both_have_is_kept_once(one, other):
    mine = StatusDecisionFactory(victim=one)
    StatusDecisionFactory(victim=other)

    one.merge_into(other, REASON)

    mine.refresh_from_db()
    assert (mine.victim, mine.void_reason) == (one, REASON)
    assert other.decisions.count() == 1


def test_the_main_form_of_the_person_who_stays_remains_main(one, other):
    mine = ExploitationFactory(victim=one, type="forced_labour")
    theirs = ExploitationFactory(victim=other)

    one.merge_into(other, REASON)

    assert other.exploitations.get(main=True) == theirs
    assert owner(mine) == "V-2"


def test_the_documents_go_to_the_identity_that_stays(one, other):
    document = IdentityDocumentFactory(identity__victim=one, number="C01234567")
    IdentityFactory(victim=other)

    one.merge_into(other, REASON)

    found = Identity.objects.matching("C01234567").filter(voided_at=None).get()
    assert found.victim == other
    assert list(found.documents.all()) == [document]


def test_the_age_is_that_of_the_first_decision_of_both(one, other):
    IdentityFactory(victim=other, birth_date=date(2000, 6, 15))
    StatusDecisionFactory(victim=one, decided_on=date(2018, 6, 14))
    StatusDecisionFactory(victim=other, decided_on=date(2019, 6, 14))

    one.merge_into(other, REASON)

    assert Victim.objects.get(code="V-2").age_at_identification == 17


def test_two_allowances_cannot_be_one_persons(db):
    first, second = AllowanceFactory(), AllowanceFactory(decided_on=date(2019, 7, 1))

    with pytest.raises(ValidationError) as refusal:
        first.victim.merge_into(second.victim, REASON)

    assert refusal.value.messages == ["This person already has a one-time allowance."]
    assert Victim.objects.current().count() == 2
    assert owner(first) == first.victim.code


def test_one_person_cannot_have_been_in_two_places(one, other):
    PlacementFactory(victim=one)
    PlacementFactory(victim=other, admitted_on=date(2019, 6, 10))

    with pytest.raises(ValidationError) as refusal:
        one.merge_into(other, REASON)

    assert refusal.value.messages == ["This person already has a stay in these days."]


@pytest.mark.parametrize("gone", ["void", "merged", "itself"])
def test_a_person_who_no_longer_counts_takes_nobody_over(one, other, gone):
    target = one if gone == "itself" else other
    if gone == "void":
        other.void("a test entry")
    if gone == "merged":
        other.merge_into(VictimFactory(), REASON)

    with pytest.raises(ValidationError) as refusal:
        one.merge_into(target, REASON)

    assert refusal.value.messages == [
        "Choose another person, who is still in the register."
    ]


def test_a_void_record_stays_where_it_was(one, other):
    service = ServiceFactory(victim=one)
    service.void("of another day")

    one.merge_into(other, REASON)

    assert owner(service) == "V-1"
