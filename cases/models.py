"""Criminal cases: offences, groups, accused persons, verdicts, wanted notices."""

from datetime import date
from typing import Final, Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.models import User
from cases.choices import AccusedRole, CaseStage, VerdictResult, WantedOutcome
from reference.choices import Sex
from reference.countries import country_choices
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


class AccusedRecordQuerySet[M: models.Model](CaseRecordQuerySet[M]):
    """Records that belong to an accused person."""

    case_path = "accused__case"


@pghistory.track()
class CriminalCase(Record):
    """One criminal case, known by its number."""

    KNOWN_BY = "number"

    number = models.CharField(_("number"), max_length=32, unique=True)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    investigation_completed_on = models.DateField(
        _("investigation completed on"), null=True, blank=True
    )
    article = models.CharField(_("article"), max_length=16, blank=True)
    stage = models.CharField(_("stage"), max_length=32, choices=CaseStage, blank=True)

    objects = CriminalCaseQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("criminal case")
        verbose_name_plural = _("criminal cases")
        ordering = ["-pk"]
        permissions = [("view_every_case", "Can see every criminal case")]
        indexes = [
            models.Index(name="case_completed", fields=["investigation_completed_on"])
        ]
        constraints = [
            *known_codes("case", stage=CaseStage.values),
            *not_in_future("case", "opened_on", "investigation_completed_on"),
        ]

    def __str__(self) -> str:
        return self.number


@pghistory.track()
class CaseVictim(Record):
    """A person is a victim in a case."""

    KNOWN_BY = "case.number"

    case = models.ForeignKey(CriminalCase, models.PROTECT, related_name="victim_links")
    victim = models.ForeignKey(
        Victim, models.PROTECT, related_name="case_links", verbose_name=_("person")
    )

    objects = CaseRecordQuerySet["CaseVictim"].as_manager()

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
    """A case is in one investigator's hands from `since` up to, not including, `until`."""

    KNOWN_BY = "case.number"

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


