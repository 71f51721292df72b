"""Merges of two entries of one person: who, why, what moved, and whether undone."""

from typing import Any, Self

import pghistory
from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import Record, RecordQuerySet
from victims.models.victim import Victim


class MergeQuerySet(RecordQuerySet["Merge"]):
    """Groups of merges."""

    def visible_to(self, user: User) -> Self:
        """Return the merges of persons of whom the user reaches both."""
        reached = Victim.objects.visible_to(user).values("pk")
        return self.filter(kept__in=reached, gone__in=reached)

    def standing(self) -> Self:
        """Return the merges that were not undone."""
        return self.filter(undone_at=None)


@pghistory.track()
class Merge(Record):
    """One entry became part of another; `touched` names the rows that this changed.

    Each row stands with its version before and after. The values are in the history
    of the row, sealed as they were, and come from there when the merge is undone.
    """

    KNOWN_BY = "kept.code"
    TELLS_OF = ("gone.code",)
    PART_OF = ()

    kept = models.ForeignKey(Victim, models.PROTECT, related_name="merges_kept")
    gone = models.ForeignKey(Victim, models.PROTECT, related_name="merges_gone")
    reason = models.CharField(_("reason"), max_length=200)
    merged_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("merged by")
    )
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("undone by"),
    )
    touched = models.JSONField(default=list, editable=False)

    objects = MergeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="merge_of_two_entries",
                condition=~Q(kept=F("gone")),
                violation_error_message=_("A person cannot be merged into itself."),
            ),
            models.CheckConstraint(
                name="merge_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                violation_error_message=_("Say who undid the merge, and when."),
            ),
            models.UniqueConstraint(
                name="merge_stands_once",
                fields=["gone"],
                condition=Q(undone_at=None),
                violation_error_message=_("This entry is already merged."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone.code}, {self.kept.code}"

    def rows(self) -> list[tuple[Any, dict[str, Any]]]:
        """Return the model of each touched row, with its key and its versions."""
        return [(apps.get_model(row["model"]), row) for row in self.touched]
