"""Factories of what is done for the public and of returns."""

from datetime import UTC, date, datetime

from factory import Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory

from accounts.choices import Role
from prevention.models import (
    Activity,
    AgencyReturn,
    Baseline,
    Call,
    Grant,
)
from tests.factories.reference import OrganisationFactory, RegionFactory, UserFactory


class CallFactory(DjangoModelFactory):
    """An appeal that was explained."""

    class Meta:
        model = Call

    received_on = date(2019, 9, 17)
    topic = "labour"
    outcome = "explained"


class ActivityFactory(DjangoModelFactory):
    """A seminar for eighty people."""

    class Meta:
        model = Activity

    kind = "seminar"
    held_on = date(2019, 4, 21)
    organiser = SubFactory(OrganisationFactory, code="mia")
    region = SubFactory(RegionFactory)
    role = "organiser"
    participants = 80


class GrantFactory(DjangoModelFactory):
    """A grant for a shelter."""

    class Meta:
        model = Grant

    project = Sequence("P-2019-{:02}".format)
    organisation = SubFactory(OrganisationFactory)
    granted_on = date(2019, 7, 22)
    amount_azn = 13125
    purpose = "shelter"
    recipients = 1


class AgencyReturnFactory(DjangoModelFactory):
    """Inspected sites in 2019, entered but not approved; with `approved` it is."""

    class Meta:
        model = AgencyReturn

    class Params:
        approved = Trait(
            approved_by=SubFactory(UserFactory, role=Role.ADMINISTRATOR),
            approved_at=datetime(2020, 1, 15, 9, tzinfo=UTC),
        )

    figure = "labour.sites_inspected"
    year = 2019
    value = 120
    agency = SubFactory(OrganisationFactory, code="labour_monitoring_centre")
    document = "2020/1"
    entered_by = SubFactory(UserFactory, role=Role.ADMINISTRATOR)


class BaselineFactory(DjangoModelFactory):
    """Victims through 2017."""

    class Meta:
        model = Baseline

    figure = "cumulative.victims"
    through_year = 2017
    value = 787
    source = "annual report for 2017"
