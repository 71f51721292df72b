"""Factories of rooms, beds, holds and requests."""

from datetime import date, timedelta

from django.utils import timezone
from factory import LazyAttribute, LazyFunction, Sequence, SubFactory
from factory.django import DjangoModelFactory

from accounts.choices import Role
from assistance.models import (
    Bed,
    BedAnswer,
    BedRequest,
    BoardRules,
    Hold,
    NightAbsence,
    Room,
)
from tests.factories.assistance import PlacementFactory
from tests.factories.reference import ShelterFactory, UserFactory


class RoomFactory(DjangoModelFactory):
    """A room for anyone."""

    class Meta:
        model = Room

    shelter = SubFactory(ShelterFactory)
    name = Sequence("Room {}".format)


class BedFactory(DjangoModelFactory):
    """A free bed; `shelter` puts it into a new room there."""

    class Meta:
        model = Bed

    shelter = SubFactory(ShelterFactory)
    room = LazyAttribute(lambda bed: RoomFactory(shelter=bed.shelter))
    number = Sequence(lambda number: str(number % 100_000))


class HoldFactory(DjangoModelFactory):
    """A bed held for ninety minutes, for nobody yet."""

    class Meta:
        model = Hold

    bed = SubFactory(BedFactory)
    made_by = SubFactory(UserFactory)
    made_at = LazyFunction(timezone.now)
    until = LazyAttribute(lambda hold: hold.made_at + timedelta(minutes=90))


class NightAbsenceFactory(DjangoModelFactory):
    """A night away, agreed with the shelter."""

    class Meta:
        model = NightAbsence

    placement = SubFactory(PlacementFactory)
    night_of = date(2019, 6, 10)
    kind = "agreed"


class BoardRulesFactory(DjangoModelFactory):
    """A shelter that holds a bed for an hour."""

    class Meta:
        model = BoardRules

    shelter = SubFactory(ShelterFactory)
    hold_minutes = 60


class BedRequestFactory(DjangoModelFactory):
    """An investigator asks for one bed for a woman."""

    class Meta:
        model = BedRequest

    requested_by = SubFactory(UserFactory, role=Role.POLICE_INVESTIGATOR)
    room_for = "women"


class BedAnswerFactory(DjangoModelFactory):
    """A shelter has no bed."""

    class Meta:
        model = BedAnswer

    request = SubFactory(BedRequestFactory)
    shelter = SubFactory(ShelterFactory)
    answered_by = SubFactory(UserFactory, role=Role.SHELTER_MANAGER)
