"""Safe contact: what may not be used is struck and never a link."""

import pytest

from accounts.choices import Role
from tests.factories import AssignmentFactory
from tests.shelter import address, send

PHONE = "+994 50 123 45 67"
CODE = "KM-4821-7"


@pytest.fixture
def reached(person):
    """Return a way to say how the person may be reached."""

    def say(**facts):
        for name, value in facts.items():
            setattr(person.identity, name, value)
        person.identity.save()

    return say


def shown(client):
    """Return the page with the identity shown."""
    url = address("victims:identity", CODE)
    return client.post(url, {"reason": "form for the clinic"}).text


@pytest.mark.parametrize(
    ("safety", "struck_and_link"),
    [("unsafe", (True, False)), ("safe", (False, True)), ("ask_first", (False, False))],
)
def test_an_unsafe_phone_is_struck_and_never_a_link(
    client, manager, reached, safety, struck_and_link
):
    reached(phone_safety=safety)

    page = shown(client)

    told = f"<s>{PHONE}</s>" in page, 'href="tel:+994501234567"' in page
    assert told == struck_and_link


def test_an_unsafe_address_is_struck(client, manager, reached):
    reached(address="Bakı, 28 May 5", address_safety="unsafe")

    assert "<s>Bakı, 28 May 5</s>" in shown(client)


def test_nothing_is_a_link_for_one_who_is_never_contacted(client, manager, reached):
    reached(phone_safety="safe", never_contact=True)

    page = shown(client)

    assert (f"<s>{PHONE}</s>" in page, "tel:" in page) == (True, False)


@pytest.mark.parametrize("role", [Role.SHELTER_MANAGER, Role.ASSISTANCE_WORKER])
def test_the_bar_warns_never_to_contact(client, user_as, person, reached, role):
    worker = user_as(role, shelter=person.registered_at)
    AssignmentFactory(victim=person, user=worker)
    reached(never_contact=True)
    client.force_login(worker)

    page = client.get(address("assistance:overview", person.code))

    assert [fact["text"] for fact in page.context["bar"]["facts"]][-1] == (
        "Never contact"
    )


def test_the_flags_are_set_on_the_identity(client, manager, person):
    url = address("victims:identity_change", person.code)

    send(client, url, "she told us", address_safety="ask_first", never_contact="on")

    person.identity.refresh_from_db()
    flags = person.identity.address_safety, person.identity.never_contact
    assert flags == ("ask_first", True)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"phone": ""}, ("Not needed", "No phone or address is recorded")),
        ({}, ("In progress", "It is not said whether calling is safe")),
        ({"phone_safety": "safe"}, ("Completed", "")),
        ({"phone_safety": "unsafe"}, ("Completed", "Not every way is safe")),
        (
            {"phone_safety": "safe", "address": "Bakı"},
            ("In progress", "It is not said whether writing is safe"),
        ),
        ({"never_contact": True}, ("Completed", "Never contact")),
    ],
)
def test_the_task_says_whether_it_is_known_how_to_reach_the_person(
    client, manager, reached, facts, told
):
    reached(**facts)

    groups = client.get(address("assistance:overview", CODE)).context["groups"]

    tasks = [task for group in groups for task in group["tasks"]]
    assert [
        (task["text"], task["note"])
        for task in tasks
        if str(task["title"]) == "Safe ways of contact"
    ] == [told]
