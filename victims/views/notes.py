"""Notes in a person's file: reading, writing, correcting, voiding, deleting."""

from typing import Any, Final, override

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from victims.forms import NoteDeleteForm, NoteForm
from victims.models import Note
from victims.panels import Panel
from victims.views.file import FileAdd, FileChange, FilePage, FileVoid

HERE: Final = "victims:notes"

NOTES: Final = Panel(
    model=Note,
    form_class=NoteForm,
    section=HERE,
    pages="victims:note",
    title=_("Notes"),
    add=_("Add a note"),
    empty=_("No note yet. A call, a talk, a visit: write down what was agreed."),
    columns=("kind", "happened_on", "author"),
)


class NoteSection(FilePage, PageAccess, TemplateView):
    """The notes that the user may read, the newest first, voided ones struck."""

    permission_required = "victims.view_note"
    section = HERE
    template_name = "victims/notes.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the notes with what the user may do; keep that they were read."""
        journal.record(
            self.request, Action.OPENED, [self.victim.code], fields=["notes"]
        )
        found = Note.objects.visible_to(self.user).filter(victim=self.victim)
        rows = [self.row(note) for note in found.with_texts()]
        return super().get_context_data(panel=NOTES, rows=rows, **kwargs)

    def row(self, note: Note) -> dict[str, Any]:
        """Return a note with what the user may do with it."""
        counts = note.voided_at is None
        own = note.may_be_corrected_by(self.user)
        every = self.user.has_perm("victims.void_every_note")
        return {
            "note": note,
            "last": list(note.texts.all())[-1],
            "correct": counts and own,
            "void": counts and (own or every),
            "delete": note.may_be_deleted_by(self.user, localdate()),
        }


class NoteEditions(FilePage, PageAccess, TemplateView):
    """All that one note ever said, the newest first."""

    permission_required = "victims.view_note"
    section = HERE
    template_name = "victims/note_editions.html"

    @cached_property
    def note(self) -> Note:
        """Return the note; one that the user may not read is not found."""
        found = Note.objects.visible_to(self.user).filter(victim=self.victim)
        return get_object_or_404(found.with_texts(), pk=self.kwargs["pk"])

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the texts, and keep that they were read."""
        texts = list(self.note.texts.all())[::-1]
        journal.record(
            self.request, Action.OPENED, [self.victim.code], fields=["notes"]
        )
        return super().get_context_data(note=self.note, texts=texts, **kwargs)


class NoteAdd(FileAdd):
    """Write a note."""

    permission_required = NOTES.permission("add")
    panel, model, form_class = NOTES, Note, NoteForm
    heading = save = NOTES.add
    done = _("The note is saved.")


class NoteChange(FileChange):
    """Correct one's own note: the text before stays readable."""

    permission_required = NOTES.permission("change")
    panel, model, form_class = NOTES, Note, NoteForm
    heading = _("Correct the note")
    lead = _("What was written before stays readable, with who wrote it and when.")
    save = _("Save the correction")
    done = _("The note is corrected.")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the user's own notes."""
        return super().get_queryset().filter(author=self.user)


class NoteVoid(FileVoid):
    """Void a note: one's own, and any for who is charged with it."""

    permission_required = NOTES.permission("change")
    panel, model = NOTES, Note
    heading = _("Void the note")

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the notes that the user may void."""
        every = self.user.has_perm("victims.void_every_note")
        return super().get_queryset().filter(Q() if every else Q(author=self.user))


class NoteDelete(FileChange):
    """Delete one's own note of the same day, after a look at what it is."""

    permission_required = NOTES.permission("change")
    panel, model, form_class = NOTES, Note, NoteDeleteForm
    action = Action.VOIDED
    heading = _("Delete the note")
    lead = _("It is gone for good. On any later day a note can only be voided.")
    save = _("Delete the note")
    done = _("The note is deleted.")
    danger = True
    shown = NOTES.columns

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the user's own notes of today."""
        own = super().get_queryset().filter(author=self.user)
        return own.filter(written_at__date=localdate())
