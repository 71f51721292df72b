"""Records of the yearly figures and of the analytics."""

from factory import SubFactory
from factory.django import DjangoModelFactory

from accounts.choices import Role
from reports.models import DisclosureRule, LegacyYear
from tests.factories.reference import UserFactory


class DisclosureRuleFactory(DjangoModelFactory):
    """The rule on small numbers that there is: the register starts with one."""

    class Meta:
        model = DisclosureRule
        django_get_or_create = ["rule"]

    rule = "small-numbers"


class LegacyYearFactory(DjangoModelFactory):
    """Victims of 2016, entered but not approved."""

    class Meta:
        model = LegacyYear

    figure = "victims.identified"
    year = 2016
    value = 70
    source = "speech 35"
    entered_by = SubFactory(UserFactory, role=Role.ADMINISTRATOR)
