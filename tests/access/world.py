"""One record of every kind, and users of every role who reach what the role does."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from accounts.choices import Role
from accounts.models import User
from assistance.forms.sending import RECEIVERS
from assistance.models import AllowanceRate
from reference.models import Organisation, Term
from reports.releases import freezing
from reports.releases.counted import count
from reports.releases.explaining import explain
from tests import factories as made

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests


@dataclass
class World:
    """The records by the names they have in addresses, and the users by role."""

    users: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    code: str = ""
    number: str = ""
    key: str = ""  # of a draft
    other: str = ""  # code of another person in reach


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
    agency = made.OrganisationFactory()
    for role in RECEIVERS:
        users[role].organisation = agency
        users[role].save()
    victim = made.VictimFactory(
        born_on=date(1995, 3, 17), identified_on=date(2019, 1, 10)
    )
    keys = of_the_person(victim, shelter, users)
    keys |= of_the_board(shelter, users, keys["stay"])
    if number == 1:
        keys |= of_the_public()
        keys |= dict(of_reference(shelter, users))
    case = made.CriminalCaseFactory()
    keys |= {f"case-{name}": key for name, key in of_the_case(case, victim, users)}
    if number == 1:
        freeze_a_year()
    draft = made.DraftFactory(owner=users[Role.SHELTER_WORKER])
    other = made.PlacementFactory(shelter=shelter).victim
    codes = (victim.code, case.number, str(draft.key), other.code)
    return World(users, keys, *codes)


def of_the_person(victim, shelter, users) -> dict[str, int]:
    """Return the keys of one record of each kind of the person's file."""
    child = made.DependantFactory(victim=victim)
    worker = users[Role.ASSISTANCE_WORKER]
    stay = made.PlacementFactory(victim=victim, shelter=shelter)
    author = users[Role.SHELTER_WORKER]
    agency = author.organisation
    of_victim = {
        "decision": victim.decisions.get(),
        "document": made.IdentityDocumentFactory(identity=victim.identity),
        "exploitation": made.ExploitationFactory(victim=victim),
        "leg": made.RouteLegFactory(victim=victim),
        "consent": made.ConsentFactory(victim=victim),
        "assignment": made.AssignmentFactory(victim=victim, user=worker),
        "child": child,
        "first_hour": made.FirstHourFactory(victim=victim),
        "stay": stay,
        "service": made.ServiceFactory(victim=victim),
        "note": made.NoteFactory(victim=victim, author=author),
        "paper": made.PaperFactory(victim=victim, author=author),
        "sending": made.SendingFactory(victim=victim, organisation=agency),
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
        "mark": made.DeadlineMarkFactory(victim=victim),
    }
    return {name: record.pk for name, record in of_victim.items()}


def of_the_board(shelter, users, stay) -> dict[str, int]:
    """Return the keys of a room, a free bed, a held one, one out of use, a request."""
    room = made.RoomFactory(shelter=shelter)
    free, held, out = made.BedFactory.create_batch(3, shelter=shelter, room=room)
    hold = made.HoldFactory(bed=held, made_by=users[Role.SHELTER_WORKER])
    out.out_since, out.out_reason = date(2019, 6, 4), "window"
    out.save()
    asked = made.BedRequestFactory(requested_by=users[Role.POLICE_INVESTIGATOR])
    return {
        "room": room.pk,
        "bed": free.pk,
        "bed-hold": hold.pk,
        "bed-out": out.pk,
        "bed-stay": stay,
        "bed-request": asked.pk,
        "bed-shelter": shelter.pk,
    }


def of_the_case(case, victim, users) -> list[tuple[str, int]]:
    """Return the keys of one record of each kind that belongs to the case."""
    accused = made.AccusedFactory(case=case, in_court=True)
    investigator = users[Role.POLICE_INVESTIGATOR]
    of_case = {
        "offence": made.OffenceFactory(case=case),
        "accused": accused,
        "contact": made.AccusedContactFactory(accused=accused),
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
        "earlier_year": made.LegacyYearFactory(),
        "mapping": made.MappingFactory(),
        "population": made.PopulationFactory(),
        "others_figure": made.OthersFigureFactory(),
    }
    return {name: record.pk for name, record in records.items()}


def freeze_a_year() -> None:
    """Freeze 2019 by two people, and prepare a revision of it."""
    first, second = made.UserFactory.create_batch(2, role=Role.ADMINISTRATOR)
    with transaction.atomic():
        counted = count(2019)
        words = {check.code: "looked at" for check in counted.unexplained}
        explain(counted.figures, words, counted.checks, first)
    freezing.freeze(freezing.prepare(2019, first), second)
    freezing.prepare(2019, first, "a late entry")
