"""What a case is about: registered crimes and criminal groups."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.case import CaseRecordQuerySet, CriminalCase
from reference.records import Record, not_in_future


@pghistory.track()
class Offence(Record):
    """One registered crime (fact) under one article."""

    KNOWN_BY = "number"
    PART_OF = ("case",)

    number = models.CharField(_("number"), max_length=64, unique=True)
    case = models.ForeignKey(
        CriminalCase,
        models.PROTECT,
        related_name="offences",
        null=True,
        blank=True,
        verbose_name=_("case"),
    )
    article = models.CharField(_("article"), max_length=32, blank=True)
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
    PART_OF = ("case",)

    code = models.CharField(_("code"), max_length=64, unique=True)
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
