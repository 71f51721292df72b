"""Stays: their days, one at a time, and no more people than beds."""

from datetime import date, timedelta

import pytest
from django.db import connection

from assistance.models import Placement
from tests.factories import PlacementFactory, ShelterFactory, VictimFactory
from tests.refused import refused_by, said_after, said_of, saved_past_the_form
from victims.models import Victim

JUNE_4, JUNE_5, JUNE_9 = date(2019, 6, 4), date(2019, 6, 5), date(2019, 6, 9)


def test_a_form_refuses_a_stay_that_ends_before_it_starts(db):
    placement = PlacementFactory()
    placement.left_on = placement.admitted_on - timedelta(days=1)

    assert said_of(placement) == ["A person cannot leave before the day of admission."]


def test_the_database_refuses_a_stay_that_ends_before_it_starts(db):
    placement = PlacementFactory()

    with refused_by("placement_ends_on_or_after_admission"):
        saved_past_the_form(placement, left_on=date(2019, 6, 3))


OVERLAPS = [
    # first stay, second stay, whether they are refused
    ((JUNE_4, None), (JUNE_9, None), True),
    ((JUNE_9, None), (JUNE_4, None), True),
    ((JUNE_4, JUNE_9), (JUNE_5, JUNE_5), True),
    ((JUNE_4, JUNE_5), (JUNE_5, None), False),
    ((JUNE_4, JUNE_5), (JUNE_4, JUNE_4), True),
    ((JUNE_5, JUNE_5), (JUNE_5, JUNE_9), True),
    ((JUNE_4, JUNE_4), (JUNE_5, JUNE_9), False),
    ((JUNE_5, JUNE_9), (JUNE_4, JUNE_5), False),
]


@pytest.mark.parametrize(("one", "two", "refused"), OVERLAPS)
def test_stays_of_one_person_do_not_share_a_day(db, one, two, refused):
    first = PlacementFactory(admitted_on=one[0], left_on=one[1])
    other = PlacementFactory.build(
        victim=first.victim,
        shelter=ShelterFactory(),
        admitted_on=two[0],
        left_on=two[1],
    )

    if refused:
        assert said_of(other) == ["This person already has a stay in these days."]
        with refused_by("placement_one_stay_at_a_time"):
            other.save()
    else:
        other.full_clean()
        other.save()


def test_a_void_stay_takes_no_days(db):
    first = PlacementFactory()
    first.void("entered twice")

    again = PlacementFactory(victim=first.victim, admitted_on=JUNE_9)

    assert again.pk


def test_the_same_admission_is_recorded_once(db):
    first = PlacementFactory(admitted_on=JUNE_4, left_on=JUNE_5)
    again = PlacementFactory.build(
        victim=first.victim, shelter=first.shelter, admitted_on=JUNE_4
    )

    assert "This stay is already recorded." in said_of(again)


@pytest.fixture
def full_shelter(db):
    """Return a shelter with one bed, taken from 4 to 9 June 2019."""
    shelter = ShelterFactory(capacity=1)
    PlacementFactory(shelter=shelter, admitted_on=JUNE_4, left_on=JUNE_9)
    return shelter


TAKEN = [
    ((date(2019, 6, 1), JUNE_4), False),
    ((date(2019, 6, 1), JUNE_5), True),
    ((JUNE_4, JUNE_4), True),
    ((date(2019, 6, 8), None), True),
    ((JUNE_9, None), False),
    ((date(2019, 6, 1), None), True),
]


@pytest.mark.parametrize(("days", "refused"), TAKEN)
def test_a_stay_needs_a_bed_on_each_of_its_days(full_shelter, days, refused):
    placement = PlacementFactory.build(
        victim=VictimFactory(),
        shelter=full_shelter,
        admitted_on=days[0],
        left_on=days[1],
    )

    if refused:
        with refused_by("placement_within_capacity") as refusal:
            placement.save()
        words = ["The shelter is full on a day of this stay."]
        assert said_after(refusal) == words
    else:
        placement.save()
        assert placement.pk


