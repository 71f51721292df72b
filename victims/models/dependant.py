"""Children of victims."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from reference.choices import Sex
from reference.records import Record, known_codes, not_in_future
from victims.models.victim import Victim, VictimRecordQuerySet


@pghistory.track()
class Dependant(Record):
    """A child of a victim, known by a code."""

    KNOWN_BY = "code"
    TELLS_OF = ("victim.code",)
    PERSONAL = ("birth_date",)

    code = models.CharField(_("code"), max_length=64, unique=True)
    victim = models.ForeignKey(
        Victim, models.PROTECT, related_name="dependants", verbose_name=_("parent")
    )
    sex = models.CharField(_("sex"), max_length=8, choices=Sex, blank=True)
    birth_date = models.DateField(_("birth date"), null=True, blank=True)

    objects = VictimRecordQuerySet["Dependant"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("child")
        verbose_name_plural = _("children")
        ordering = ["birth_date", "pk"]
        constraints = [
            *known_codes("dependant", sex=Sex.values),
            *not_in_future("dependant", "birth_date"),
        ]

    def __str__(self) -> str:
        return self.code
