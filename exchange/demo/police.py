"""What the police of the demo work on in its week: a case, a bed, appeals on 152."""

from datetime import date, timedelta

from accounts.models import User
from assistance.choices import RoomFor
from assistance.models import BedRequest
from cases.choices import AccusedRole, CaseStage, ContactKind
from cases.models import (
    Accused,
    AccusedContact,
    CaseAssignment,
    CaseVictim,
    CriminalCase,
    Offence,
    WantedNotice,
)
from prevention.choices import CallOutcome, CallTopic
from prevention.models import Call
from victims.models import Victim


def open_case(victim: Victim, phone: str, today: date, investigator: User) -> None:
    """Open a case about the person; the accused is wanted and has that phone.

    So has one of an earlier case.
    """
    year, opened_on = today.year, today - timedelta(days=1)
    case = CriminalCase.objects.create(
        number=f"C-{year}-0001",
        opened_on=opened_on,
        article="144-1",
        stage=CaseStage.WANTED,
    )
    CaseAssignment.objects.create(case=case, user=investigator, since=opened_on)
    CaseVictim.objects.create(case=case, victim=victim)
    Offence.objects.create(
        number=f"O-{year}-0001", case=case, article="144-1", registered_on=opened_on
    )
    accused = Accused.objects.create(
        code=f"A-{year}-0001",
        case=case,
        sex="M",
        citizenship="AZE",
        role=AccusedRole.RECRUITER,
    )
    for known in (accused, Accused.objects.exclude(case=case).latest("code")):
        AccusedContact.objects.create(
            accused=known, kind=ContactKind.PHONE, value=phone
        )
    WantedNotice.objects.create(accused=accused, declared_on=today)


def ask_for_beds(investigator: User) -> None:
    """Ask the shelters for beds, without a word of who needs them."""
    BedRequest.objects.create(
        requested_by=investigator, room_for=RoomFor.FAMILY, people=2
    )


def answer_calls(today: date) -> None:
    """Record the appeals of two days on 152."""
    for ago, topic, outcome in (
        (1, CallTopic.LABOUR, CallOutcome.EXPLAINED),
        (1, CallTopic.MARRIAGE_WITH_FOREIGNER, CallOutcome.TRAFFICKING_REFERRAL),
        (0, CallTopic.DOMESTIC_VIOLENCE, CallOutcome.FORWARDED),
    ):
        day = today - timedelta(days=ago)
        Call.objects.create(received_on=day, topic=topic, outcome=outcome)
