"""Which cases have nobody in court, kept by the database."""

from django.db import models
from django.db.models import Exists, OuterRef

from cases.models.case import CriminalCase


class NobodyInCourt(models.Model):
    """A case, voided or not, of which no accused person was sent to court.

    Nothing here is written but by triggers.
    """

    case = models.OneToOneField(
        CriminalCase,
        models.DO_NOTHING,
        primary_key=True,
        related_name="+",
        db_constraint=False,
    )

    class Meta:
        managed = False
        db_table = "cases_nobodyincourt"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.case_id)


def nobody_in_court() -> Exists:
    """Match the cases with nobody sent to court."""
    return Exists(NobodyInCourt.objects.filter(case=OuterRef("pk")))
