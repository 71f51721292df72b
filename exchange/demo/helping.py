"""What the shelter of the demo does for its newcomers, and what waits for whom."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from accounts.models import User
from assistance.beds import deeds
from assistance.choices import (
    AllowanceKind,
    PaymentMethod,
    Recipient,
    ReferralType,
    RoomFor,
    ServiceType,
    SharedField,
)
from assistance.models import (
    Allowance,
    Bed,
    Hold,
    Placement,
    ReflectionPeriod,
    RehabilitationPlan,
    ResidencePermit,
    Sending,
    Service,
)
from reference.models import Organisation
from victims.choices import ConsentPurpose, NoteKind
from victims.models import Consent, Draft, Note, NoteText, Victim

type People = Mapping[str, Victim]

CENTRE: Final = "assistance_centre"
"""The agency to which the shelters of the demo refer people."""
HOLD_LASTS: Final = timedelta(hours=6)
TYPED: Final = {"given_name": "Lalə", "sex": "F", "of_age": "unsure", "language": "az"}


def begin_help(people: People, today: date) -> None:
    """Record the periods, permits and plans that remind of an end, and services."""
    ReflectionPeriod.objects.create(
        victim=people["reflecting"],
        granted_on=today - timedelta(days=25),
        ends_on=today + timedelta(days=5),
    )
    ResidencePermit.objects.create(
        victim=people["permit_ends"],
        applied_on=today - timedelta(days=350),
        granted_on=today - timedelta(days=345),
        valid_until=today + timedelta(days=10),
    )
    RehabilitationPlan.objects.create(
        victim=people["plan_due"], drawn_up_on=today - timedelta(days=90)
    )
    centre = Organisation.objects.get(code=CENTRE)
    for key, kind, ago in (
        ("reflecting", ServiceType.MEDICAL, 24),
        ("reflecting", ServiceType.INTERPRETER, 24),
        ("almost_adult", ServiceType.PSYCHOLOGICAL, 8),
        ("allowance_waits", ServiceType.LEGAL, 30),
        ("leaving", ServiceType.PSYCHOLOGICAL, 20),
        ("plan_due", ServiceType.EDUCATION, 60),
    ):
        day = today - timedelta(days=ago)
        Service.objects.create(
            victim=people[key], type=kind, provider=centre, provided_on=day
        )


def write_notes(people: People, today: date, worker: User) -> None:
    """Write what the night tells the morning."""
    for key, kind, words in (
        ("just_come", NoteKind.TALK, "Gecə yaxşı yatdı. Uşaqla birlikdədir."),
        ("leaving", NoteKind.CALL, "Bacısı ilə danışdı: otaq hazırdır."),
    ):
        note = Note.objects.create(
            victim=people[key], kind=kind, happened_on=today, author=worker
        )
        NoteText.objects.create(note=note, number=1, text=words, written_by=worker)


def prepare_allowance(people: People, today: date, worker: User) -> None:
    """Prepare an allowance, which waits for a second person."""
    allowance = Allowance(
        victim=people["allowance_waits"],
        kind=AllowanceKind.ONE_TIME,
        decided_on=today - timedelta(days=1),
        recipient=Recipient.SELF,
        method=PaymentMethod.CASH,
    )
    allowance.set_amount()
    allowance.prepare(worker)
    allowance.save()


def refer(people: People, today: date, worker: User) -> None:
    """Send referrals to the assistance centre, with the consent that covers each."""
    centre = Organisation.objects.get(code=CENTRE)
    for key, kind, needs in (
        ("leaving", ReferralType.EMPLOYMENT, "Dərzi işi, yarım gün."),
        ("plan_due", ReferralType.VOCATIONAL_TRAINING, "Kompüter kursu, axşamlar."),
    ):
        consent = Consent.objects.create(
            victim=people[key],
            purpose=ConsentPurpose.REFERRAL,
            organisation=centre,
            given_on=today - timedelta(days=3),
        )
        Sending.objects.create(
            victim=people[key],
            type=kind,
            organisation=centre,
            consent=consent,
            shared=[SharedField.SEX, SharedField.LANGUAGE, SharedField.NEEDS],
            needs=needs,
            sender=worker,
        )


def type_draft(worker: User) -> None:
    """Leave a person half typed."""
    Draft.objects.create(owner=worker).answer(TYPED)


def plan_beds(people: People, today: date, manager: User) -> None:
    """Hold a bed for the one who has none yet, and plan a departure."""
    shelter = people["presumed"].registered_at
    free = Bed.objects.free().filter(shelter=shelter, room__room_for=RoomFor.FAMILY)
    hold = Hold(
        bed=free.earliest("pk"),
        made_by=manager,
        victim=people["presumed"],
        until=timezone.now() + HOLD_LASTS,
    )
    deeds.hold_bed(hold)
    stay = Placement.objects.get(victim=people["leaving"], left_on=None)
    stay.plans_to_leave_on = today + timedelta(days=3)
    deeds.plan_departure(stay, manager)
