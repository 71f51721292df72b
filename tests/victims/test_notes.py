"""Notes: sealed, corrected by new versions, deleted by the author on the same day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    AssignmentFactory,
    NoteFactory,
    PlacementFactory,
    ShelterFactory,
)
from tests.refused import refused_by, said_after, saved_past_the_form
from tests.shelter import address, problems, queries, send
from victims.models import Note, NoteText

TALK = {"kind": "talk", "happened_on": "4.6.2019", "readers": "all"}


@pytest.fixture
def note(manager, person):
    return NoteFactory(victim=person, author=manager, text="She wants to learn sewing.")


def texts():
    """Return what was ever written, oldest first."""
    return [row.text for row in NoteText.objects.order_by("pk")]


def test_a_note_is_written_and_read(client, manager, person):
    send(client, address("victims:note_add", person.code), text="A lawyer.", **TALK)

    page = client.get(address("victims:notes", person.code))

    note = Note.objects.get()
    assert (note.author, note.edition, note.text) == (manager, 1, "A lawyer.")
    assert "A lawyer." in page.text


def test_a_note_without_text_says_what_to_do(client, manager, person):
    page = send(client, address("victims:note_add", person.code), **TALK)

    assert problems(page) == ["Fill in “Text”."]


def test_reading_the_notes_is_kept(client, manager, person):
    client.get(address("victims:notes", person.code))

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.codes, entry.fields) == (
        Action.OPENED,
        ["KM-4821-7"],
        ["notes"],
    )


def test_what_a_note_says_is_not_in_the_database_to_be_read(note):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM victims_notetext")
        stored = bytes(cursor.fetchone()[0])

    assert b"sewing" not in stored


def test_a_correction_keeps_what_was_written(client, manager, person, note):
    url = address("victims:note_change", person.code, note.pk)
    send(client, url, text="She wants to learn cooking.", **TALK)

    page = client.get(address("victims:note_editions", person.code, note.pk))

    assert texts() == ["She wants to learn sewing.", "She wants to learn cooking."]
    assert "sewing" in page.text
    assert Note.objects.get().text == "She wants to learn cooking."


def test_another_day_is_no_new_version_of_the_text(client, manager, person, note):
    url = address("victims:note_change", person.code, note.pk)

    send(client, url, text="She wants to learn sewing.", **TALK)

    assert (texts(), Note.objects.get().edition) == (["She wants to learn sewing."], 1)


def test_the_second_of_two_corrections_shows_both_texts(client, manager, person, note):
    url = address("victims:note_change", person.code, note.pk)
    send(client, url, text="First.", **TALK)

    page = client.post(url, TALK | {"text": "Second.", "version": "1"})

    assert page.status_code == 409
    assert ("First." in page.text, "Second." in page.text) == (True, True)


def test_a_written_text_is_never_changed(note):
    with pytest.raises(Exception, match="Cannot update"):
        NoteText.objects.update(number=7)


def test_nobody_corrects_the_note_of_another(client, manager, person):
    note = NoteFactory(victim=person)
    url = address("victims:note_change", person.code, note.pk)

    assert client.get(url).status_code == 404


def test_a_note_is_voided_with_a_reason(client, manager, person):
    note = NoteFactory(victim=person)
    url = address("victims:note_void", person.code, note.pk)

    send(client, url, reason="of another person")

    note.refresh_from_db()
    assert note.void_reason == "of another person"


def test_a_worker_does_not_void_the_note_of_another(client, user_as, person, shelter):
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))
    note = NoteFactory(victim=person)
    url = address("victims:note_void", person.code, note.pk)

    assert client.get(url).status_code == 404


def test_the_author_deletes_a_note_of_the_same_day(client, manager, person, note):
    send(client, address("victims:note_delete", person.code, note.pk))

    entry = JournalEntry.objects.filter(action=Action.VOIDED).get()
    assert (Note.objects.count(), texts(), entry.fields) == (0, [], ["deleted"])


def test_no_page_deletes_a_note_of_yesterday(client, manager, person, note):
    written = timezone.now() - timedelta(days=1)
    saved_past_the_form(note, written_at=written)
    url = address("victims:note_delete", person.code, note.pk)

    assert client.get(url).status_code == 404


@pytest.mark.parametrize("model", [Note, NoteText])
def test_the_database_keeps_a_note_of_yesterday(note, model):
    saved_past_the_form(note, written_at=timezone.now() - timedelta(days=1))

    with refused_by("note_deleted_the_same_day") as refusal:
        QuerySet(model).filter(pk__gt=0)._raw_delete("default")  # noqa: SLF001 - as SQL

    assert said_after(refusal) == [
        "A note can be deleted on the day it was written. Void it instead."
    ]


@pytest.fixture
def former_shelter(client, user_as, person, shelter):
    """Sign in somebody of a shelter that the person left for another lately."""
    today = timezone.localdate()
    former = ShelterFactory()
    lately = today - timedelta(days=10)
    PlacementFactory(
        victim=person,
        shelter=former,
        admitted_on=lately - timedelta(days=5),
        left_on=lately,
        exit_reason="other",
    )
    PlacementFactory(victim=person, shelter=shelter, admitted_on=lately)
    user = user_as(Role.SHELTER_WORKER, shelter=former)
    client.force_login(user)
    return user


@pytest.mark.parametrize(("readers", "seen"), [("all", True), ("care_team", False)])
def test_a_note_for_the_care_team_is_closed_to_the_former_shelter(
    client, former_shelter, person, readers, seen
):
    NoteFactory(victim=person, readers=readers, text="Only for those who care.")

    pages = [address("victims:notes", person.code)]
    pages += [address("assistance:history", person.code)]

    assert [("Only for" in client.get(page).text) for page in pages] == [seen, seen]


def test_a_note_for_the_care_team_is_open_to_its_author(client, former_shelter, person):
    NoteFactory(victim=person, readers="care_team", author=former_shelter, text="Own.")

    assert "Own." in client.get(address("victims:notes", person.code)).text


def test_a_note_for_the_care_team_is_open_to_the_assigned_worker(
    client, user_as, person
):
    worker = user_as(Role.ASSISTANCE_WORKER)
    AssignmentFactory(victim=person, user=worker)
    NoteFactory(victim=person, readers="care_team", text="For the lawyer.")
    client.force_login(worker)

    assert "For the lawyer." in client.get(address("victims:notes", person.code)).text


@pytest.mark.parametrize(
    ("show", "note_and_change"),
    [("", (True, True)), ("notes", (True, False)), ("changes", (False, True))],
)
def test_the_timeline_shows_notes_or_changes(
    client, manager, note, show, note_and_change
):
    page = client.get(address("assistance:history", note.victim.code), {"show": show})

    told = "learn sewing" in page.text, "Person: entered" in page.text
    assert told == note_and_change


@pytest.mark.parametrize("count", [1, 3])
def test_the_notes_take_as_many_queries_for_many(client, manager, person, count):
    NoteFactory.create_batch(count, victim=person)

    assert queries(client, address("victims:notes", person.code)) == 6


def test_a_new_note_begins_with_today(client, manager, person):
    page = client.get(address("victims:note_add", person.code))

    assert page.context["form"]["happened_on"].initial == timezone.localdate()
