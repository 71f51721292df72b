"""Several people write about one bed at the same moment: the rules hold."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from assistance.models import Bed, Hold, Placement
from tests.assistance.test_concurrency import at_once
from tests.factories import BedFactory, UserFactory, VictimFactory


@pytest.fixture
def bed(committed_db):
    return BedFactory()


def placing(bed):
    """Return work that places somebody into the bed."""
    victim = VictimFactory()
    facts = {"victim": victim, "shelter": bed.shelter, "bed": bed}
    return lambda: Placement.objects.create(admitted_on=date(2019, 6, 4), **facts)


def holding(bed):
    """Return work that holds the bed."""
    user, now = UserFactory(), timezone.now()
    until = now + timedelta(minutes=90)
    facts = {"bed": bed, "made_by": user, "made_at": now, "until": until}
    return lambda: Hold.objects.create(**facts)


def test_one_of_four_people_is_placed_into_a_bed(bed):
    outcomes = at_once(*[placing(bed) for _ in range(4)])

    assert sorted(outcomes) == ["done", *["placement_one_person_a_bed"] * 3]


def test_a_bed_is_held_or_used_never_both(bed):
    outcomes = at_once(placing(bed), holding(bed))

    assert sorted(outcomes) in (
        ["done", "placement_bed_not_held"],
        ["done", "hold_of_an_empty_bed"],
    )


def test_one_of_four_holds_a_bed(bed):
    outcomes = at_once(*[holding(bed) for _ in range(4)])

    assert sorted(outcomes) == ["done", *["hold_one_at_a_time"] * 3]


def test_a_bed_goes_out_of_use_or_is_used_never_both(bed):
    def take_out():
        Bed.objects.filter(pk=bed.pk).update(out_since=date(2019, 6, 4))

    outcomes = at_once(placing(bed), take_out)

    assert sorted(outcomes) in (
        ["done", "placement_bed_in_use"],
        ["bed_out_of_use_is_empty", "done"],
    )
