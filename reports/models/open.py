"""What the public is told of a published year: rows that nobody can change."""

from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reports.models.guards import KEPT, as_hashed
from reports.models.publications import Publication
from reports.releases.canonical import read


class OpenYearQuerySet(models.QuerySet["OpenYear"]):
    """The public tables of all years."""

    def newest(self) -> "OpenYearQuerySet":
        """Return the last tables of each year, the latest year first."""
        told = self.select_related("publication__release")
        return told.order_by("-year", "-pk").distinct("year")

    def of(self, year: int) -> "OpenYear | None":
        """Return the last tables of the year."""
        return self.newest().filter(year=year).first()


class OpenYear(models.Model):
    """The tables of a publication with small numbers hidden, for everybody.

    `payload` is in the canonical form of `sha256`. `width` is the least that the
    attacker was left in doubt of any small number.
    """

    publication = models.OneToOneField(
        Publication, models.PROTECT, related_name="open_year"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    threshold = models.PositiveSmallIntegerField(_("smallest number shown"))
    width = models.PositiveIntegerField(_("left in doubt"), null=True)
    payload = models.TextField(_("what everybody is told"))
    sha256 = models.CharField(_("hash"), max_length=64)

    objects = OpenYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("public tables of a year")
        verbose_name_plural = _("public tables of years")
        ordering = ["-year", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="open_year_leaves_doubt",
                condition=Q(width=None) | Q(width__gte=models.F("threshold") - 2),
            )
        ]
        triggers = [*KEPT, as_hashed("open_year_hash_is_of_its_payload")]

    def __str__(self) -> str:
        return str(self.year)

    @cached_property
    def content(self) -> dict[str, Any]:
        """Return what everybody is told, as it is read."""
        return read(self.payload)
