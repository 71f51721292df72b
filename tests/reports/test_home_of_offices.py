"""The first page of the police, the office and those who look after the system."""

from datetime import timedelta

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
    UserFactory,
    VerdictFactory,
    WantedNoticeFactory,
)
from tests.reports.home_page import block, length, numbers
from tests.shelter import queries

pytestmark = pytest.mark.django_db


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

    assert [case.number for case, _kinds in shown["cases"]] == [mine.case.number]
    assert length(client, shown["number"].url) == shown["number"].total == 1


def test_it_says_what_changed_in_the_case(client, mine):
    accused = AccusedFactory(case=mine.case, in_court=True)
    VerdictFactory(accused=accused)
    CaseAssignmentFactory()

    ((_case, kinds),) = block(client, "changed.html")["cases"]

    assert kinds == "criminal case, accused person, verdict"


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