def test_people_who_follow_each_other_need_one_bed(full_shelter):
    for day in (9, 10, 11):
        PlacementFactory(
            shelter=full_shelter,
            admitted_on=date(2019, 6, day),
            left_on=date(2019, 6, day + 1),
        )

    assert full_shelter.placements.count() == 4


def test_two_short_stays_fit_beside_a_long_one(db):
    shelter = ShelterFactory(capacity=2)
    PlacementFactory(shelter=shelter, admitted_on=JUNE_4, left_on=JUNE_5)
    PlacementFactory(shelter=shelter, admitted_on=JUNE_5, left_on=JUNE_9)

    assert PlacementFactory(shelter=shelter, admitted_on=JUNE_4).pk


def test_a_stay_cannot_be_moved_into_a_full_shelter(full_shelter):
    placement = PlacementFactory(admitted_on=JUNE_5)

    with refused_by("placement_within_capacity"):
        saved_past_the_form(placement, shelter=full_shelter)


def test_a_stay_cannot_be_lengthened_into_full_days(full_shelter):
    placement = PlacementFactory(
        shelter=full_shelter, admitted_on=date(2019, 6, 1), left_on=JUNE_4
    )

    with refused_by("placement_within_capacity"):
        saved_past_the_form(placement, left_on=JUNE_5)


def test_a_void_stay_cannot_come_back_into_a_full_shelter(full_shelter):
    placement = full_shelter.placements.get()
    placement.void("wrong person")
    PlacementFactory(shelter=full_shelter, admitted_on=JUNE_5, left_on=JUNE_9)

    with refused_by("placement_within_capacity"):
        saved_past_the_form(placement, voided_at=None)


def test_a_void_stay_frees_its_bed(full_shelter):
    full_shelter.placements.get().void("wrong person")

    assert PlacementFactory(shelter=full_shelter, admitted_on=JUNE_5).pk


def test_a_shelter_without_a_capacity_is_never_full(db):
    shelter = ShelterFactory(capacity=None)

    PlacementFactory.create_batch(3, shelter=shelter)

    assert shelter.placements.count() == 3


def test_a_capacity_cannot_be_cut_below_the_fullest_day(db):
    shelter = ShelterFactory(capacity=3)
    PlacementFactory.create_batch(2, shelter=shelter, ended=True)

    with refused_by("shelter_capacity_holds") as refusal:
        saved_past_the_form(shelter, capacity=1)

    assert said_after(refusal) == ["More people than this have been here on one day."]
    assert saved_past_the_form(shelter, capacity=2) == 1


def test_a_capacity_is_cut_past_void_stays(db):
    shelter = ShelterFactory(capacity=2)
    first, _second = PlacementFactory.create_batch(2, shelter=shelter)
    first.void("entered twice")

    assert saved_past_the_form(shelter, capacity=1) == 1


FEW = 500  # of five thousand stays and as many persons


def test_five_thousand_stays_do_not_slow_the_next_one_down(db):
    shelter = ShelterFactory(capacity=10)
    victims = Victim.objects.bulk_create(VictimFactory.build_batch(5000))
    start = date(2005, 1, 1)
    Placement.objects.bulk_create(
        PlacementFactory.build(
            victim=victim,
            shelter=shelter,
            admitted_on=start + timedelta(days=day),
            left_on=start + timedelta(days=day + 5),
        )
        for day, victim in enumerate(victims)
    )

    victim = VictimFactory()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # the server does so by itself, a little later
    before = rows_read()

    PlacementFactory(victim=victim, shelter=shelter, admitted_on=JUNE_4)

    assert rows_read() - before < FEW


def rows_read() -> int:
    """Return how many rows of all tables this transaction has read so far."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))"
            " FROM pg_stat_xact_user_tables"
        )
        return int(cursor.fetchone()[0])
