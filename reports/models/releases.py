"""A year that was checked and frozen: rows that nobody can change."""

from datetime import date
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reports.choices import Stage
from reports.models.guards import (
    AS_PREPARED,
    ITS_RECORDS,
    KEPT,
    ONE_OPEN,
    OPEN_TO_WITHDRAW,
    RECORDS_AS_TOLD,
)
from reports.releases.canonical import read


class PreparationQuerySet(models.QuerySet["Preparation"]):
    """Years that one person put up for a second one."""

    def open_of(self, year: int) -> "Preparation | None":
        """Return the one that waits for a second person, if there is one."""
        return (
            self.filter(year=year, release=None, withdrawal=None)
            .select_related("prepared_by")
            .first()
        )


class Preparation(models.Model):
    """One person says that a year is ready; `counts` is what it told then."""

    year = models.PositiveSmallIntegerField(_("year"))
    reason = models.CharField(_("reason for the revision"), max_length=300, blank=True)
    prepared_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("prepared by")
    )
    prepared_at = models.DateTimeField(_("prepared at"), default=timezone.now)
    counts = models.TextField(_("what was counted"))
    counts_sha256 = models.CharField(_("hash of what was counted"), max_length=64)

    objects = PreparationQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "preparation_one_open": _("This year is already prepared."),
        "preparation_revision_has_a_reason": _("Say why the year is revised."),
    }

    class Meta:
        verbose_name = _("prepared year")
        verbose_name_plural = _("prepared years")
        ordering = ["-pk"]
        default_permissions = ()
        permissions = [
            ("prepare_release", "Can prepare a year for freezing"),
            ("approve_release", "Can freeze a year that another person prepared"),
            ("publish_release", "Can publish a frozen year that another prepared"),
        ]
        triggers = [*KEPT, ONE_OPEN]

    def __str__(self) -> str:
        return str(self.year)


class Withdrawal(models.Model):
    """A preparation that was taken back."""

    preparation = models.OneToOneField(
        Preparation, models.PROTECT, related_name="withdrawal"
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("withdrawn by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), default=timezone.now)

    class Meta:
        verbose_name = _("withdrawn preparation")
        verbose_name_plural = _("withdrawn preparations")
        default_permissions = ()
        triggers = [*KEPT, OPEN_TO_WITHDRAW]

    def __str__(self) -> str:
        return str(self.preparation)


class ExplanationQuerySet(models.QuerySet["Explanation"]):
    """What was written about failed checks."""

    def latest_of(self, year: int) -> dict[str, "Explanation"]:
        """Return the last word on each check of the year, by the check's code."""
        words = self.filter(year=year).order_by("pk").select_related("written_by")
        return {word.finding: word for word in words}


class Explanation(models.Model):
    """A written word on a failed check, and the finding that it explains.

    It holds for this very finding (`digest`): once that changed, it must be written
    again.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    finding = models.CharField(_("check"), max_length=200)
    text = models.CharField(_("explanation"), max_length=1000)
    message = models.CharField(_("what the check said"), max_length=1000)
    digest = models.CharField(_("hash of the finding"), max_length=64)
    written_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"), default=timezone.now)

    objects = ExplanationQuerySet.as_manager()

    class Meta:
        verbose_name = _("explanation of a check")
        verbose_name_plural = _("explanations of checks")
        ordering = ["-pk"]
        default_permissions = ()
        indexes = [models.Index(name="explanation_year", fields=["year", "finding"])]
        constraints = [
            models.CheckConstraint(
                name="explanation_has_words",
                condition=Q(text__regex=r"\S"),
                violation_error_message=_("Write the explanation."),
            )
        ]
        triggers = KEPT

    def __str__(self) -> str:
        return self.finding


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Frozen years."""

    def of(self, year: int) -> "ReleaseQuerySet":
        """Return the releases of the year, the newest first."""
        return (
            self.filter(year=year)
            .order_by("-number")
            .select_related(
                "publication__published_by",
                "publication__open_year",
                "prepared_by",
                "approved_by",
            )
        )

    def latest(self, year: int) -> "Release | None":  # type: ignore[override]
        """Return the newest release of the year."""
        return self.of(year).first()

    def last_before(self, year: int) -> "Release | None":
        """Return the newest release of the latest frozen year before this one."""
        return self.filter(year__lt=year).order_by("-year", "-number").first()


class Release(models.Model):
    """A frozen year: `payload` is all it tells, in the canonical form of `sha256`.

    The database computes the hash again, and refuses a row whose numbers are not those
    of its records, or whose two persons are one.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("release"))
    preparation = models.OneToOneField(
        Preparation, models.PROTECT, related_name="release"
    )
    reason = models.CharField(_("reason for the revision"), max_length=300, blank=True)
    prepared_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("prepared by")
    )
    approved_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("approved by")
    )
    frozen_at = models.DateTimeField(_("frozen at"))
    program = models.CharField(_("program"), max_length=40)
    payload = models.TextField(_("what was frozen"))
    sha256 = models.CharField(_("hash"), max_length=64)
    previous_sha256 = models.CharField(
        _("hash of the release before"), max_length=64, blank=True
    )

    objects = ReleaseQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "release_hash_is_of_its_payload": _("The hash is not that of the content."),
        "release_continues_the_chain": _("The release does not follow the last one."),
        "release_is_of_its_preparation": _("The release is not what was prepared."),
        "release_has_its_records": _("The numbers are not those of the records."),
    }

    class Meta:
        verbose_name = _("frozen year")
        verbose_name_plural = _("frozen years")
        ordering = ["-year", "-number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="release_number_once",
                fields=["year", "number"],
                violation_error_message=_("This release is already there."),
            ),
            models.CheckConstraint(
                name="release_approved_by_a_second_person",
                condition=~Q(approved_by=F("prepared_by")),
                violation_error_message=_(
                    "A second person freezes the year: not the one who prepared it."
                ),
            ),
        ]
        triggers = [*KEPT, AS_PREPARED, ITS_RECORDS]

    def __str__(self) -> str:
        return f"{self.year}, {self.number}"

    @cached_property
    def content(self) -> dict[str, Any]:
        """Return what was frozen, as it is read."""
        return read(self.payload)

    @property
    def frozen_on(self) -> date:
        """Return the day of the freeze in Asia/Baku."""
        return timezone.localdate(self.frozen_at)

    @property
    def stage(self) -> Stage:
        """Return whether it is published."""
        published = hasattr(self, "publication")
        return Stage.PUBLISHED if published else Stage.FROZEN


class ReleasedRecord(models.Model):
    """A record that a figure of a release counts, as it was counted.

    `cells` has its cell in each breakdown, `amount` what it adds to a sum.
    """

    release = models.ForeignKey(Release, models.PROTECT, related_name="records")
    figure = models.CharField(_("figure"), max_length=64)
    kind = models.CharField(_("kind of record"), max_length=64)
    object_id = models.BigIntegerField(_("key"))
    code = models.CharField(_("code"), max_length=200)
    cells = models.JSONField(_("cells"), default=dict)
    amount = models.DecimalField(
        _("amount"), max_digits=14, decimal_places=2, null=True
    )

    class Meta:
        verbose_name = _("record of a frozen year")
        verbose_name_plural = _("records of frozen years")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="released_record_once",
                fields=["release", "figure", "kind", "object_id"],
            )
        ]
        triggers = [*KEPT, RECORDS_AS_TOLD]

    def __str__(self) -> str:
        return self.code