@pghistory.track()
class Offence(Record):
    """One registered crime (fact) under one article."""

    KNOWN_BY = "number"

    number = models.CharField(_("number"), max_length=32, unique=True)
    case = models.ForeignKey(
        CriminalCase,
        models.PROTECT,
        related_name="offences",
        null=True,
        blank=True,
        verbose_name=_("case"),
    )
    article = models.CharField(_("article"), max_length=16, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)

    objects = CaseRecordQuerySet["Offence"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("offence")
        verbose_name_plural = _("offences")
        ordering = ["registered_on", "pk"]
        indexes = [
            models.Index(name="offence_registered", fields=["registered_on", "article"])
        ]
        constraints = not_in_future("offence", "registered_on")

    def __str__(self) -> str:
        return self.number


@pghistory.track()
class CriminalGroup(Record):
    """A criminal group that was neutralised in a case."""

    KNOWN_BY = "code"

    code = models.CharField(_("code"), max_length=32, unique=True)
    case = models.ForeignKey(
        CriminalCase,
        models.PROTECT,
        related_name="groups",
        null=True,
        blank=True,
        verbose_name=_("case"),
    )
    neutralised_on = models.DateField(_("neutralised on"), null=True, blank=True)

    objects = CaseRecordQuerySet["CriminalGroup"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("criminal group")
        verbose_name_plural = _("criminal groups")
        ordering = ["pk"]
        constraints = not_in_future("group", "neutralised_on")

    def __str__(self) -> str:
        return self.code


# A verdict follows the day in court: neither may move across the other.
COURT_BEFORE_VERDICT: Final = """
    PERFORM 1 FROM cases_accused WHERE id = {accused} FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM cases_verdict AS verdict
        JOIN cases_accused AS accused ON accused.id = verdict.accused_id
        WHERE accused.id = {accused} AND verdict.voided_at IS NULL
          AND (accused.sent_to_court_on IS NULL
               OR verdict.verdict_on < accused.sent_to_court_on)
    ) THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'verdict_after_court',
        MESSAGE = 'a verdict before the accused was sent to court';
    END IF;
    RETURN NULL;
"""


@pghistory.track()
class Accused(Record):
    """A person accused in a case, known by a code."""

    KNOWN_BY = "code"

    code = models.CharField(_("code"), max_length=32, unique=True)
    case = models.ForeignKey(
        CriminalCase,
        models.PROTECT,
        related_name="accused",
        null=True,
        blank=True,
        verbose_name=_("case"),
    )
    sex = models.CharField(_("sex"), max_length=8, choices=Sex, blank=True)
    citizenship = models.CharField(
        _("citizenship"), max_length=3, choices=country_choices, blank=True
    )
    role = models.CharField(_("role"), max_length=24, choices=AccusedRole, blank=True)
    group = models.ForeignKey(
        CriminalGroup,
        models.PROTECT,
        related_name="members",
        null=True,
        blank=True,
        verbose_name=_("criminal group"),
    )
    sent_to_court_on = models.DateField(_("sent to court on"), null=True, blank=True)

    objects = CaseRecordQuerySet["Accused"].as_manager()

    TRIGGER_MESSAGES = {
        "verdict_after_court": _(
            "This person has a verdict: the day of the court must be on that day or"
            " earlier."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("accused person")
        verbose_name_plural = _("accused persons")
        ordering = ["pk"]
        indexes = [models.Index(name="accused_court", fields=["sent_to_court_on"])]
        constraints = [
            *known_codes("accused", sex=Sex.values, role=AccusedRole.values),
            *not_in_future("accused", "sent_to_court_on"),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="court_before_verdict",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.AnyChange("sent_to_court_on"),
                func=COURT_BEFORE_VERDICT.format(accused="NEW.id"),
            ),
        ]

    def __str__(self) -> str:
        return self.code


@pghistory.track()
class Verdict(Record):
    """What a court decided on one accused person on one day."""

    KNOWN_BY = "accused.code"

    accused = models.ForeignKey(
        Accused,
        models.PROTECT,
        related_name="verdicts",
        verbose_name=_("accused person"),
    )
    verdict_on = models.DateField(_("date of the verdict"))
    result = models.CharField(
        _("result"), max_length=16, choices=VerdictResult, blank=True
    )
    in_force_on = models.DateField(_("in force since"), null=True, blank=True)

    objects = AccusedRecordQuerySet["Verdict"].as_manager()

    TRIGGER_MESSAGES = {
        "verdict_after_court": _(
            "A verdict cannot come before the person was sent to court."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["verdict_on", "pk"]
        indexes = [models.Index(name="verdict_day", fields=["verdict_on", "result"])]
        constraints = [
            *known_codes("verdict", result=VerdictResult.values),
            *not_in_future("verdict", "verdict_on", "in_force_on"),
            models.UniqueConstraint(
                name="verdict_recorded_once",
                fields=["accused", "verdict_on"],
                condition=CURRENT,
                violation_error_message=_(
                    "A verdict of that day is already recorded for this person."
                ),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="after_court",
                when=pgtrigger.After,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("accused_id", "verdict_on", "voided_at"),
                timing=pgtrigger.Immediate,
                condition=pgtrigger.Q(new__voided_at__isnull=True),
                func=COURT_BEFORE_VERDICT.format(accused="NEW.accused_id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.accused.code}: {self.get_result_display()}"


class WantedNoticeQuerySet(AccusedRecordQuerySet["WantedNotice"]):
    """Groups of wanted notices."""

    def open_between(self, first: date, last: date) -> Self:
        """Return notices in force on some day from `first` to `last`, both included."""
        return self.filter(
            CURRENT, Q(closed_on=None) | Q(closed_on__gte=first), declared_on__lte=last
        )


@pghistory.track()
class WantedNotice(Record):
    """An accused person is wanted from the declaration until the notice is closed."""

    KNOWN_BY = "accused.code"

    accused = models.ForeignKey(
        Accused,
        models.PROTECT,
        related_name="wanted_notices",
        verbose_name=_("accused person"),
    )
    declared_on = models.DateField(_("declared on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = models.CharField(
        _("closed because"), max_length=16, choices=WantedOutcome, blank=True
    )

    objects = WantedNoticeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("wanted notice")
        verbose_name_plural = _("wanted notices")
        ordering = ["-declared_on", "pk"]
        constraints = [
            *known_codes("wanted", outcome=WantedOutcome.values),
            *not_in_future("wanted", "declared_on", "closed_on"),
            models.CheckConstraint(
                name="wanted_closed_on_or_after_declaration",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("declared_on")),
                violation_error_message=_(
                    "A notice cannot be closed before it was declared."
                ),
            ),
            models.UniqueConstraint(
                name="wanted_recorded_once",
                fields=["accused", "declared_on"],
                condition=CURRENT,
                violation_error_message=_(
                    "A notice of that day is already recorded for this person."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.accused.code
