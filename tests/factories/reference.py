"""Factories of what everything refers to, and of users."""

from factory import LazyAttribute, Sequence, post_generation
from factory.django import DjangoModelFactory

from accounts.choices import Role
from accounts.models import User
from reference.models import (
    LegalAct,
    Organisation,
    Region,
    Shelter,
    Term,
)


class OrganisationFactory(DjangoModelFactory):
    """An association; a code that is seeded gives the seeded organisation."""

    class Meta:
        model = Organisation
        django_get_or_create = ["code"]

    code = Sequence("ngo-{:02}".format)
    name = LazyAttribute(lambda organisation: f"Association {organisation.code}")
    type = "ngo"


class RegionFactory(DjangoModelFactory):
    """A city."""

    class Meta:
        model = Region
        django_get_or_create = ["name"]

    name = Sequence("City {}".format)


class ShelterFactory(DjangoModelFactory):
    """A shelter with room for twenty people."""

    class Meta:
        model = Shelter

    code = Sequence("S-{}".format)
    name = LazyAttribute(lambda shelter: f"Shelter {shelter.code}")
    kind = "state_shelter"
    capacity = 20


class LegalActFactory(DjangoModelFactory):
    """A decision of the Cabinet of Ministers."""

    class Meta:
        model = LegalAct

    kind = "cabinet_decision"
    title = "Decision on the one-time allowance"


class TermFactory(DjangoModelFactory):
    """A term of thirty days."""

    class Meta:
        model = Term

    code = Sequence("term-{}".format)
    title = "Reflection period"
    length = 30
    unit = "days"


class UserFactory(DjangoModelFactory):
    """A shelter worker; `role` makes somebody else, `shelter` gives a shelter."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = Sequence("user-{}".format)
    role = Role.SHELTER_WORKER
    language = "en"

    @post_generation
    def shelter(self, _create, extracted):
        """Let the user work in the shelter."""
        if extracted:
            self.shelters.add(extracted)
