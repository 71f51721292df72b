"""Records of the yearly figures and of the analytics."""

from factory import SubFactory
from factory.django import DjangoModelFactory

from accounts.choices import Role
from reports.models import (
    DisclosureRule,
    LegacyYear,
    Mapping,
    OthersFigure,
    Population,
    ReportText,
)
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


class MappingFactory(DjangoModelFactory):
    """A value under the standard that nothing is mapped for at the start."""

    class Meta:
        model = Mapping

    standard = "ictip"
    list = "sex"
    code = "F"
    their_code = "F"
    their_label = "Female"


class PopulationFactory(DjangoModelFactory):
    """The girls of 2019."""

    class Meta:
        model = Population

    year = 2019
    sex = "F"
    age_group = "children"
    value = 1_000_000
    source = "Statistical yearbook 2020"


class OthersFigureFactory(DjangoModelFactory):
    """Another number of the victims of 2019 than any register of the tests gives."""

    class Meta:
        model = OthersFigure

    publisher = "Somebody"
    edition = "2020"
    year = 2019
    figure = "victims.identified"
    value = 4321
    wording = "Victims identified by the government"
    address = "https://example.org/2020"


class ReportTextFactory(DjangoModelFactory):
    """The victims of 2019 in words of an editor, in English only."""

    class Meta:
        model = ReportText

    year = 2019
    section = "victims"
    text_en = "Words of an editor."
