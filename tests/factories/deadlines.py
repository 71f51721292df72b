"""Factories of what people say of deadlines."""

from datetime import date

from factory import LazyAttribute, SubFactory
from factory.django import DjangoModelFactory

from assistance.models import DeadlineMark
from tests.factories.victims import VictimFactory


class DeadlineMarkFactory(DjangoModelFactory):
    """A first follow-up that was done."""

    class Meta:
        model = DeadlineMark

    victim = SubFactory(VictimFactory)
    kind = "follow_up_1"
    record_key = LazyAttribute(lambda mark: mark.victim.pk)
    counted_from = date(2019, 6, 18)
    act = "done"
    done_on = date(2019, 7, 18)
