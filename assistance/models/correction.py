"""Taking an allowance back: one person asks for it, another approves."""

from typing import Self

import pghistory
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import CORRECTION_WORDS, CorrectionKind
from assistance.models.allowance import Allowance
from reference.records import CURRENT, Record, RecordQuerySet, known_codes

OPEN = CURRENT & Q(approved_at=None)


class CorrectionQuerySet(RecordQuerySet["AllowanceCorrection"]):
    """Groups of corrections."""

    def visible_to(self, user: User) -> Self:
        """Return the corrections of the allowances within the user's reach."""
        reached = Allowance.objects.visible_to(user)
        return self.filter(allowance__in=reached.values("pk"))

    def waiting(self) -> Self:
        """Return what waits for a second person; of a void allowance nothing does."""
        return self.filter(OPEN, allowance__voided_at=None)


@pghistory.track()
class AllowanceCorrection(Record):
    """That an allowance be voided or reversed, and why; it is done when approved."""

    KNOWN_BY = "allowance.victim.code"
    PART_OF = ()

    allowance = models.ForeignKey(
        Allowance,
        models.PROTECT,
        related_name="corrections",
        verbose_name=_("allowance"),
    )
    kind = models.CharField(
        _("what to do with it"), max_length=16, choices=CorrectionKind
    )
    reason = models.CharField(_("reason"), max_length=200)
    asked_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="corrections_asked",
        editable=False,
        verbose_name=_("asked for by"),
    )
    asked_at = models.DateTimeField(
        _("asked for at"), default=timezone.now, editable=False
    )
    approved_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="corrections_approved",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(
        _("approved at"), null=True, blank=True, editable=False
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("correction of an allowance")
        verbose_name_plural = _("corrections of allowances")
        ordering = ["asked_at", "pk"]
        constraints = [
            *known_codes("correction", kind=CorrectionKind.values),
            models.UniqueConstraint(
                name="correction_one_waiting",
                fields=["allowance"],
                condition=OPEN,
                violation_error_message=_(
                    "A correction of this allowance waits for approval already."
                ),
            ),
            models.CheckConstraint(
                name="correction_approved_by_a_second_person",
                condition=Q(approved_by=None) | ~Q(approved_by=F("asked_by")),
                violation_error_message=_(
                    "A second person approves: not the one who asked for it."
                ),
            ),
            models.CheckConstraint(
                name="correction_approved_by_whom_and_when",
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                violation_error_message=_("An approval has a person and a time."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_kind_display(self) -> str:  # type: ignore[no-redef]  # Django's, reworded
        """Return what is to be done, as the form words it."""
        return str(CORRECTION_WORDS[CorrectionKind(self.kind)])

    @transaction.atomic
    def approve(self, user: User) -> None:
        """Record the approval and carry the correction out."""
        self.approved_by, self.approved_at = user, timezone.now()
        self.save(update_fields=["approved_by", "approved_at"])
        if self.kind == CorrectionKind.VOID:
            self.allowance.void(self.reason)
        else:
            self.allowance.reverse(self.reason)
