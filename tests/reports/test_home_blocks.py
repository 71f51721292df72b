"""The blocks of the first page: each count leads to exactly what it counts."""

from datetime import date

import pytest
from django.db import connection

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from assistance.models import Bed
from tests.factories import (
    BedFactory,
    HoldFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    ShelterFactory,
)
from tests.reports.home_page import ADDRESS, ago, block, length, numbers, templates
from tests.shelter import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelter(db):
    return ShelterFactory(name="Shelter 1", capacity=3)


@pytest.fixture
def worker(client, user_as, shelter):
    user = user_as(Role.SHELTER_WORKER, shelter=shelter)
    client.force_login(user)
    return user


def reflecting(shelter, ends_on):
    stay = PlacementFactory(shelter=shelter, admitted_on=ago(10))
    return ReflectionPeriodFactory(victim=stay.victim, ends_on=ends_on).victim


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (Role.SHELTER_WORKER, ["due", "beds", "numbers"]),
        (Role.ASSISTANCE_WORKER, ["due", "numbers"]),
        (Role.POLICE_INVESTIGATOR, ["changed", "numbers"]),
        (Role.POLICE_ANALYST, ["changed", "numbers"]),
        (Role.ADMINISTRATOR, ["readiness"]),
        (Role.AUDITOR, ["numbers"]),
        (Role.SYSTEM_ADMINISTRATOR, ["terms", "accounts"]),
        ("", []),
    ],
)
def test_each_role_sees_its_blocks(client, user_as, shelter, role, shown):
    own = shelter if "shelter" in role else None
    client.force_login(user_as(role, shelter=own))

    assert templates(client) == shown


def test_each_count_of_what_is_due_leads_to_as_many(client, worker, shelter):
    for days in (3, 0, -2):
        reflecting(shelter, ago(days))

    found = block(client, "due.html")["counts"]

    assert [one.total for one in found] == [1, 1, 1]
    assert [length(client, one.url) for one in found] == [1, 1, 1]


def test_what_is_due_is_counted_as_far_as_a_hundred_and_says_so(
    client, worker, shelter
):
    victim = reflecting(shelter, ago(3))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO assistance_opendeadline
            SELECT id - number, victim_id, kind, record_key, counted_from, due_on,
                warned_on, warnings, postponement_id
            FROM assistance_opendeadline, generate_series(1, 120) AS number
            WHERE victim_id = %s
            """,
            [victim.pk],
        )

    page = client.get("/").text

    assert "<strong>100 or more</strong> late" in page
    assert "<strong>0</strong> today" in page


def test_of_what_is_late_the_first_page_shows_what_became_so_last(
    client, worker, shelter
):
    shelter.capacity = None
    shelter.save()
    for days in range(1, 9):
        reflecting(shelter, ago(days))

    rows = block(client, "due.html")["rows"]

    assert [row["when"][:1] for row in rows] == ["5", "4", "3", "2", "1"]


def test_where_nothing_is_due_the_page_says_what_comes_next(client, worker, shelter):
    for _number in range(2):
        reflecting(shelter, ago(-3))

    said = block(client, "due.html")["nothing"]

    weekday = f"{ago(-3):%A}"
    assert said == f"Nothing is due today. Next: {weekday}, 2 tasks."


def test_what_comes_next_in_weeks_is_said_with_its_day(client, worker, shelter):
    reflecting(shelter, date(2100, 6, 4))

    said = block(client, "due.html")["nothing"]

    assert said == "Nothing is due today. Next: 4 June 2100, 1 task."


def test_where_nothing_comes_the_page_says_only_that(client, worker):
    assert block(client, "due.html")["nothing"] == "Nothing is due today."


def test_the_journal_keeps_whom_the_first_page_shows(client, worker, shelter):
    victim = reflecting(shelter, ago(1))

    client.get(ADDRESS)

    entry = JournalEntry.objects.latest("pk")
    assert (entry.action, entry.codes) == (Action.LISTED, [victim.code])


def test_the_beds_are_counted_by_stays_and_capacity(client, worker, shelter):
    PlacementFactory(shelter=shelter)
    PlacementFactory(shelter=shelter, ended=True)
    PlacementFactory()

    (beds,) = block(client, "beds.html")["beds"]

    assert (beds.shelter, beds.used, beds.free) == ("Shelter 1", 1, 2)


def test_the_beds_are_counted_as_on_the_board(client, worker, shelter):
    used, held, out, _free = BedFactory.create_batch(4, shelter=shelter)
    PlacementFactory(shelter=shelter, bed=used)
    HoldFactory(bed=held)
    Bed.objects.filter(pk=out.pk).update(out_since=ago(1), out_reason="window")

    (beds,) = block(client, "beds.html")["beds"]

    assert beds.squares == ["used", "held", "free", "out"]


def test_without_a_capacity_nobody_knows_how_many_beds_are_free(client, user_as):
    shelter = ShelterFactory(capacity=None)
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=shelter))

    (beds,) = block(client, "beds.html")["beds"]

    assert beds.free is None


def test_the_referrals_that_wait_lead_to_as_many(client, worker, shelter):
    stay = PlacementFactory(shelter=shelter)
    ReferralFactory(victim=stay.victim)
    ReferralFactory(victim=stay.victim, outcome="completed")
    ReferralFactory()

    found = numbers(client)["referrals waiting for an outcome"]

    assert (found.total, length(client, found.url)) == (1, 1)


@pytest.mark.parametrize("role", [Role.SHELTER_WORKER, Role.SHELTER_MANAGER])
def test_the_first_page_asks_as_much_for_three_rows_as_for_one(
    client, user_as, shelter, role
):
    client.force_login(user_as(role, shelter=shelter))
    reflecting(shelter, ago(1))
    one = queries(client, ADDRESS)

    for days in (2, 3):
        reflecting(shelter, ago(days))

    assert (one, queries(client, ADDRESS)) == (9, 9)
