"""Two entries that may be one person, and who said that they are not."""

from typing import Self, override

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import CURRENT, Record, RecordQuerySet, known_codes
from victims.models.victim import Victim
from victims.needs import WhyApart


class PossibleDuplicateQuerySet(RecordQuerySet["PossibleDuplicate"]):
    """Groups of pairs."""

    def visible_to(self, user: User) -> Self:
        """Return the pairs of which the user reaches both: one alone tells nothing."""
        reached = Victim.objects.visible_to(user).values("pk")
        return self.filter(victim__in=reached, other__in=reached)

    @override
    def current(self) -> Self:
        """Return the pairs of two persons who both still count."""
        gone = Q(victim__voided_at=None, victim__merged_into=None)
        return self.filter(
            CURRENT, gone, other__voided_at=None, other__merged_into=None
        )

    def undecided(self) -> Self:
        """Return the pairs of which nobody has said anything."""
        return self.current().filter(why_apart="")


@pghistory.track()
class PossibleDuplicate(Record):
    """A person who was registered, and an earlier entry that looks alike.

    It is found by the register for whoever reaches both; the one who registers is
    never told of an entry beyond reach.
    """

    KNOWN_BY = "victim.code"
    TELLS_OF = ("other.code",)
    PART_OF = ()

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="+")
    other = models.ForeignKey(Victim, models.PROTECT, related_name="+")
    found_at = models.DateTimeField(_("found"), auto_now_add=True)
    why_apart = models.CharField(
        _("why they are not one person"), max_length=16, choices=WhyApart, blank=True
    )

    objects = PossibleDuplicateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            *known_codes("possible_duplicate", why_apart=WhyApart.values),
            models.CheckConstraint(
                name="possible_duplicate_of_another",
                condition=~Q(victim=F("other")),
                violation_error_message=_("A person is no duplicate of itself."),
            ),
            models.UniqueConstraint(
                name="possible_duplicate_once",
                fields=["victim", "other"],
                violation_error_message=_("This pair is already kept."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}, {self.other.code}"
