"""What the pages keep in the journal: no entry, no data."""

import pytest
from django.db import connection
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    CriminalCaseFactory,
    PlacementFactory,
    ShelterFactory,
    VictimFactory,
)


@pytest.fixture
def worker(client, user_as):
    user = user_as(Role.SHELTER_WORKER, username="leyla", shelter=ShelterFactory())
    client.force_login(user)
    return user


@pytest.fixture
def persons(worker):
    """Return three persons who live in the worker's shelter."""
    shelter = worker.shelters.get()
    return [PlacementFactory(shelter=shelter).victim for _number in range(3)]


def kept():
    """Return action and codes of what was kept, oldest first."""
    rows = JournalEntry.objects.order_by("pk").values_list("action", "codes")
    return [(action, sorted(codes)) for action, codes in rows]


def test_a_page_that_is_opened_is_kept(client, persons):
    client.get(reverse("assistance:overview", args=[persons[0].code]))

    assert kept() == [(Action.OPENED, [persons[0].code])]


def test_a_list_keeps_the_codes_it_shows(client, persons):
    client.get(reverse("victims:list"))

    assert kept() == [(Action.LISTED, sorted(person.code for person in persons))]


def test_a_filtered_list_keeps_which_filters_and_not_what_was_typed(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))
    case = CriminalCaseFactory(number="C-2019/77")

    client.get(reverse("cases:list"), {"number": case.number})

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.codes, entry.fields) == (
        Action.SEARCHED,
        ["C-2019/77"],
        ["number"],
    )


def test_a_refusal_is_kept_with_the_code_that_was_asked_for(client, worker):
    person = VictimFactory()

    client.get(reverse("assistance:overview", args=[person.code]))

    assert kept() == [(Action.REFUSED, [person.code])]


def test_a_name_typed_into_an_address_is_not_kept(client, worker):
    client.get(reverse("assistance:overview", args=["Əliyeva 1990"]))

    assert kept() == [(Action.REFUSED, [])]


@pytest.fixture
def full_journal(persons):
    """Let the journal take nothing more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE accounts_journalentry"
            " ADD CONSTRAINT full_up CHECK (false) NOT VALID"
        )


def test_without_an_entry_no_person_is_shown(client, persons, full_journal):
    client.raise_request_exception = False

    page = client.get(reverse("assistance:overview", args=[persons[0].code]))

    assert (page.status_code, persons[0].code in page.text) == (500, False)


def test_without_an_entry_no_list_is_shown(client, persons, full_journal):
    client.raise_request_exception = False

    page = client.get(reverse("victims:list"))

    assert (page.status_code, persons[0].code in page.text) == (500, False)


def test_without_an_entry_nobody_signs_in(client, user_as, full_journal):
    client.logout()
    client.raise_request_exception = False
    password = "correct horse battery"  # noqa: S105 - of this test
    user_as(Role.AUDITOR, username="aygun", password=password)

    client.post(reverse("account_login"), {"login": "aygun", "password": password})

    assert client.get(reverse("journal")).status_code == 302


def test_without_an_entry_nothing_is_refused_either(client, persons, full_journal):
    client.raise_request_exception = False

    assert client.get(reverse("journal")).status_code == 500
