"""Criminal cases, the persons in them, and the investigators who have them."""

from typing import Self, override

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from cases.choices import CaseStage
from reference.records import (
    CURRENT,
    Record,
    RecordQuerySet,
    known_codes,
    not_in_future,
    running_on,
)
from victims.models import Victim


class CriminalCaseQuerySet(RecordQuerySet["CriminalCase"]):
    """Groups of criminal cases."""

    def visible_to(self, user: User) -> Self:
        """Return the cases within reach: all, those assigned, or none."""
        if user.has_perm("cases.view_every_case"):
            return self
        if user.role == Role.POLICE_INVESTIGATOR:
            return self.filter(pk__in=_assigned_to(user))
        return self.none()


class CaseRecordQuerySet[M: models.Model](RecordQuerySet[M]):
    """Records that belong to a case and are reached with that case."""

    case_path = "case"

    def visible_to(self, user: User) -> Self:
        """Return the records of the cases within the user's reach."""
        reached = CriminalCase.objects.visible_to(user).values("pk")
        return self.filter(**{f"{self.case_path}__in": reached})


@pghistory.track()
class CriminalCase(Record):
    """One criminal case, known by its number."""

    KNOWN_BY = "number"

    number = models.CharField(_("number"), max_length=64, unique=True)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    investigation_completed_on = models.DateField(
        _("investigation completed on"), null=True, blank=True
    )
    article = models.CharField(_("article"), max_length=32, blank=True)
    stage = models.CharField(_("stage"), max_length=32, choices=CaseStage, blank=True)

    objects = CriminalCaseQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("criminal case")
        verbose_name_plural = _("criminal cases")
        ordering = ["-pk"]
        permissions = [("view_every_case", "Can see every criminal case")]
        indexes = [
            models.Index(name="case_opened", fields=["opened_on"]),
            models.Index(name="case_completed", fields=["investigation_completed_on"]),
        ]
        constraints = [
            *known_codes("case", stage=CaseStage.values),
            *not_in_future("case", "opened_on", "investigation_completed_on"),
        ]

    def __str__(self) -> str:
        return self.number


class CaseVictimQuerySet(CaseRecordQuerySet["CaseVictim"]):
    """Persons in cases."""

    @override
    def visible_to(self, user: User) -> Self:
        """Return the links of cases within reach to persons within reach."""
        reached = Victim.objects.visible_to(user).values("pk")
        return super().visible_to(user).filter(victim__in=reached)


@pghistory.track()
class CaseVictim(Record):
    """A person is a victim in a case."""

    KNOWN_BY = "case.number"
    TELLS_OF = ("victim.code",)
    PART_OF = ("case", "victim")
    KEY = ("case", "victim")

    case = models.ForeignKey(CriminalCase, models.PROTECT, related_name="victim_links")
    victim = models.ForeignKey(
        Victim, models.PROTECT, related_name="case_links", verbose_name=_("person")
    )

    objects = CaseVictimQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("victim in a case")
        verbose_name_plural = _("victims in cases")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="case_victim_linked_once",
                fields=["case", "victim"],
                condition=CURRENT,
                violation_error_message=_("This person is already in the case."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case.number}: {self.victim.code}"


@pghistory.track()
class CaseAssignment(Record):
    """One investigator has a case from `since` up to, not including, `until`."""

    KNOWN_BY = "case.number"
    PART_OF = ("case",)

    case = models.ForeignKey(CriminalCase, models.PROTECT, related_name="assignments")
    user = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="case_assignments",
        verbose_name=_("investigator"),
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = CaseRecordQuerySet["CaseAssignment"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("assignment of a case")
        verbose_name_plural = _("assignments of cases")
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="case_assignment_ends_after_its_start",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("An assignment cannot end before it starts."),
            )
        ]

    def __str__(self) -> str:
        return self.case.number


def _assigned_to(user: User) -> models.QuerySet[CaseAssignment, int]:
    running = CaseAssignment.objects.filter(running_on(localdate()), user=user)
    return running.values_list("case", flat=True)
