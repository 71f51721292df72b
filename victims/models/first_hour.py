"""What was asked in the first hour: needs, never a name."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from reference.records import CURRENT, Record, known_codes
from victims.models.victim import Victim, VictimRecordQuerySet
from victims.needs import (
    Answer,
    Guardian,
    Interpreter,
    Language,
    MedicalNeed,
    OfAge,
    Permit,
)
from victims.sealed import SealedRow, SealedTextField


@pghistory.track()
class FirstHour(SealedRow, Record):
    """Age, language and needs of one person as they were in the first hour.

    An empty answer was not asked yet. The year of birth is sealed: with the code it
    would say more than an age.
    """

    KEY = ("victim",)
    PERSONAL = ("birth_year",)

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="first_hours")
    of_age = models.CharField(_("18 or over"), max_length=8, choices=OfAge, blank=True)
    birth_year = SealedTextField(
        _("year of birth"), purpose="birth_year", null=True, blank=True
    )
    estimated_age = models.PositiveSmallIntegerField(
        _("estimated age, years"), null=True, blank=True
    )
    language = models.CharField(
        _("language"), max_length=8, choices=Language, blank=True
    )
    interpreter = models.CharField(
        _("interpreter"), max_length=12, choices=Interpreter, blank=True
    )
    medical_need = models.CharField(
        _("a doctor now"), max_length=12, choices=MedicalNeed, blank=True
    )
    danger = models.CharField(
        _("in danger now"), max_length=12, choices=Answer, blank=True
    )
    children_with = models.PositiveSmallIntegerField(
        _("children with the person"), null=True, blank=True
    )
    guardian = models.CharField(
        _("a parent or guardian"), max_length=12, choices=Guardian, blank=True
    )
    body_told = models.CharField(
        _("guardianship body told"), max_length=12, choices=Answer, blank=True
    )
    permit = models.CharField(
        _("right to stay in the country"), max_length=12, choices=Permit, blank=True
    )
    embassy = models.CharField(
        _("the embassy may be told"), max_length=12, choices=Answer, blank=True
    )

    objects = VictimRecordQuerySet["FirstHour"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("first hour")
        verbose_name_plural = _("first hours")
        default_permissions = ["add", "change", "view"]
        constraints = [
            *known_codes(
                "first_hour",
                of_age=OfAge.values,
                language=Language.values,
                interpreter=Interpreter.values,
                medical_need=MedicalNeed.values,
                danger=Answer.values,
                guardian=Guardian.values,
                body_told=Answer.values,
                permit=Permit.values,
                embassy=Answer.values,
            ),
            models.UniqueConstraint(
                name="first_hour_recorded_once",
                fields=["victim"],
                condition=CURRENT,
                violation_error_message=_("The first hour is already recorded."),
            ),
        ]

    def __str__(self) -> str:
        return self.victim.code
