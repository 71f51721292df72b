"""Beds: one person in each, held for a while, out of use; said by the database too."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from assistance.models import Bed, Hold, Placement
from tests.factories import (
    BedAnswerFactory,
    BedFactory,
    BedRequestFactory,
    BoardRulesFactory,
    HoldFactory,
    NightAbsenceFactory,
    PlacementFactory,
    RoomFactory,
    ShelterFactory,
    VictimFactory,
)
from tests.refused import refused_by, said_after, said_of, saved_past_the_form

pytestmark = pytest.mark.django_db
JUNE_4, JUNE_9 = date(2019, 6, 4), date(2019, 6, 9)


def in_bed(bed, **facts):
    return PlacementFactory(bed=bed, shelter=bed.shelter, **facts)


def planned(bed, **facts):
    facts = {"victim": VictimFactory(), "admitted_on": JUNE_4} | facts
    return PlacementFactory.build(bed=bed, shelter=bed.shelter, **facts)


def test_two_people_are_not_in_one_bed_on_one_day():
    bed = BedFactory()
    in_bed(bed)
    second = planned(bed, admitted_on=JUNE_9)

    assert said_of(second) == ["Another person is in this bed on these days."]
    with refused_by("placement_one_person_a_bed"):
        second.save()


def test_a_bed_is_had_again_on_the_day_it_is_left():
    bed = BedFactory()
    in_bed(bed, admitted_on=JUNE_4, left_on=JUNE_9)

    assert in_bed(bed, admitted_on=JUNE_9).pk


def test_a_bed_is_had_again_from_the_day_its_person_has_another():
    bed, other = BedFactory.create_batch(2, shelter=ShelterFactory())
    stay = in_bed(bed, admitted_on=JUNE_4)
    saved_past_the_form(stay, bed=other, bed_since=JUNE_9)

    assert in_bed(bed, admitted_on=JUNE_9).pk
    with refused_by("placement_one_person_a_bed"):
        in_bed(other, admitted_on=JUNE_4)


def test_a_bed_is_had_from_the_admission_on():
    stay = in_bed(BedFactory(), admitted_on=JUNE_4)

    stay.refresh_from_db()
    assert stay.bed_since == JUNE_4


def test_who_left_before_coming_into_the_bed_never_had_it():
    stay = in_bed(BedFactory(), admitted_on=JUNE_4, bed_since=JUNE_9)

    saved_past_the_form(stay, left_on=JUNE_4 + timedelta(days=1))

    stay.refresh_from_db()
    assert (stay.bed, stay.bed_since) == (None, None)


def test_a_bed_of_another_shelter_is_refused():
    stay = PlacementFactory()

    with refused_by("placement_bed_of_its_shelter") as refusal:
        saved_past_the_form(stay, bed=BedFactory())

    assert said_after(refusal) == ["Choose a bed of the same shelter, or none."]


def test_a_bed_held_for_another_is_refused():
    hold = HoldFactory(victim=VictimFactory())

    with refused_by("placement_bed_not_held") as refusal:
        planned(hold.bed).save()

    assert said_after(refusal) == ["This bed is held for somebody else."]


def test_a_bed_held_for_nobody_yet_is_refused():
    with refused_by("placement_bed_not_held"):
        planned(HoldFactory().bed).save()


def test_who_the_bed_is_held_for_has_it():
    hold = HoldFactory(victim=VictimFactory())

    assert in_bed(hold.bed, victim=hold.victim).pk


def test_a_hold_that_ran_out_keeps_nobody_away():
    long_ago = timezone.now() - timedelta(minutes=91)
    hold = HoldFactory(made_at=long_ago)

    assert Bed.objects.free().get() == hold.bed
    assert in_bed(hold.bed).pk


def test_a_bed_out_of_use_is_refused():
    bed = BedFactory(out_since=JUNE_4, out_reason="window")

    with refused_by("placement_bed_in_use") as refusal:
        planned(bed).save()

    assert said_after(refusal) == ["This bed is out of use."]


def test_a_bed_that_somebody_is_in_does_not_go_out_of_use():
    bed = in_bed(BedFactory()).bed

    with refused_by("bed_out_of_use_is_empty") as refusal:
        saved_past_the_form(bed, out_since=localdate())

    assert said_after(refusal) == [
        "Somebody is in this bed, or it is held. Free it first."
    ]


def test_a_bed_that_is_held_does_not_go_out_of_use():
    bed = HoldFactory().bed

    with refused_by("bed_out_of_use_is_empty"):
        saved_past_the_form(bed, out_since=localdate())


def test_a_bed_that_somebody_is_in_is_not_voided():
    bed = in_bed(BedFactory()).bed

    with refused_by("bed_out_of_use_is_empty"):
        saved_past_the_form(bed, voided_at=timezone.now())


def test_a_bed_is_held_once_at_a_time():
    hold = HoldFactory()
    again = HoldFactory.build(bed=hold.bed, made_by=hold.made_by)

    assert said_of(again) == ["This bed is held already."]
    with refused_by("hold_one_at_a_time"):
        again.save()


def test_a_bed_let_go_is_held_anew():
    hold = HoldFactory()
    saved_past_the_form(hold, ended_at=hold.made_at)

    assert HoldFactory(bed=hold.bed).pk


def test_a_bed_that_somebody_is_in_is_not_held():
    bed = in_bed(BedFactory()).bed

    with refused_by("hold_of_an_empty_bed") as refusal:
        HoldFactory(bed=bed)

    assert said_after(refusal) == ["Somebody is in this bed."]


def test_a_bed_out_of_use_is_not_held():
    bed = BedFactory(out_since=JUNE_4, out_reason="window")

    with refused_by("hold_of_a_bed_in_use"):
        HoldFactory(bed=bed)


def test_a_hold_does_not_end_before_it_starts():
    hold = HoldFactory()
    hold.until = hold.made_at

    assert "A hold cannot end before it starts." in said_of(hold)
    with refused_by("hold_ends_after_its_start"):
        saved_past_the_form(hold, until=hold.made_at)


def test_a_bed_stands_in_a_room_of_its_shelter():
    bed = BedFactory()

    with refused_by("bed_in_a_room_of_its_shelter") as refusal:
        saved_past_the_form(bed, room=RoomFactory())

    assert said_after(refusal) == ["Choose a room of the same shelter."]


ONCE = [
    (RoomFactory, ["shelter", "name"], "room_named_once"),
    (BedFactory, ["shelter", "room", "number"], "bed_numbered_once"),
    (
        NightAbsenceFactory,
        ["placement", "night_of"],
        "night_absence_recorded_once",
    ),
    (
        BedAnswerFactory,
        ["request", "shelter", "answered_by"],
        "bed_answer_once_a_shelter",
    ),
]


@pytest.mark.parametrize(("factory", "same", "name"), ONCE)
def test_the_same_is_recorded_once(factory, same, name):
    first = factory()
    facts = {field: getattr(first, field) for field in same}

    assert said_of(factory.build(**facts))
    with refused_by(name):
        factory(**facts)


def test_one_shelter_reserves_for_a_request():
    request = BedAnswerFactory(reserved=True).request

    with refused_by("bed_answer_reserved_once"):
        BedAnswerFactory(request=request, reserved=True)


WRONG = [
    (BoardRulesFactory, {"hold_minutes": 0}, "board_rules_hold_lasts"),
    (BedRequestFactory, {"people": 0}, "bed_request_for_some_people"),
    (BedRequestFactory, {"people": 11}, "bed_request_for_some_people"),
]


@pytest.mark.parametrize(("factory", "values", "name"), WRONG)
def test_a_number_that_makes_no_sense_is_refused(factory, values, name):
    record = factory()
    for field, value in values.items():
        setattr(record, field, value)

    assert said_of(record)
    with refused_by(name):
        saved_past_the_form(record, **values)


def test_a_cot_stands_beside_another_bed():
    bed = BedFactory()
    bed.beside = bed

    assert "A cot stands beside another bed." in said_of(bed)
    with refused_by("bed_not_beside_itself"):
        saved_past_the_form(bed, beside=bed)


def test_a_voided_stay_ends_its_nights_away_and_frees_the_bed():
    bed = BedFactory()
    night = NightAbsenceFactory(placement=in_bed(bed))
    night.placement.void("entered twice")

    night.refresh_from_db()
    assert night.voided_at
    assert Bed.objects.free().get() == bed


def test_a_merged_person_takes_the_hold_along():
    hold, other = HoldFactory(victim=VictimFactory()), VictimFactory()

    hold.victim.merge_into(other, "one person")

    assert Hold.objects.get().victim == other


def test_a_shelter_that_is_full_has_no_bed_for_more():
    shelter = ShelterFactory(capacity=1)
    PlacementFactory(shelter=shelter)

    with refused_by("placement_within_capacity"):
        in_bed(BedFactory(shelter=shelter))

    assert Placement.objects.count() == 1
