"""One record of every kind, and users of every role who reach what the role does."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from accounts.choices import Role
from accounts.models import User
from assistance.models import AllowanceRate
from reference.models import Organisation, Term
from tests import factories as made

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests


@dataclass
class World:
    """The records by the names they have in addresses, and the users by role."""

    users: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    code: str = ""
    number: str = ""


def users_of(shelter, number) -> dict[str, User]:
    """Return a user of each role, who works in the shelter."""
    return {
        role.value: made.UserFactory(
            username=f"{role}-{number}", role=role, shelter=shelter, password=PASSWORD
        )
        for role in Role
    }


def world(number: int = 1) -> World:
    """Return a world in which each role reaches a person, a case and what they have.

    Those who reach only what is theirs reach nothing of a world of another number.
    """
    shelter = made.ShelterFactory(capacity=20)
    users = users_of(shelter, number)
    victim = made.VictimFactory(
        born_on=date(1995, 3, 17), identified_on=date(2019, 1, 10)
    )
    keys = of_the_person(victim, shelter, users)
    if number == 1:
        keys |= of_the_public()
        keys |= dict(of_reference(shelter, users))
    case = made.CriminalCaseFactory()
    keys |= {f"case-{name}": key for name, key in of_the_case(case, victim, users)}
    return World(users, keys, victim.code, case.number)


def of_the_person(victim, shelter, users) -> dict[str, int]:
    """Return the keys of one record of each kind of the person's file."""
    child = made.DependantFactory(victim=victim)
    worker = users[Role.ASSISTANCE_WORKER]
    stay = made.PlacementFactory(victim=victim, shelter=shelter)
    of_victim = {
        "decision": victim.decisions.get(),
        "document": made.IdentityDocumentFactory(identity=victim.identity),
        "exploitation": made.ExploitationFactory(victim=victim),
        "leg": made.RouteLegFactory(victim=victim),
        "consent": made.ConsentFactory(victim=victim),
        "assignment": made.AssignmentFactory(victim=victim, user=worker),
        "child": child,
        "stay": stay,
        "service": made.ServiceFactory(victim=victim),
        "referral": made.ReferralFactory(victim=victim),
        "allowance": made.AllowanceFactory(victim=victim),
        "prepared": made.AllowanceFactory(
            victim=victim, kind="other", amount_azn=55, prepared=True
        ),
        "correction": made.AllowanceCorrectionFactory(
            allowance__victim=victim, allowance__kind="unknown", allowance__amount_azn=5
        ),
        "reflection": made.ReflectionPeriodFactory(victim=victim),
        "permit": made.ResidencePermitFactory(victim=victim),
        "plan": made.RehabilitationPlanFactory(victim=victim),
        "child_help": made.DependantServiceFactory(dependant=child),
        "compensation": made.CompensationFactory(victim=victim),
    }
    return {name: record.pk for name, record in of_victim.items()}


def of_the_case(case, victim, users) -> list[tuple[str, int]]:
    """Return the keys of one record of each kind that belongs to the case."""
    accused = made.AccusedFactory(case=case, in_court=True)
    investigator = users[Role.POLICE_INVESTIGATOR]
    of_case = {
        "offence": made.OffenceFactory(case=case),
        "accused": accused,
        "wanted": made.WantedNoticeFactory(accused=accused),
        "verdict": made.VerdictFactory(accused=accused),
        "victim": made.CaseVictimFactory(case=case, victim=victim),
        "group": made.CriminalGroupFactory(case=case),
        "assignment": made.CaseAssignmentFactory(case=case, user=investigator),
    }
    return [(name, record.pk) for name, record in of_case.items()]


def of_reference(shelter, users) -> list[tuple[str, int]]:
    """Return the keys of reference data, as the stock admin names its kinds."""
    records = (
        Organisation.objects.first(),
        made.RegionFactory(),
        shelter,
        made.LegalActFactory(),
        Term.objects.first(),
        AllowanceRate.objects.first(),
        users[Role.AUDITOR],
    )
    return [(f"admin-{record._meta.model_name}", record.pk) for record in records]


def of_the_public() -> dict[str, int]:
    """Return the keys of what is done for the public."""
    records = {
        "call": made.CallFactory(),
        "activity": made.ActivityFactory(),
        "grant": made.GrantFactory(),
        "baseline": made.BaselineFactory(),
        "return": made.AgencyReturnFactory(),
    }
    return {name: record.pk for name, record in records.items()}
