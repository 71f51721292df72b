"""Protection of articles 14-1 and 15, and money other than the allowance."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from assistance.choices import MoneyStream
from reference.records import Record, known_codes, not_in_future
from victims.models import Victim, VictimRecordQuerySet


@pghistory.track()
class ReflectionPeriod(Record):
    """Time to recover and reflect, in which nobody is removed from the country."""

    victim = models.ForeignKey(
        Victim, models.PROTECT, related_name="reflection_periods"
    )
    granted_on = models.DateField(_("granted on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    objects = VictimRecordQuerySet["ReflectionPeriod"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("reflection period")
        verbose_name_plural = _("reflection periods")
        ordering = ["-granted_on", "pk"]
        constraints = not_in_future("reflection_period", "granted_on")

    def __str__(self) -> str:
        return self.victim.code


@pghistory.track()
class ResidencePermit(Record):
    """A foreign victim's temporary residence permit."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="residence_permits")
    applied_on = models.DateField(_("applied on"))
    granted_on = models.DateField(_("granted on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    objects = VictimRecordQuerySet["ResidencePermit"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("residence permit")
        verbose_name_plural = _("residence permits")
        ordering = ["-applied_on", "pk"]
        constraints = not_in_future("residence_permit", "applied_on", "granted_on")

    def __str__(self) -> str:
        return self.victim.code


@pghistory.track()
class RehabilitationPlan(Record):
    """A person's individual plan of social rehabilitation."""

    victim = models.ForeignKey(
        Victim, models.PROTECT, related_name="rehabilitation_plans"
    )
    drawn_up_on = models.DateField(_("drawn up on"))
    reviewed_on = models.DateField(_("last reviewed on"), null=True, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)

    objects = VictimRecordQuerySet["RehabilitationPlan"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("rehabilitation plan")
        verbose_name_plural = _("rehabilitation plans")
        ordering = ["-drawn_up_on", "pk"]
        constraints = not_in_future(
            "rehabilitation_plan", "drawn_up_on", "reviewed_on", "completed_on"
        )

    def __str__(self) -> str:
        return self.victim.code


@pghistory.track()
class Compensation(Record):
    """Money from the Relief Fund or the trafficker; never the one-time allowance."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="compensations")
    stream = models.CharField(_("from"), max_length=16, choices=MoneyStream)
    claimed_on = models.DateField(_("claimed on"), null=True, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    amount_azn = models.DecimalField(
        _("amount, AZN"), max_digits=12, decimal_places=2, null=True, blank=True
    )

    objects = VictimRecordQuerySet["Compensation"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("compensation")
        verbose_name_plural = _("compensations")
        ordering = ["-claimed_on", "pk"]
        constraints = [
            *known_codes("compensation", stream=MoneyStream.values),
            *not_in_future("compensation", "claimed_on", "paid_on"),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_stream_display()}"
