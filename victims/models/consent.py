"""What a person agreed to, who is assigned, and who may open a suspended file."""

from datetime import date
from typing import Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.models import Organisation
from reference.records import CURRENT, Record, known_codes, not_in_future, running_on
from victims.choices import ConsentPurpose, DecidingBody
from victims.ending_referrals import WITH_A_SUSPENSION, WITH_THE_CONSENT
from victims.models.victim import Victim, VictimRecordQuerySet


class ConsentQuerySet(VictimRecordQuerySet["Consent"]):
    """Groups of consents."""

    def in_force_on(self, day: date) -> Self:
        """Return the consents that hold on `day`; one withdrawn that day does not."""
        return self.filter(
            CURRENT,
            Q(withdrawn_on=None) | Q(withdrawn_on__gt=day),
            Q(valid_until=None) | Q(valid_until__gte=day),
            given_on__lte=day,
        )


@pghistory.track()
class Consent(Record):
    """One consent of one person for one purpose."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="consents")
    purpose = models.CharField(_("for"), max_length=16, choices=ConsentPurpose)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    given_on = models.DateField(_("given on"))
    explained_by = models.CharField(_("explained by"), max_length=100, blank=True)
    language = models.CharField(_("language"), max_length=40, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_on", "pk"]
        constraints = [
            *known_codes("consent", purpose=ConsentPurpose.values),
            *not_in_future("consent", "given_on", "withdrawn_on"),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="referrals_end_with_it",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                func=WITH_THE_CONSENT,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_purpose_display()}"


class AssignmentQuerySet(VictimRecordQuerySet["Assignment"]):
    """Groups of assignments."""

    def running_on(self, day: date) -> Self:
        """Return the assignments that run on `day`; one ended that day does not."""
        return self.filter(running_on(day))


@pghistory.track()
class Assignment(Record):
    """One worker has a person's file from `since` up to, not including, `until`."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="assignments")
    user = models.ForeignKey(
        User, models.PROTECT, related_name="assignments", verbose_name=_("worker")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="assignment_ends_after_its_start",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("An assignment cannot end before it starts."),
            )
        ]

    def __str__(self) -> str:
        return self.victim.code


class SuspensionOrderQuerySet(VictimRecordQuerySet["SuspensionOrder"]):
    """Groups of orders that suspend access."""

    def in_force_on(self, day: date) -> Self:
        """Return the orders in force on `day`; one lifted that day is not."""
        return self.filter(
            CURRENT, Q(lifted_on=None) | Q(lifted_on__gt=day), ordered_on__lte=day
        )


@pghistory.track()
class SuspensionOrder(Record):
    """A court or prosecution closed a person's file to all but those it names."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="suspension_orders")
    ordered_on = models.DateField(_("ordered on"))
    body = models.CharField(_("ordered by"), max_length=24, choices=DecidingBody)
    number = models.CharField(_("number of the order"), max_length=64, blank=True)
    lifted_on = models.DateField(_("lifted on"), null=True, blank=True)
    open_to = models.ManyToManyField(
        User, related_name="+", blank=True, verbose_name=_("open to")
    )

    objects = SuspensionOrderQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("suspension of access")
        verbose_name_plural = _("suspensions of access")
        ordering = ["-ordered_on", "pk"]
        constraints = [
            *known_codes("suspension", body=DecidingBody.values),
            *not_in_future("suspension", "ordered_on", "lifted_on"),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="referrals_end_with_it",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=WITH_A_SUSPENSION,
            ),
        ]

    def __str__(self) -> str:
        return self.victim.code


@pghistory.track(
    pghistory.InsertEvent("named"),
    pghistory.DeleteEvent("no_longer_named"),
    obj_field=None,
)
class SuspensionOrderReader(SuspensionOrder.open_to.through):  # type: ignore[misc, name-defined]
    """One user whom an order names: kept in history as everything is."""

    class Meta:
        proxy = True

    def __str__(self) -> str:
        return str(self.user)
