"""The working week of a demo: people of these days, and what is to be done for them.

The register of 2019 alone has nothing that is due today. Nothing of the week is of 2018
or 2019, so that no figure of these years moves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pghistory
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import User
from exchange.demo import helping, police
from exchange.demo.arrivals import PHONE, receive_all
from reference.choices import TermUnit
from reference.models import Shelter, Term
from victims.models import FirstHour

TERMS: Final = {
    "identification_decision": (10, TermUnit.DAYS),
    "adulthood_warning": (30, TermUnit.DAYS),
    "plan_review": (3, TermUnit.MONTHS),
}
"""Lengths that nobody confirmed: the demo makes them up, and says so as their basis."""


def was_recorded() -> bool:
    """Tell whether people of these days are in the register already."""
    return FirstHour.objects.exists()


@contextmanager
def recorded_by(role: Role) -> Iterator[User]:
    """Record what follows as the demo's user of that role; history tells it so."""
    user = User.objects.get(username=role)
    with pghistory.context(user=user.pk):
        yield user


def record_week() -> None:
    """Record who came to the state shelter in these days, and what waits for whom."""
    today = localdate()
    shelter = Shelter.objects.get(staff__username=Role.SHELTER_MANAGER)
    with recorded_by(Role.SYSTEM_ADMINISTRATOR):
        make_up_terms()
    with recorded_by(Role.SHELTER_WORKER) as worker:
        people = receive_all(today, shelter, worker)
        helping.begin_help(people, today)
        helping.write_notes(people, today, worker)
        helping.prepare_allowance(people, today, worker)
        helping.refer(people, today, worker)
        helping.type_draft(worker)
    with recorded_by(Role.SHELTER_MANAGER) as manager:
        helping.plan_beds(people, today, manager)
    with recorded_by(Role.POLICE_INVESTIGATOR) as investigator:
        police.open_case(people["just_come"], PHONE, today, investigator)
        police.ask_for_beds(investigator)
    with recorded_by(Role.ADMINISTRATOR):
        police.answer_calls(today)


def make_up_terms() -> None:
    """Give lengths to some terms that have none."""
    for code, (length, unit) in TERMS.items():
        Term.objects.filter(code=code, length=None).update(
            length=length, unit=unit, basis="made up for the demo"
        )
