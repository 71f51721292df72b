"""Wanted notices."""

from datetime import date
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.choices import WantedOutcome
from cases.models.accused import Accused, AccusedRecordQuerySet
from reference.records import CURRENT, Record, known_codes, not_in_future


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
    PART_OF = ("accused",)
    KEY = ("accused", "declared_on")

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
