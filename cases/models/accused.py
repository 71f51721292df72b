"""Accused persons and what a court decided on them."""

from typing import Final

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import AccusedRole, VerdictResult
from cases.models.case import CaseRecordQuerySet, CriminalCase
from cases.models.offence import CriminalGroup
from reference.choices import Sex
from reference.countries import country_choices
from reference.records import CURRENT, Record, known_codes, not_in_future


class AccusedRecordQuerySet[M: models.Model](CaseRecordQuerySet[M]):
    """Records that belong to an accused person."""

    case_path = "accused__case"


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
        CONSTRAINT = '{name}',
        MESSAGE = 'a verdict before the accused was sent to court';
    END IF;
    RETURN NULL;
"""


@pghistory.track()
class Accused(Record):
    """A person accused in a case, known by a code."""

    KNOWN_BY = "code"
    PART_OF = ("case",)

    code = models.CharField(_("code"), max_length=64, unique=True)
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
        "court_before_verdict": _(
            "This person has a verdict: the day of the court must be on that day or"
            " earlier."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("accused person")
        verbose_name_plural = _("accused persons")
        ordering = ["pk"]
        indexes = [
            models.Index(name="accused_court", fields=["sent_to_court_on"]),
            models.Index(
                name="accused_of_case_in_court",
                fields=["case"],
                condition=CURRENT & models.Q(sent_to_court_on__isnull=False),
            ),
        ]
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
                func=COURT_BEFORE_VERDICT.format(
                    accused="NEW.id", name="court_before_verdict"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.code


@pghistory.track()
class Verdict(Record):
    """What a court decided on one accused person on one day."""

    KNOWN_BY = "accused.code"
    PART_OF = ("accused",)
    KEY = ("accused", "verdict_on")

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
                func=COURT_BEFORE_VERDICT.format(
                    accused="NEW.accused_id", name="verdict_after_court"
                ),
            ),
        ]

    def __str__(self) -> str:
        told = f"{self.accused.code}, {self.verdict_on:%d.%m.%Y}"
        return f"{told}: {self.get_result_display()}" if self.result else told
