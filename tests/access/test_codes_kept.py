"""Whoever is shown a person's code stands in the journal: asked of every page."""

import pytest
from django.test import Client

from accounts.models import JournalEntry
from tests.access.addresses import address, every_page
from tests.access.world import world
from victims.views.people import VictimList

LISTS_WHAT_WAS_KEPT = {"journal"}


@pytest.fixture
def place(db):
    return world(1)


def not_kept(place, pages=None):
    """Return the role and page of each answer that shows the code without an entry."""
    found = []
    for role, user in place.users.items():
        client = Client()
        client.force_login(user)
        for name in pages or sorted({*every_page()} - LISTS_WHAT_WAS_KEPT):
            before = JournalEntry.objects.count()
            page = client.get(address(name, place))
            text = b"".join(page).decode("utf-8", "replace")
            shown = page.status_code == 200 and place.code in text
            if shown and not is_kept(place.code, before):
                found.append((role, name))
    return found


def is_kept(code, before):
    """Tell whether an entry after the first so many names the code."""
    new = JournalEntry.objects.order_by("pk")[before:]
    return any(code in entry.codes for entry in new)


def test_every_page_that_shows_a_persons_code_keeps_it(place):
    assert not_kept(place) == []


def test_a_page_that_kept_nothing_would_be_found(place, monkeypatch):
    monkeypatch.setattr(VictimList, "journals_list", False)

    assert ("administrator", "victims:list") in not_kept(place, ["victims:list"])
