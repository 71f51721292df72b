"""What users keep of lists."""

from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from accounts.models import ListLayout, SavedView
from tests.factories.reference import UserFactory


class SavedViewFactory(DjangoModelFactory):
    """A view of the list of people: those identified."""

    owner = SubFactory(UserFactory)
    list_name = "people"
    name = Sequence("View {}".format)
    filters = {"status": "identified"}

    class Meta:
        model = SavedView


class ListLayoutFactory(DjangoModelFactory):
    """The list of people as one user wants it."""

    user = SubFactory(UserFactory)
    list_name = "people"

    class Meta:
        model = ListLayout
