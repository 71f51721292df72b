"""What the database, and each form, refuse in a mark on a deadline."""

import pytest
from django.utils.timezone import localdate

from assistance.models import DeadlineMark
from tests.assistance.deadlines.conftest import ago
from tests.factories import DeadlineMarkFactory, VictimFactory
from tests.refused import refused_by, said_after, said_of

pytestmark = pytest.mark.django_db

ONE_OF_THEM = [
    "Say the day it was done, the day it is postponed to, or the worker: one of them."
]
WRONG = [
    {"done_on": None},
    {"postponed_to": localdate()},
    {"act": "postponed", "reason": "In care"},
    {"act": "reassigned", "done_on": None},
]


@pytest.mark.parametrize("values", WRONG)
def test_a_form_refuses_a_mark_without_what_its_act_needs(values):
    mark = DeadlineMarkFactory.build(victim=VictimFactory(), record_key=1, **values)

    assert said_of(mark) == ONE_OF_THEM


@pytest.mark.parametrize("values", WRONG)
def test_the_database_refuses_a_mark_without_what_its_act_needs(values):
    with refused_by("deadline_mark_says_what_its_act_needs"):
        DeadlineMarkFactory(**values)


def test_the_database_refuses_a_postponement_without_a_reason():
    with refused_by("deadline_mark_postponed_with_a_reason") as refusal:
        DeadlineMarkFactory(act="postponed", done_on=None, postponed_to=ago(-1))

    assert said_after(refusal) == [
        "Say why it is postponed: the reason stays in the file."
    ]


def test_the_database_refuses_to_mark_a_deadline_twice():
    mark = DeadlineMarkFactory()

    with refused_by("deadline_mark_made_once") as refusal:
        DeadlineMarkFactory(victim=mark.victim)

    assert said_after(refusal) == ["Somebody has said this meanwhile."]


def test_a_form_refuses_to_mark_a_deadline_twice():
    mark = DeadlineMarkFactory()
    again = DeadlineMarkFactory.build(victim=mark.victim, record_key=mark.record_key)

    assert said_of(again) == ["Somebody has said this meanwhile."]


def test_the_reason_is_sealed():
    mark = DeadlineMarkFactory(reason="Spoke to Leyla")

    stored = DeadlineMark.objects.values_list("reason", flat=True).get()

    assert b"Leyla" not in bytes(stored)
    assert DeadlineMark.objects.get().reason == mark.reason
