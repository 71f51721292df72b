"""The identity: masked everywhere until a reason is given, and once more after it."""

from datetime import date

import pytest

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    AssignmentFactory,
    ConsentFactory,
    IdentityDocumentFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.shelter import address, hidden, send

SECRETS = ("Əliyeva", "Rəşad", "17 March 1995", "123 45 67", "C12345678")
PAGES = (
    "assistance:overview",
    "victims:identity",
    "victims:identification",
    "assistance:placement",
    "assistance:services",
    "assistance:referrals",
    "assistance:allowance",
    "assistance:children",
    "assistance:history",
)


@pytest.fixture
def documented(person):
    IdentityDocumentFactory(identity=person.identity, number="C12345678")
    return person


def told(response):
    page = response.content.decode()
    return [secret for secret in SECRETS if secret in page]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_file_hides_the_identity(client, manager, documented, name):
    response = client.get(address(name, documented.code))

    assert response.status_code == 200
    assert told(response) == []


def test_a_reason_shows_it_on_that_page_and_the_next_hides_it(
    client, manager, documented
):
    url = address("victims:identity", documented.code)

    shown = client.post(url, {"reason": "form for the clinic"})

    assert told(shown) == list(SECRETS)
    assert told(client.get(url)) == []


def test_the_journal_keeps_which_fields_were_shown_and_why(client, manager, documented):
    client.post(address("victims:identity", documented.code), {"reason": "clinic"})

    entry = JournalEntry.objects.get(action=Action.SHOWED)
    assert (entry.codes, entry.reason) == (["KM-4821-7"], "clinic")
    assert {"family_name", "phone", "documents"} <= set(entry.fields)


def test_without_a_reason_nothing_is_shown(client, manager, documented):
    response = client.post(address("victims:identity", documented.code), {"reason": ""})

    assert told(response) == []
    assert not JournalEntry.objects.filter(action=Action.SHOWED).exists()


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR])
def test_offices_cannot_show_it(client, user_as, documented, role):
    client.force_login(user_as(role))
    url = address("victims:identity", documented.code)

    assert client.get(url).status_code == 403
    assert client.post(url, {"reason": "curious"}).status_code == 403


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR])
def test_offices_see_a_file_without_a_name(client, user_as, documented, role):
    client.force_login(user_as(role))

    response = client.get(address("assistance:overview", documented.code))

    assert told(response) == []
    assert "Günay" not in response.content.decode()


def test_an_analyst_sees_no_shelter_in_a_file(client, user_as, documented, shelter):
    client.force_login(user_as(Role.POLICE_ANALYST))

    page = client.get(address("assistance:overview", documented.code)).content.decode()

    assert shelter.name not in page
    assert shelter.code not in page


def test_outside_the_shelter_it_is_shown_once_a_referral_is_agreed_to(
    client, user_as, documented
):
    user = user_as(Role.ASSISTANCE_WORKER)
    AssignmentFactory(victim=documented, user=user)
    client.force_login(user)
    url = address("victims:identity", documented.code)
    assert client.post(url, {"reason": "call"}).status_code == 403

    ConsentFactory(victim=documented, purpose="referral")

    assert told(client.post(url, {"reason": "call"})) == [
        "Əliyeva",
        "Rəşad",
        "123 45 67",
    ]


def test_another_shelters_person_is_not_found(client, manager):
    stranger = VictimFactory()

    for name in PAGES:
        assert client.get(address(name, stranger.code)).status_code == 404


def test_changing_a_birth_date_brings_the_age_up_to_date(client, manager, person):
    StatusDecisionFactory(victim=person, decided_on=date(2019, 6, 4))
    url = address("victims:identity_change", person.code)

    send(client, url, "new passport", family_name="Əliyeva", birth_date="5.6.2001")

    person.refresh_from_db()
    assert person.age_at_identification == 17


def test_the_second_of_two_changes_sees_both_values(client, manager, person):
    url = address("victims:change", person.code)
    opened = hidden(client, url) | {"role": "victim", "sex": "F"}
    client.post(url, opened | {"citizenship": "GEO", "submission": ""})

    second = client.post(url, opened | {"citizenship": "UZB"})

    assert second.status_code == 409
    differences = second.context["differences"]
    assert [(one.name, one.mine, one.saved) for one in differences] == [
        ("citizenship", "Uzbekistan", "Georgia")
    ]


def test_a_document_is_found_by_its_number(client, manager, person):
    url = address("victims:document_add", person.code)
    send(client, url, kind="passport", number="AZE 77 88")

    found = client.post(address("victims:list"), {"text": "aze7788"}, follow=True)

    assert [row.code for row in found.context["rows"]] == [person.code]


def test_a_person_whom_a_file_brought_without_a_name_gets_one(client, manager, shelter):
    person = VictimFactory(registered_at=shelter)
    assert client.get(address("victims:identity", person.code)).status_code == 200

    send(client, address("victims:identity_change", person.code), given_name="Leyla")

    person.refresh_from_db()
    assert person.identity.given_name == "Leyla"


def test_a_document_may_come_before_a_name(client, manager, shelter):
    person = VictimFactory(registered_at=shelter)

    url = address("victims:document_add", person.code)
    send(client, url, kind="passport", number="C00000001")

    assert person.identity.documents.get().number == "C00000001"
