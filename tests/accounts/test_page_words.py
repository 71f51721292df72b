"""What the journal calls a page."""

import re

import pytest
from django.utils.translation import override

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from accounts.page_words import page_words, views

INTERNAL = re.compile(r"^\w+:[\w-]+$|_")
LANGUAGES = ("az", "en", "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_words_of_its_own(language):
    with override(language):
        called = {name: page_words(name) for name in views()}

    bare = {name for name, words in called.items() if INTERNAL.search(words)}
    assert bare == set()
    assert all(called.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("assistance:placement", "Placement"),
        ("victims:list", "People"),
        ("victims:draft_save", "First hour"),
        ("mfa_index", "Second factor"),
        ("terminal:imported", "A command of the server"),
        ("gone:page", "gone:page"),
    ],
)
def test_a_page_is_called_as_its_heading_says(name, words):
    assert page_words(name) == words


def test_the_words_are_those_of_the_readers_language():
    with override("az"):
        called = [page_words(name) for name in ("victims:list", "assistance:services")]

    assert called == ["Şəxslər", "Xidmətlər"]


def test_the_journal_shows_words_and_no_internal_name(client, user_as):
    JournalEntry.objects.create(action=Action.OPENED, page="assistance:overview")
    client.force_login(user_as(Role.AUDITOR))

    shown = client.get("/journal/").text

    assert "Overview of a file" in shown
    assert "assistance:overview" not in shown
