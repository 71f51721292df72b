"""How the newcomers of the demo's week are registered and placed."""

from datetime import date, timedelta
from typing import Final

from accounts.models import User
from assistance.beds import deeds
from assistance.choices import RoomFor
from assistance.models import Bed, Placement
from exchange.demo.newcomers import NEWCOMERS, Newcomer
from reference.models import Shelter
from victims.choices import DecidingBody, Safety, Status
from victims.models import (
    Exploitation,
    FirstHour,
    Identity,
    PossibleDuplicate,
    StatusDecision,
    Victim,
)

PHONE: Final = "+994 50 555 01 52"
"""Of the one who just came, and of an accused person: who reaches both is warned."""


def receive_all(today: date, shelter: Shelter, worker: User) -> dict[str, Victim]:
    """Register everybody; return the persons by the keys of the newcomers."""
    people = {}
    for newcomer in NEWCOMERS:
        people[newcomer.key] = receive(newcomer, today, shelter)
        if newcomer.stays is not None:
            since = today - timedelta(days=newcomer.stays)
            place(people[newcomer.key], since, worker, shelter)
    PossibleDuplicate.objects.create(
        victim=people["just_come"], other=people["looks_alike"]
    )
    return people


def receive(newcomer: Newcomer, today: date, shelter: Shelter) -> Victim:
    """Register a person with identity, exploitation and status."""
    known = newcomer.identified is not None
    victim = Victim.objects.register(
        sex=newcomer.sex,
        citizenship=newcomer.citizenship,
        age_at_identification=newcomer.age if known else None,
        first_contact_on=today - timedelta(days=newcomer.came),
        referral_source=newcomer.source,
        registered_at=shelter,
    )
    family_name, given_name, father_name = newcomer.name
    phone = PHONE if newcomer.key == "just_come" else None
    Identity.objects.create(
        victim=victim,
        family_name=family_name,
        given_name=given_name,
        father_name=father_name,
        birth_date=date(today.year - newcomer.age, 1, 1),
        phone=phone,
        phone_safety=Safety.ASK_FIRST if phone else "",
    )
    Exploitation.objects.create(
        victim=victim, type=newcomer.exploited, main=True, country=newcomer.country
    )
    if newcomer.first_hour:
        FirstHour.objects.create(victim=victim, **newcomer.first_hour)
    decide(victim, newcomer, today)
    return victim


def decide(victim: Victim, newcomer: Newcomer, today: date) -> None:
    """Record that the person was presumed at first, and since when identified."""
    decisions = [(Status.PRESUMED, newcomer.came, DecidingBody.NGO)]
    if newcomer.identified is not None:
        decisions.append((Status.IDENTIFIED, newcomer.identified, DecidingBody.POLICE))
    for status, ago, body in decisions:
        day = today - timedelta(days=ago)
        StatusDecision.objects.create(
            victim=victim, status=status, decided_on=day, body=body
        )


def place(victim: Victim, since: date, worker: User, shelter: Shelter) -> None:
    """Place the person into the first free bed of a room for women."""
    free = Bed.objects.free().filter(shelter=shelter, room__room_for=RoomFor.WOMEN)
    stay = Placement(
        victim=victim, shelter=shelter, admitted_on=since, bed=free.first()
    )
    deeds.place(stay, worker)
