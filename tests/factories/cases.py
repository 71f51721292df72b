"""Factories of criminal cases."""

from datetime import date

from factory import Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory

from accounts.choices import Role
from cases.models import (
    Accused,
    AccusedContact,
    CaseAssignment,
    CaseVictim,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from tests.factories.reference import UserFactory
from tests.factories.victims import VictimFactory


class CriminalCaseFactory(DjangoModelFactory):
    """A case of trafficking, under investigation."""

    class Meta:
        model = CriminalCase

    number = Sequence("C-2019-{:04}".format)
    opened_on = date(2019, 2, 1)
    article = "144-1"


class CaseVictimFactory(DjangoModelFactory):
    """A person as a victim in a case."""

    class Meta:
        model = CaseVictim

    case = SubFactory(CriminalCaseFactory)
    victim = SubFactory(VictimFactory)


class CaseAssignmentFactory(DjangoModelFactory):
    """A case in the hands of an investigator, still."""

    class Meta:
        model = CaseAssignment

    case = SubFactory(CriminalCaseFactory)
    user = SubFactory(UserFactory, role=Role.POLICE_INVESTIGATOR)
    since = date(2019, 2, 1)


class OffenceFactory(DjangoModelFactory):
    """One registered crime of a case."""

    class Meta:
        model = Offence

    number = Sequence("O-2019-{:04}".format)
    case = SubFactory(CriminalCaseFactory)
    article = "144-1"
    registered_on = date(2019, 2, 2)


class CriminalGroupFactory(DjangoModelFactory):
    """A group neutralised in a case."""

    class Meta:
        model = CriminalGroup

    code = Sequence("G-2019-{:04}".format)
    case = SubFactory(CriminalCaseFactory)
    neutralised_on = date(2019, 3, 1)


class AccusedFactory(DjangoModelFactory):
    """A person accused in a case; with `in_court` sent to court."""

    class Meta:
        model = Accused

    class Params:
        in_court = Trait(sent_to_court_on=date(2019, 9, 1))

    code = Sequence("A-2019-{:04}".format)
    case = SubFactory(CriminalCaseFactory)
    sex = "M"
    citizenship = "AZE"


class AccusedContactFactory(DjangoModelFactory):
    """A phone of an accused person, another for each."""

    class Meta:
        model = AccusedContact

    accused = SubFactory(AccusedFactory)
    kind = "phone"
    value = Sequence("+994 50 100 {:04}".format)


class VerdictFactory(DjangoModelFactory):
    """A guilty verdict on a person sent to court before."""

    class Meta:
        model = Verdict

    accused = SubFactory(AccusedFactory, in_court=True)
    verdict_on = date(2019, 11, 20)
    result = "guilty"


class WantedNoticeFactory(DjangoModelFactory):
    """A notice in force; with `closed` the person was detained."""

    class Meta:
        model = WantedNotice

    class Params:
        closed = Trait(closed_on=date(2019, 10, 3), outcome="detained")

    accused = SubFactory(AccusedFactory)
    declared_on = date(2019, 7, 31)
