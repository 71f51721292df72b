"""A release made public, and its report as it was composed: rows nobody changes."""

from datetime import date
from functools import cached_property
from typing import Any, Final

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reports.models.guards import (
    HAS_ITS_TEXTS,
    KEPT,
    PUBLISHED_BY_ANOTHER,
    TEXTS_AS_TOLD,
    as_hashed,
)
from reports.models.releases import Release
from reports.releases.canonical import read

LANGUAGES: Final = ("az", "en", "ru")


class Publication(models.Model):
    """A release that was made public.

    `texts_sha256` is over the hashes of its texts, in the order of their languages;
    empty where none was kept, as before the program kept them.
    """

    release = models.OneToOneField(Release, models.PROTECT, related_name="publication")
    published_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("published by")
    )
    published_at = models.DateTimeField(_("published at"), default=timezone.now)
    texts_sha256 = models.CharField(
        _("hash of the texts"), max_length=64, blank=True, default=""
    )

    TRIGGER_MESSAGES = {
        "publication_by_a_second_person": _(
            "The one who prepared the year cannot publish it."
        ),
    }

    class Meta:
        verbose_name = _("published year")
        verbose_name_plural = _("published years")
        default_permissions = ()
        triggers = [*KEPT, PUBLISHED_BY_ANOTHER, HAS_ITS_TEXTS]

    def __str__(self) -> str:
        return str(self.release)

    @property
    def published_on(self) -> date:
        """Return the day of the publication in Asia/Baku."""
        return timezone.localdate(self.published_at)


class PublishedText(models.Model):
    """The report of a publication in one language, whatever the program says later.

    `payload` is the composed document in the canonical form of `sha256`: paragraphs,
    numbers with their figures, headings, tables, charts, annexes, all words.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=2)
    payload = models.TextField(_("the composed report"))
    sha256 = models.CharField(_("hash"), max_length=64)

    class Meta:
        verbose_name = _("text of a published report")
        verbose_name_plural = _("texts of published reports")
        ordering = ["publication", "language"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="published_text_once", fields=["publication", "language"]
            ),
            models.CheckConstraint(
                name="published_text_in_a_language_of_the_report",
                condition=models.Q(language__in=LANGUAGES),
            ),
        ]
        triggers = [
            *KEPT,
            as_hashed("published_text_hash_is_of_its_payload"),
            TEXTS_AS_TOLD,
        ]

    def __str__(self) -> str:
        return f"{self.publication}, {self.language}"

    @cached_property
    def content(self) -> dict[str, Any]:
        """Return the composed report, as it is read."""
        return read(self.payload)
