"""What is done for the public, and what other agencies return."""

from typing import Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from prevention.choices import (
    ActivityKind,
    ActivityRole,
    CallOutcome,
    CallTopic,
    GrantPurpose,
    Precision,
)
from reference.models import Organisation, Region
from reference.records import (
    CURRENT,
    Record,
    RecordQuerySet,
    known_codes,
    not_in_future,
)


class PublicRecordQuerySet[M: models.Model](RecordQuerySet[M]):
    """Records that concern no single person: whoever may view one may view all."""

    def visible_to(self, _user: User) -> Self:
        """Return all of them: the permission of the page decides."""
        return self


@pghistory.track()
class Call(Record):
    """One appeal received on the hotline 152; who called is not kept."""

    KNOWN_BY = "pk"

    received_on = models.DateField(_("received on"), null=True, blank=True)
    topic = models.CharField(_("topic"), max_length=32, choices=CallTopic, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=24, choices=CallOutcome, blank=True
    )

    objects = PublicRecordQuerySet["Call"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(
                name="call_received", fields=["received_on", "topic", "outcome"]
            )
        ]
        constraints = [
            *known_codes("call", topic=CallTopic.values, outcome=CallOutcome.values),
            *not_in_future("call", "received_on"),
        ]

    def __str__(self) -> str:
        return f"{self.received_on}"


@pghistory.track()
class Activity(Record):
    """A seminar, training, campaign, conference, meeting or broadcast."""

    KNOWN_BY = "pk"

    kind = models.CharField(_("kind"), max_length=16, choices=ActivityKind)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    organiser = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        verbose_name=_("organiser"),
    )
    region = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        verbose_name=_("city or region"),
    )
    role = models.CharField(
        _("officers were"), max_length=16, choices=ActivityRole, blank=True
    )
    participants = models.PositiveIntegerField(
        _("people who took part"), null=True, blank=True
    )
    copies = models.PositiveIntegerField(_("copies handed out"), null=True, blank=True)

    objects = PublicRecordQuerySet["Activity"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(name="activity_held", fields=["held_on", "kind"])]
        constraints = [
            *known_codes(
                "activity", kind=ActivityKind.values, role=ActivityRole.values
            ),
            *not_in_future("activity", "held_on"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}"


@pghistory.track()
class Grant(Record):
    """Money granted to one project of an association."""

    KNOWN_BY = "project"
    KEY = ("project",)

    project = models.CharField(_("project"), max_length=200)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="grants",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    granted_on = models.DateField(_("granted on"), null=True, blank=True)
    amount_azn = models.DecimalField(
        _("amount, AZN"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    purpose = models.CharField(
        _("for"), max_length=24, choices=GrantPurpose, blank=True
    )
    recipients = models.PositiveIntegerField(
        _("shelters or centres it reached"), null=True, blank=True
    )

    objects = PublicRecordQuerySet["Grant"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["-granted_on", "pk"]
        indexes = [models.Index(name="grant_day", fields=["granted_on"])]
        constraints = [
            *known_codes("grant", purpose=GrantPurpose.values),
            *not_in_future("grant", "granted_on"),
            models.UniqueConstraint(
                name="grant_recorded_once",
                fields=["project"],
                condition=CURRENT,
                violation_error_message=_("This project already has a grant."),
            ),
        ]

    def __str__(self) -> str:
        return self.project


@pghistory.track()
class AgencyReturn(Record):
    """A figure that another agency counted, for one year, with its document."""

    KNOWN_BY = "figure"
    KEY = ("figure", "year")

    figure = models.CharField(_("figure"), max_length=64)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(
        _("value"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    precision = models.CharField(
        _("precision"), max_length=16, choices=Precision, default=Precision.EXACT
    )
    agency = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="returns",
        null=True,
        blank=True,
        verbose_name=_("agency"),
    )
    document = models.CharField(_("source document"), max_length=200, blank=True)
    entered_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="returns_entered",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("entered by"),
    )
    approved_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="returns_approved",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(
        _("approved at"), null=True, blank=True, editable=False
    )

    objects = PublicRecordQuerySet["AgencyReturn"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("return of an agency")
        verbose_name_plural = _("returns of agencies")
        ordering = ["-year", "figure"]
        permissions = [("approve_agencyreturn", "Can approve another person's return")]
        constraints = [
            *known_codes("return", precision=Precision.values),
            models.UniqueConstraint(
                name="return_recorded_once",
                fields=["figure", "year"],
                condition=CURRENT,
                violation_error_message=_(
                    "This figure is already recorded for that year."
                ),
            ),
            models.CheckConstraint(
                name="return_approved_by_a_second_person",
                condition=Q(approved_by=None)
                | Q(entered_by=None)
                | ~Q(approved_by=F("entered_by")),
                violation_error_message=_(
                    "A second person approves: not the one who entered it."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="change_ends_approval",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "figure", "year", "value", "precision", "agency", "document"
                ),
                func="NEW.approved_by_id = NULL; NEW.approved_at = NULL; RETURN NEW;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure} {self.year}"

    def approve(self, user: User) -> None:
        """Record the approval of the value as it stands, by a second person only."""
        self.approved_by, self.approved_at = user, timezone.now()
        self.validate_constraints()
        self.save(update_fields=["approved_by", "approved_at"])


@pghistory.track()
class Baseline(Record):
    """The total of a cumulative figure through a year, before the register began."""

    KNOWN_BY = "figure"
    KEY = ("figure",)

    figure = models.CharField(_("figure"), max_length=64)
    through_year = models.PositiveSmallIntegerField(_("through the year"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = PublicRecordQuerySet["Baseline"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("total before the register")
        verbose_name_plural = _("totals before the register")
        ordering = ["figure"]
        constraints = [
            models.UniqueConstraint(
                name="baseline_recorded_once",
                fields=["figure"],
                condition=CURRENT,
                violation_error_message=_("This figure already has a total."),
            )
        ]

    def __str__(self) -> str:
        return self.figure
