"""What happened in a file: notes and changes of its records, one line of time."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.history import history
from thb.history import CREATED, Change
from victims.models import Note, Victim

LAST_NOTES: Final = 3


class Shown(TextChoices):
    """What of the timeline is shown."""

    ALL = "all", _("notes and changes")
    NOTES = "notes", _("notes only")
    CHANGES = "changes", _("changes only")


class Event(NamedTuple):
    """One event: a note or a change; the other is None."""

    at: datetime
    note: Note | None = None
    change: Change | None = None


def shown(asked: str) -> Shown:
    """Return what the address asks for; all where it asks for nothing known."""
    return Shown(asked) if asked in Shown.values else Shown.ALL


def timeline(victim: Victim, user: User, what: Shown) -> list[Event]:
    """Return the events that the user may see, the newest first."""
    events: list[Event] = []
    if what != Shown.CHANGES and user.has_perm("victims.view_note"):
        found = readable(victim, user).with_texts()
        events += [Event(note.written_at, note=note) for note in found]
    if what != Shown.NOTES:
        told = [one for one in history(victim, user) if not is_told(one, events)]
        events += [Event(one.at, change=one) for one in told]
    return sorted(events, key=lambda event: event.at, reverse=True)


def is_told(change: Change, notes: list[Event]) -> bool:
    """Return whether it is the writing of a note, where the notes stand beside it."""
    of_a_note = change.kind == str(Note._meta.verbose_name)
    return bool(notes) and of_a_note and change.deed is CREATED


def readable(victim: Victim, user: User) -> Any:
    """Return the notes of the person that count and that the user may read."""
    return Note.objects.visible_to(user).current().filter(victim=victim)


def last_notes(victim: Victim, user: User) -> list[Note]:
    """Return the last notes that the user may read."""
    if not user.has_perm("victims.view_note"):
        return []
    return list(readable(victim, user).select_related("author")[:LAST_NOTES])


def choices(what: Shown) -> Iterator[dict[str, Any]]:
    """Yield the links that choose what is shown."""
    for one in Shown:
        yield {"text": one.label, "query": one.value, "current": one == what}
