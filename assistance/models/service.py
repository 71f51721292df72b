"""Help given to persons and their children, and where they were referred."""

from typing import Self, override

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import (
    DependantServiceType,
    ReferralOutcome,
    ReferralType,
    ServiceType,
)
from reference.models import Organisation
from reference.records import CURRENT, Record, known_codes, not_in_future
from victims.models import Dependant, Victim, VictimRecordQuerySet


@pghistory.track()
class Service(Record):
    """One help given to one person on one day."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="services")
    type = models.CharField(_("help"), max_length=32, choices=ServiceType)
    provider = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="services",
        null=True,
        blank=True,
        verbose_name=_("given by"),
    )
    provided_on = models.DateField(_("given on"), null=True, blank=True)

    objects = VictimRecordQuerySet["Service"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["-provided_on", "-pk"]
        indexes = [
            models.Index(name="service_year", fields=["provided_on", "type", "victim"]),
        ]
        constraints = [
            *known_codes("service", type=ServiceType.values),
            *not_in_future("service", "provided_on"),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_type_display()}"


@pghistory.track()
class Referral(Record):
    """One person referred to a course, a job, the family or an organisation."""

    KEY = ("victim", "type", "organisation", "referred_on")

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="referrals")
    type = models.CharField(_("referred to"), max_length=32, choices=ReferralType)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="referrals",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    referred_on = models.DateField(_("referred on"))
    started_on = models.DateField(_("started on"), null=True, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=16, choices=ReferralOutcome, blank=True
    )

    objects = VictimRecordQuerySet["Referral"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["-referred_on", "pk"]
        indexes = [
            models.Index(name="referral_sent", fields=["type", "referred_on"]),
            models.Index(name="referral_started", fields=["type", "started_on"]),
            models.Index(name="referral_completed", fields=["type", "completed_on"]),
        ]
        constraints = [
            *known_codes(
                "referral", type=ReferralType.values, outcome=ReferralOutcome.values
            ),
            *not_in_future("referral", "referred_on", "started_on", "completed_on"),
            models.UniqueConstraint(
                name="referral_recorded_once",
                fields=["victim", "type", "organisation", "referred_on"],
                condition=CURRENT,
                nulls_distinct=False,
                violation_error_message=_("This referral is already recorded."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_type_display()}"


class DependantServiceQuerySet(VictimRecordQuerySet["DependantService"]):
    """Groups of help for children."""

    @override
    def visible_to(self, user: User) -> Self:
        """Return the help for children of persons within the user's reach."""
        reached = Victim.objects.visible_to(user).values("pk")
        return self.filter(dependant__victim__in=reached)


@pghistory.track()
class DependantService(Record):
    """One help for one child of a victim."""

    KNOWN_BY = "dependant.code"
    TELLS_OF = ("dependant.victim.code",)
    PART_OF = ("dependant",)

    dependant = models.ForeignKey(
        Dependant, models.PROTECT, related_name="services", verbose_name=_("child")
    )
    type = models.CharField(_("help"), max_length=16, choices=DependantServiceType)
    provided_on = models.DateField(_("given on"), null=True, blank=True)

    objects = DependantServiceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("help for a child")
        verbose_name_plural = _("help for children")
        ordering = ["-provided_on", "-pk"]
        indexes = [
            models.Index(name="dependant_service_year", fields=["type", "provided_on"])
        ]
        constraints = [
            *known_codes("dependant_service", type=DependantServiceType.values),
            *not_in_future("dependant_service", "provided_on"),
            models.UniqueConstraint(
                "dependant",
                ExtractYear("provided_on"),
                name="dependant_service_preschool_once_a_year",
                condition=CURRENT & Q(type=DependantServiceType.PRESCHOOL),
                violation_error_message=_(
                    "This child was already sent to pre-school education that year."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dependant.code}: {self.get_type_display()}"
