"""Documents in a person's file: what they are, and their content, sealed."""

import secrets
from typing import Final

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import Record, known_codes
from victims.choices import Media, PaperKind, Readers
from victims.models.readers import ReadersQuerySet
from victims.models.victim import Victim
from victims.sealed import SealedRow, SealedTextField, seal_bytes, unseal_bytes

PURPOSE: Final = "document"
TYPES: Final = {
    Media.JPEG: "image/jpeg",
    Media.PNG: "image/png",
    Media.PDF: "application/pdf",
}


def random_name() -> str:
    """Return a name that says nothing."""
    return secrets.token_hex(8)


@pghistory.track()
class Paper(SealedRow, Record):
    """One document in a person's file, as it was checked and written anew."""

    PERSONAL = ("about",)

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="papers")
    kind = models.CharField(_("kind"), max_length=16, choices=PaperKind)
    about = SealedTextField(_("what it is"), purpose="about", null=True, blank=True)
    expires_on = models.DateField(_("good until"), null=True, blank=True)
    readers = models.CharField(
        _("who may open it"), max_length=16, choices=Readers, default=Readers.ALL
    )
    names_person = models.BooleanField(
        _("it names the person or shows the face"), default=True
    )
    media = models.CharField(_("file"), max_length=8, choices=Media, editable=False)
    size_bytes = models.PositiveIntegerField(_("size, bytes"), editable=False)
    name = models.CharField(
        _("stored as"), max_length=32, default=random_name, editable=False
    )
    author = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(
        _("uploaded at"), default=timezone.now, editable=False
    )

    objects = ReadersQuerySet["Paper"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            *known_codes(
                "paper",
                kind=PaperKind.values,
                readers=Readers.values,
                media=Media.values,
            ),
            models.UniqueConstraint(name="paper_name_once", fields=["name"]),
            models.CheckConstraint(
                name="paper_is_not_empty",
                condition=Q(size_bytes__gt=0),
                violation_error_message=_("The file is empty. Choose another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_kind_display()}"

    @property
    def file_name(self) -> str:
        """Return the name under which it is given out: a code, never a person."""
        return f"{self.victim.code}-{self.name}.{self.media}"

    @property
    def content_type(self) -> str:
        """Return the type by which a browser knows the file."""
        return TYPES[Media(self.media)]

    def store(self, content: bytes) -> None:
        """Keep the content, sealed for this document alone."""
        sealed = seal_bytes(content, PURPOSE, self.row_key)
        PaperContent.objects.create(paper=self, sealed=sealed)

    def opened(self) -> bytes:
        """Return the content."""
        return unseal_bytes(bytes(self.stored.sealed), PURPOSE, self.row_key)


class PaperContent(models.Model):
    """The sealed content of one document: written once, never changed."""

    PERSONAL = ("sealed",)

    paper = models.OneToOneField(Paper, models.PROTECT, related_name="stored")
    sealed = models.BinaryField()

    class Meta:
        default_permissions = ()
        triggers = [
            pgtrigger.Protect(
                name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return str(self.paper_id)
