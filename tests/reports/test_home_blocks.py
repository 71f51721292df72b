"""The blocks of the first page: each count leads to exactly what it counts."""

from datetime import date, timedelta

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from cases.watch.queries import OF_CASE
from reference.models import Term
from tests.factories import (
    AccusedFactory,
    AgencyReturnFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalGroupFactory,
    OffenceFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    ShelterFactory,
    UserFactory,
    VerdictFactory,
    WantedNoticeFactory,
)
from tests.shelter import queries

pytestmark = pytest.mark.django_db

ADDRESS = reverse("home")


def ago(days):
    return localdate() - timedelta(days=days)


def block(client, template):
    """Return what the block of this template shows."""
    context = client.get(ADDRESS).context
    blocks = [*context["main"], *context["side"]]
    (found,) = [one for one in blocks if one.template == f"reports/blocks/{template}"]
    return found.shown


def templates(client):
    context = client.get(ADDRESS).context
    blocks = [*context["main"], *context["side"]]
    return [one.template.split("/")[-1].split(".")[0] for one in blocks]


def numbers(client, template="numbers.html"):
    return {str(one.text): one for one in block(client, template)["numbers"]}


def length(client, address):
    return len(client.get(address).context["page"].records)


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

    assert (one, queries(client, ADDRESS)) == (8, 8)


@pytest.fixture
def mine(client):
    """Return the assignment of a case to an investigator, signed in."""
    assignment = CaseAssignmentFactory()
    client.force_login(assignment.user)
    return assignment


def test_a_case_that_changed_since_the_last_visit_is_shown(client, mine):
    OffenceFactory(case=mine.case)
    CaseAssignmentFactory()

    shown = block(client, "changed.html")

    assert [case.number for case in shown["cases"]] == [mine.case.number]
    assert length(client, shown["number"].url) == shown["number"].total == 1


def test_a_case_that_changed_before_the_last_visit_is_not_shown(
    client, mine, monkeypatch
):
    later = timezone.now() + timedelta(minutes=1)
    monkeypatch.setattr("cases.watch.views.last_visit", lambda _user: later)

    assert block(client, "changed.html")["cases"] == []


@pytest.mark.parametrize("model", OF_CASE)
def test_a_change_of_any_record_is_a_change_of_the_case(
    client, mine, monkeypatch, model
):
    accused = AccusedFactory(case=mine.case, in_court=True)
    OffenceFactory(case=mine.case)
    VerdictFactory(accused=accused)
    WantedNoticeFactory(accused=accused)
    CaseVictimFactory(case=mine.case)
    CriminalGroupFactory(case=mine.case)

    monkeypatch.setattr("cases.watch.queries.OF_CASE", {model: OF_CASE[model]})

    assert len(block(client, "changed.html")["cases"]) == 1


def test_who_is_wanted_still_leads_to_as_many(client, mine):
    accused = AccusedFactory(case=mine.case)
    WantedNoticeFactory(accused=accused)
    WantedNoticeFactory(
        accused=AccusedFactory(case=mine.case),
        closed_on=localdate(),
        outcome="detained",
    )
    WantedNoticeFactory()

    found = numbers(client)["still wanted"]

    assert (found.total, length(client, found.url)) == (1, 1)


def test_who_is_in_court_without_a_verdict_leads_to_as_many(client, mine):
    AccusedFactory(case=mine.case, in_court=True)
    VerdictFactory(accused=AccusedFactory(case=mine.case, in_court=True))
    AccusedFactory(case=mine.case)
    AccusedFactory(in_court=True)

    found = numbers(client)["in court without a verdict"]

    assert (found.total, length(client, found.url)) == (1, 1)


@pytest.mark.parametrize("page", ["watch:changed", "watch:wanted", "watch:court"])
def test_a_list_of_the_police_asks_as_much_for_three_rows_as_for_one(
    client, user_as, page
):
    client.force_login(user_as(Role.POLICE_ANALYST))
    WantedNoticeFactory(accused=AccusedFactory(in_court=True))
    one = queries(client, reverse(page))

    for _number in range(2):
        WantedNoticeFactory(accused=AccusedFactory(in_court=True))

    assert queries(client, reverse(page)) == one


@pytest.fixture
def office(client, user_as):
    user = user_as(Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def test_the_returns_not_approved_lead_to_as_many(client, office):
    AgencyReturnFactory(figure="labour.fines_azn")
    AgencyReturnFactory(figure="raids.children", approved=True)

    found = numbers(client, "readiness.html")["returns not approved"]

    assert found.total == 1
    assert len(client.get(found.url).context["rows"]) == 1


def test_the_missing_returns_lead_to_as_many(client, office):
    AgencyReturnFactory(figure="labour.fines_azn")

    found = numbers(client, "readiness.html")["returns missing"]

    assert len(client.get(found.url).context["rows"]) == found.total > 0


def test_the_failed_checks_of_the_year_stand_on_a_page_of_their_own(client, office):
    AgencyReturnFactory(figure="labour.fines_azn")

    page = client.get(block(client, "readiness.html")["ready"])

    said = [finding.check.kind for finding in page.context["explain"]]
    assert "return" in said


def test_a_term_that_nobody_has_confirmed_has_a_link_to_confirm_it(client, user_as):
    client.force_login(user_as(Role.SYSTEM_ADMINISTRATOR))
    unconfirmed = Term.objects.filter(length=None)

    links = block(client, "terms.html")["links"]

    pages = {
        reverse("admin:reference_term_change", args=[term.pk]) for term in unconfirmed
    }
    assert {link["url"] for link in links} == pages


def test_the_terms_that_ship_empty_are_those_that_nobody_has_confirmed(db):
    empty = Term.objects.filter(length=None).values_list("code", flat=True)

    assert sorted(empty) == [
        "adulthood_warning",
        "allowance_payment",
        "follow_up_1",
        "follow_up_2",
        "follow_up_3",
        "follow_up_4",
        "guardianship_informed",
        "hotline_answer",
        "identification_decision",
        "legal_representative",
        "plan_review",
        "referral_outcome",
        "shelter_stay",
    ]


def test_the_accounts_without_a_role_lead_to_as_many(client, user_as):
    client.force_login(user_as(Role.SYSTEM_ADMINISTRATOR))
    UserFactory(role="")

    found = block(client, "accounts.html")["number"]

    assert (found.total, length(client, found.url)) == (1, 1)


def test_a_locked_account_is_named_while_it_is_locked(client, user_as):
    client.force_login(user_as(Role.SYSTEM_ADMINISTRATOR))
    locked = UserFactory(username="leyla")
    for name, failures in (("Leyla", 5), ("aygun", 5), ("auditor", 4)):
        AccessAttempt.objects.create(username=name, failures_since_start=failures)
    UserFactory(username="auditor")

    assert block(client, "accounts.html")["locked"] == [locked]


def test_the_auditor_counts_what_was_refused_of_late(client, user_as):
    client.force_login(user_as(Role.AUDITOR))
    JournalEntry.objects.create(action=Action.REFUSED)
    JournalEntry.objects.create(action=Action.SHOWED)

    found = numbers(client)

    assert {text: one.total for text, one in found.items()} == {
        "refusals": 1,
        "identities shown": 1,
    }
    assert length(client, found["refusals"].url) == 1
