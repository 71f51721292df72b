"""`manage.py demo`: the register of 2019, an account for each role, the figures.

One that is served also gets a working week of these days.
"""

import io
from argparse import ArgumentParser
from datetime import date
from itertools import batched
from typing import Any, Final, Never, override

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from tqdm import tqdm

from accounts.choices import Role
from accounts.models import User
from assistance.choices import RoomFor
from assistance.models import Bed, Placement, Room
from cases.models import CaseAssignment, CriminalCase
from exchange.demo import week
from exchange.demo.helping import CENTRE
from reference.choices import ShelterKind
from reference.models import Organisation, Shelter
from thb.production import DEMO_DOMAIN
from victims.models import Assignment, Victim

YEAR: Final = 2019
PASSWORD: Final = "dayaq-demo-2019"  # noqa: S105 - known to all, refused in production
ASSIGNED_ON: Final = date(YEAR, 1, 1)
ASSIGNED_CASES: Final = 8
ASSIGNED_PERSONS: Final = 12
BEDS_IN_A_ROOM: Final = 4
BROKEN: Final = "12"
SECOND: Final = "second_administrator"
"""Prepares or approves what the other administrator may not alone."""
ACCOUNTS: Final = {role.value: role for role in Role} | {SECOND: Role.ADMINISTRATOR}


class Command(BaseCommand):
    """Fills an empty database for a demo; a second run changes nothing."""

    help = "Fill the database with the register of 2019 and demo accounts (DEMO=1)."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--port",
            type=int,
            help="also record a working week of today, and tell how to sign in there",
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo accounts are made only where DEMO=1.")
        with translation.override("en"):
            _migrate()
            refuse_real_accounts()
            self._fill()
            with transaction.atomic():
                make_accounts()
                assign_work()
                set_up_beds()
            enter_earlier_years()
            if options["port"] and not week.was_recorded():
                with transaction.atomic():
                    week.record_week()
            call_command("annual_figures", YEAR, stdout=self.stdout)
            if options["port"]:
                self._tell_how_to_sign_in(options["port"])

    def _fill(self) -> None:
        """Import the register once: what was changed in a demo stays changed."""
        if Victim.objects.exists():
            self.stdout.write("The register is there already; nothing is imported.")
            return
        register = settings.BASE_DIR / "demo" / f"register-{YEAR}"
        call_command("import_register", register, stdout=self.stdout)

    def _tell_how_to_sign_in(self, port: int) -> None:
        width = max(map(len, ACCOUNTS))
        rows = [f"  {name:{width}}  {role.label}" for name, role in ACCOUNTS.items()]
        self.stdout.write(
            f"\nOpen http://127.0.0.1:{port}/ and sign in with the password "
            f"{PASSWORD} as one of:\n" + "\n".join(rows) + "\nCtrl+C ends the demo."
        )


class _Steps(io.TextIOBase):
    """Where `migrate` writes: moves the bar on at each step that is done."""

    def __init__(self, bar: "tqdm[Never]") -> None:
        self.bar = bar

    @override
    def write(self, text: str) -> int:
        self.bar.update(text.count(" OK"))
        return len(text)


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    with tqdm(
        total=len(steps),
        desc="Preparing the database",
        delay=2,  # seconds
        disable=None,  # where nobody looks
        leave=False,
    ) as bar:
        call_command("migrate", interactive=False, no_color=True, stdout=_Steps(bar))


def refuse_real_accounts() -> None:
    """Raise CommandError where the database holds an account that is no demo's."""
    if User.objects.exclude(email__endswith=f"@{DEMO_DOMAIN}").exists():
        raise CommandError(
            "This database holds accounts that are no demo's: "
            "a demo needs a database of its own."
        )


def make_accounts() -> None:
    """Make each account that is missing; shelter staff get a shelter.

    The assistance worker belongs to the agency to which shelters refer people.
    """
    centre = Organisation.objects.filter(code=CENTRE).first()
    shelter = Shelter.objects.filter(kind=ShelterKind.STATE_SHELTER).first()
    for name, role in ACCOUNTS.items():
        user, made = User.objects.get_or_create(
            username=name,
            defaults={
                "role": role,
                "email": f"{name}@{DEMO_DOMAIN}",
                "is_staff": role is Role.SYSTEM_ADMINISTRATOR,
            },
        )
        if made:
            user.set_password(PASSWORD)
            user.organisation = centre if role is Role.ASSISTANCE_WORKER else None
            user.save(update_fields=["password", "organisation"])
        if shelter and role in {Role.SHELTER_WORKER, Role.SHELTER_MANAGER}:
            user.shelters.add(shelter)


def enter_earlier_years() -> None:
    """Enter what a printed source tells of the years before the register, once."""
    years = settings.BASE_DIR / "demo" / "earlier-years.csv"
    names = {"entered_by": Role.ADMINISTRATOR.value}
    call_command("import_earlier_years", years, **names, stdout=io.StringIO())


def assign_work() -> None:
    """Give some cases to the investigator and some persons to the worker, once."""
    since = {"since": ASSIGNED_ON}
    investigator = User.objects.get(username=Role.POLICE_INVESTIGATOR)
    if not CaseAssignment.objects.filter(user=investigator).exists():
        for case in CriminalCase.objects.order_by("-number")[:ASSIGNED_CASES]:
            CaseAssignment.objects.create(case=case, user=investigator, **since)
    worker = User.objects.get(username=Role.ASSISTANCE_WORKER)
    if not Assignment.objects.filter(user=worker).exists():
        for person in Victim.objects.order_by("-code")[:ASSIGNED_PERSONS]:
            Assignment.objects.create(victim=person, user=worker, **since)


def set_up_beds() -> None:
    """Give each shelter without rooms as many beds as its capacity, once."""
    for shelter in Shelter.objects.filter(rooms=None, capacity__gt=0):
        beds = [str(number + 1) for number in range(shelter.capacity or 0)]
        for at, numbers in enumerate(batched(beds, BEDS_IN_A_ROOM)):
            room = Room.objects.create(
                shelter=shelter,
                name=f"Otaq {at + 1}",
                room_for=RoomFor.WOMEN if at else RoomFor.FAMILY,
                step_free=at == 0,
            )
            for number in numbers:
                Bed.objects.create(shelter=shelter, room=room, number=number)
        put_to_bed(shelter)
        Bed.objects.filter(shelter=shelter, number=BROKEN).update(
            out_since=ASSIGNED_ON, out_reason="Pəncərə təmir olunur"
        )


def put_to_bed(shelter: Shelter) -> None:
    """Give a bed to everyone who stays in the shelter, one to a bed."""
    here = Placement.objects.current().filter(shelter=shelter, left_on=None)
    beds = Bed.objects.free().filter(shelter=shelter).exclude(room__step_free=True)
    for stay, bed in zip(here.order_by("admitted_on", "pk"), beds, strict=False):
        stay.bed = bed
        stay.save(update_fields=["bed"])
