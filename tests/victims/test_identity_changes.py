"""Changing what names a person: nothing recorded is shown without a reason."""

import pytest

from accounts.choices import Action
from accounts.models import JournalEntry
from tests.factories import IdentityDocumentFactory
from tests.shelter import address, hidden, send
from victims.models import Identity, IdentityDocument

STALE = {"version": "77", "submission": ""}


@pytest.fixture(params=["identity", "document"])
def change(request, person):
    """Return the page that changes an identity or a document, and what it hides."""
    if request.param == "identity":
        return address("victims:identity_change", person.code), "Əliyeva"
    document = IdentityDocumentFactory(identity=person.identity, number="C12345678")
    return address("victims:document_change", person.code, document.pk), "C12345678"


def reasons():
    """Return why identities were shown, oldest first."""
    shown = JournalEntry.objects.filter(action=Action.SHOWED).order_by("pk")
    return [(entry.codes, entry.reason) for entry in shown]


def test_the_form_is_not_shown_before_a_reason(client, manager, change):
    url, secret = change

    page = client.get(url)

    assert (page.status_code, secret in page.text, reasons()) == (200, False, [])


def test_a_reason_shows_the_form_and_is_kept(client, manager, change):
    url, secret = change

    page = client.post(url, {"reason": "new passport"})

    assert secret in page.text
    assert reasons() == [(["KM-4821-7"], "new passport")]


def test_an_empty_reason_shows_nothing(client, manager, change):
    url, secret = change

    page = client.post(url, {"reason": " "})

    assert (page.status_code, secret in page.text, reasons()) == (200, False, [])


def test_a_post_that_comes_too_late_shows_nothing_without_a_reason(
    client, manager, change
):
    url, secret = change

    page = client.post(url, STALE | {"family_name": "X", "number": "X"})

    assert (secret in page.text, reasons()) == (False, [])


def test_both_values_are_shown_to_who_said_why_and_that_is_kept(
    client, manager, change
):
    url, secret = change
    answers = {"given_name": "X", "number": "X", "kind": "passport"}

    page = client.post(url, STALE | answers | {"reason": "new passport"})

    assert (page.status_code, secret in page.text) == (409, True)
    assert reasons() == [(["KM-4821-7"], "new passport")]


def test_a_choice_of_what_is_saved_shows_it_to_nobody_without_a_reason(
    client, manager, person
):
    url = address("victims:identity_change", person.code)
    answers = {"keep-family_name": "saved", "birth_date": "not a day"}

    page = client.post(url, {"version": "1", "submission": ""} | answers)

    assert ("Əliyeva" in page.text, reasons()) == (False, [])


def test_a_mistake_shows_the_form_again_and_that_is_kept(client, manager, person):
    url = address("victims:identity_change", person.code)

    send(client, url, "new passport", birth_date="not a day")

    assert reasons() == [(["KM-4821-7"], "new passport")] * 2


def test_what_was_changed_with_a_reason_is_saved(client, manager, person):
    url = address("victims:identity_change", person.code)

    page = send(client, url, "she married", family_name="Quliyeva")

    assert page.status_code == 302
    assert Identity.objects.get().family_name == "Quliyeva"


def test_the_form_carries_the_reason_along(client, manager, person):
    url = address("victims:identity_change", person.code)

    assert hidden(client, url, "she married")["reason"] == "she married"


def test_a_document_is_changed_with_a_reason(client, manager, person):
    document = IdentityDocumentFactory(identity=person.identity, number="C12345678")
    url = address("victims:document_change", person.code, document.pk)

    send(client, url, "a typing error", kind="passport", number="C12345679")

    assert IdentityDocument.objects.get().number == "C12345679"


def test_a_document_of_another_person_is_not_found(client, manager, person):
    other = IdentityDocumentFactory()
    url = address("victims:document_change", person.code, other.pk)

    assert client.post(url, {"reason": "curious"}).status_code == 404
