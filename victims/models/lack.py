"""What people lack, kept by the database: so that who lacks it is found at once."""

from typing import Final

from django.db import models
from django.db.models import Exists, OuterRef

from victims.models.victim import Victim

DECISION: Final = "decision"
STAY: Final = "stay"
FACTS: Final = "facts"


class Lack(models.Model):
    """One thing that a person does not have: a decision, a stay, a paid allowance.

    Its definition, `people_lack()`, stands in the migration. `facts`: something of
    which the year's figures are made. Nothing here is written but by triggers.
    """

    pk = models.CompositePrimaryKey("what", "victim")
    what = models.TextField()
    victim = models.ForeignKey(
        Victim, models.DO_NOTHING, related_name="+", db_constraint=False
    )

    class Meta:
        managed = False
        db_table = "victims_lack"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.victim_id}: {self.what}"


def lacks(what: str) -> Exists:
    """Match the persons who lack it."""
    return Exists(Lack.objects.filter(what=what, victim=OuterRef("pk")))
