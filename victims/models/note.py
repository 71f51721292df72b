"""Dated notes in a person's file; what was written before a correction is kept."""

from datetime import date
from typing import Final, Self

import pghistory
import pgtrigger
from django.db import models, transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import Record, known_codes, not_in_future
from victims.choices import NoteKind, Readers
from victims.models.readers import ReadersQuerySet
from victims.models.victim import Victim
from victims.sealed import SealedRow, SealedTextField

NEXT_VERSION, _NEVER_DELETED, NEVER_EMPTIED = Record.Meta.triggers
SAME_DAY: Final = """
    IF (SELECT voided_at IS NOT NULL
            OR (written_at AT TIME ZONE 'Asia/Baku')::date
            <> (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date
        FROM victims_note WHERE id = OLD.{key})
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'note_deleted_the_same_day',
        MESSAGE = 'a note is deleted on the day it was written or never';
    END IF;
    RETURN OLD;
"""


class NoteQuerySet(ReadersQuerySet["Note"]):
    """Groups of notes."""

    def with_texts(self) -> Self:
        """Return the notes with all that was ever written in them, in two queries."""
        texts = NoteText.objects.select_related("written_by")
        return self.select_related("author").prefetch_related(Prefetch("texts", texts))


@pghistory.track()
class Note(Record):
    """One note about a call, a talk or a visit; its text stands beside it, sealed.

    It is corrected by writing its text anew, and the old text stays; it is deleted by
    nobody, but by its author on the day it was written.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="notes")
    kind = models.CharField(_("kind"), max_length=16, choices=NoteKind)
    happened_on = models.DateField(_("day"))
    readers = models.CharField(
        _("who may read it"), max_length=16, choices=Readers, default=Readers.ALL
    )
    author = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    edition = models.PositiveSmallIntegerField(_("edition"), default=1, editable=False)
    written_at = models.DateTimeField(
        _("written at"), default=timezone.now, editable=False
    )

    objects = NoteQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "note_deleted_the_same_day": _(
            "A note can be deleted on the day it was written. Void it instead."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-happened_on", "-pk"]
        permissions = [("void_every_note", "Can void the notes of others")]
        constraints = [
            *known_codes("note", kind=NoteKind.values, readers=Readers.values),
            *not_in_future("note", "happened_on"),
        ]
        triggers = [
            NEXT_VERSION,
            NEVER_EMPTIED,
            pgtrigger.Trigger(
                name="deleted_the_same_day",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=SAME_DAY.format(key="id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_kind_display()}"

    @property
    def text(self) -> str:
        """Return what the note says now."""
        return str(list(self.texts.all())[-1].text)

    @transaction.atomic
    def write(self, text: str, by: User) -> None:
        """Save the note with a new text, the first one or a correction."""
        last = self.texts.last() if self.pk else None
        self.edition = last.number + 1 if last else 1
        self.save()
        self.texts.create(number=self.edition, text=text, written_by=by)

    def may_be_corrected_by(self, user: User) -> bool:
        """Return whether the user wrote the note."""
        return self.author_id == user.pk

    def may_be_deleted_by(self, user: User, today: date) -> bool:
        """Return whether the user wrote the note today."""
        own = self.author_id == user.pk and self.voided_at is None
        return own and timezone.localdate(self.written_at) == today


class NoteText(SealedRow):
    """What a note said from its writing up to the next correction."""

    PERSONAL = ("text",)

    note = models.ForeignKey(Note, models.CASCADE, related_name="texts")
    number = models.PositiveSmallIntegerField(_("edition"))
    text = SealedTextField(_("text"), purpose="note", null=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(name="note_text_once", fields=["note", "number"])
        ]
        triggers = [
            pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="deleted_the_same_day",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=SAME_DAY.format(key="note_id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.note_id}, {self.number}"
