"""What is measured: our way and the peer's way of each piece of work."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final, NamedTuple

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from bench import users
from bench.measure import Work
from bench.peer import OpenName
from reference.models import Shelter
from reports.year import figures_of
from victims.models import Identity, Victim

YEAR: Final = 2019
SQL: Final = Path(__file__).with_name("figures.sql")
OPENED: Final = Path(__file__).with_name("opened.sql")
FLAT: Final = "flat"
FILTERED: Final = (
    "placement=now",
    "placement=left",
    "placement=never",
    "status=presumed",
    "status=not_confirmed",
    "status=none",
    f"identified={YEAR}",
    "sex=M",
    "age=none",
    "citizenship=UZB",
    "exploitation=forced_labour",
    "paid=no",
    "children=no",
    "missing=yes",
    "due=late",
    "sort=code",
    "sort=-code",
)


class Case(NamedTuple):
    """One piece of work, done by us and by the peer, and the aim for the ratio."""

    name: str
    ours: Work
    peer: Work
    aim: str


@dataclass(frozen=True)
class Register:
    """A register that was imported, with the users who look at it."""

    persons: int

    @cached_property
    def office(self) -> Client:
        """Return a browser of the Coordinator's office."""
        return signed_in(users.office())

    @cached_property
    def shelter(self) -> Client:
        """Return a browser of a manager of all shelters, who searches by name."""
        return signed_in(users.manager(Shelter.objects.all()))

    @cached_property
    def middle(self) -> Victim:
        """Return a person with a stay, from the middle of the list."""
        later = Victim.objects.filter(pk__gte=self._middle_key, placements__gt=0)
        return later.order_by("pk")[0]

    @cached_property
    def _middle_key(self) -> int:
        keys = Victim.objects.order_by("pk").values_list("pk", flat=True)
        return keys[self.persons // 2]

    @cached_property
    def family_name(self) -> str:
        """Return the family name of that person."""
        return str(self.middle.identity.family_name)

    def cases(self) -> Iterator[Case]:
        """Return what is measured on this register."""
        office, shelter = self.office, self.shelter
        people, person = reverse("victims:list"), self.middle
        peer_people = reverse("peer:victims_victim_changelist")
        peer_person = reverse("peer:victims_victim_change", args=[person.pk])
        peer_names = reverse("peer:bench_openname_changelist")
        page = reverse("reports:year", args=[YEAR])
        own_page = reverse("assistance:overview", args=[person.code])
        sought = {"text": self.family_name}
        yield Case("figures, year", partial(figures_of, YEAR), by_hand, "<= 2")
        yield Case("figures, page", get(office, page), by_hand, "<= 3")
        yield Case(
            "list, page 1",
            get(office, people),
            get(office, peer_people),
            "<= 0.2 at 100,000",
        )
        yield Case(
            "list, middle",
            get(office, f"{people}?after={person.pk}"),
            get(office, f"{peer_people}?p={self.persons // 200}"),
            "<= 0.2 at 100,000",
        )
        yield Case("person", get(shelter, own_page), get(office, peer_person), "<= 1")
        yield Case(
            "search by name",
            lambda: answered(shelter.post(people, sought, follow=True)),
            get(office, f"{peer_names}?q={self.family_name}"),
            "<= 0.05 at 100,000",
        )
        yield from self.pages_of_the_day(get(office, peer_people))

    def pages_of_the_day(self, peer: Work) -> Iterator[Case]:
        """Return what each role opens in the morning, beside the peer's list."""
        due, people = reverse("due:list"), reverse("victims:list")
        for role, user in users.of_each_role().items():
            client = signed_in(user)
            yield Case(f"home, {role}", get(client, reverse("home")), peer, FLAT)
            if user.has_perm("assistance.view_deadline"):
                late = f"{due}?when=late"
                yield Case(f"due, {role}", get(client, due), peer, FLAT)
                yield Case(f"due late, {role}", get(client, late), peer, FLAT)
        for query in (*FILTERED, "case=no"):
            work = get(self.office, f"{people}?{query}")
            yield Case(f"list, {query}", work, peer, FLAT)
        yield from self.pages_of_one_shelter(peer)

    def pages_of_one_shelter(self, peer: Work) -> Iterator[Case]:
        """Return what a manager of one shelter among many opens of the persons."""
        manager = users.manager(users.one_shelter())
        client, people = signed_in(manager), reverse("victims:list")
        keys = Victim.objects.visible_to(manager).current().values_list("pk", "code")
        middle, code = list(keys.order_by("pk"))[len(keys) // 2]
        person = reverse("assistance:overview", args=[code])
        yield Case("manager: list, page 1", get(client, people), peer, FLAT)
        after = get(client, f"{people}?after={middle}")
        yield Case("manager: list, middle", after, peer, FLAT)
        yield Case("manager: person", get(client, person), peer, FLAT)
        for query in FILTERED:
            work = get(client, f"{people}?{query}")
            yield Case(f"manager: list, {query}", work, peer, FLAT)


def signed_in(user: User) -> Client:
    """Return a browser in which the user is signed in."""
    client = Client()
    client.force_login(user, "accounts.backends.KnownReach")
    return client


def get(client: Client, address: str) -> Callable[[], object]:
    """Return the work of opening a page; any other answer than 200 raises."""
    return lambda: answered(client.get(address))


def answered(response: object) -> object:
    """Return the response, which must be 200: nothing else is worth measuring."""
    if (status := getattr(response, "status_code", 0)) != 200:  # noqa: PLR2004
        raise AssertionError(f"{status} {response}")
    return response


def by_hand() -> list[object]:
    """Return the figures of two years by combined SQL written by hand."""
    parameters = {
        "year": YEAR,
        "before": YEAR - 1,
        "first": f"{YEAR - 1}-01-01",
        "last": f"{YEAR}-12-31",
    }
    rows: list[object] = []
    with connection.cursor() as cursor:
        for statement in SQL.read_text(encoding="utf-8").split(";\n"):
            if "SELECT" in statement:
                cursor.execute(statement, parameters)
                rows += cursor.fetchall()
    return rows


def open_what_is_due() -> None:
    """Say of the register what its files do not tell; see `opened.sql`."""
    with connection.cursor() as cursor:
        for statement in OPENED.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                cursor.execute(statement)


def import_register(folder: Path) -> None:
    """Import the folder by our command."""
    call_command("import_register", str(folder), stdout=io.StringIO())


def plain_copy(folder: Path) -> None:
    """Copy the same files into plain tables of text, unchecked, and commit."""
    with connection.cursor() as cursor:
        for file in sorted(folder.glob("*.csv")):
            _copy_one(cursor, file)


def _copy_one(cursor: object, file: Path) -> None:
    with file.open("rb") as content:
        header = content.readline().decode().strip()
        names = ", ".join(f'"{name}" text' for name in next(csv.reader([header])))
        run = cursor.execute  # type: ignore[attr-defined]
        run(f'DROP TABLE IF EXISTS "plain_{file.stem}"')
        run(f'CREATE TABLE "plain_{file.stem}" ({names})')
        statement = f'COPY "plain_{file.stem}" FROM STDIN (FORMAT csv)'
        with cursor.copy(statement) as copy:  # type: ignore[attr-defined]
            while part := content.read(1 << 20):
                copy.write(part)


def open_the_names() -> None:
    """Give the peer the names in the clear, to search them as it does."""
    identities = Identity.objects.only(
        "victim_id", "row_key", "family_name", "given_name"
    )
    OpenName.objects.bulk_create(
        (
            OpenName(
                victim_id=found.victim_id,
                family_name=found.family_name or "",
                given_name=found.given_name or "",
            )
            for found in identities.iterator()
        ),
        batch_size=5000,
    )
