"""What every record of the register carries: a version, and voiding instead of deletion."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

CURRENT = Q(voided_at=None)


def running_on(day: date, path: str = "") -> Q:
    """Match what runs from `since` up to, not including, `until`; a voided one never."""
    return Q(
        Q(**{f"{path}until": None}) | Q(**{f"{path}until__gt": day}),
        **{f"{path}voided_at": None, f"{path}since__lte": day},
    )


class BakuToday(models.Func):
    """The day now in Asia/Baku by the clock of the database."""

    template = "((CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date)"
    arity = 0
    output_field = models.DateField()


def not_in_future(model: str, *fields: str) -> list[models.CheckConstraint]:
    """Return a constraint a field: the date of an event is today in Baku or earlier."""
    return [
        models.CheckConstraint(
            name=f"{model}_{field}_not_in_future",
            condition=Q(**{f"{field}__lte": BakuToday()}),
            violation_error_message=_("This date is later than today."),
        )
        for field in fields
    ]


def known_codes(model: str, **lists: Iterable[str]) -> list[models.CheckConstraint]:
    """Return a constraint a field: its code stands in its closed list, or is blank."""
    return [
        models.CheckConstraint(
            name=f"{model}_{field}_known_code",
            condition=Q(**{f"{field}__in": ["", *codes]}),
            violation_error_message=_("This code is not in the list."),
        )
        for field, codes in lists.items()
    ]


class RecordQuerySet[M: models.Model](models.QuerySet[M]):
    """Records of the register."""

    def current(self) -> Self:
        """Return the records that count; a voided one does not."""
        return self.filter(CURRENT)


class Record(models.Model):
    """A record that is never deleted: it is voided with a reason and kept.

    `version` grows by one with every change, whoever makes it (a trigger); forms use
    it to notice that somebody else has saved in between.
    """

    version = models.PositiveIntegerField(default=1, editable=False)
    voided_at = models.DateTimeField(
        _("voided at"), null=True, blank=True, editable=False
    )
    void_reason = models.CharField(
        _("reason for voiding"), max_length=200, blank=True, editable=False
    )

    # Kind words for the constraints that triggers keep, by constraint name.
    TRIGGER_MESSAGES: dict[str, object] = {}
    # The path to the pseudonymous code by which the journal knows the record.
    KNOWN_BY = "victim.code"

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Trigger(
                name="next_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="NEW.version = OLD.version + 1; RETURN NEW;",
                condition=pgtrigger.AnyChange(),
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    @property
    def journal_code(self) -> str:
        """Return the code by which the journal of access knows this record."""
        return str(attrgetter(self.KNOWN_BY)(self))

    def void(self, reason: str) -> None:
        """Take the record out of every count; it stays readable with the reason."""
        self.voided_at, self.void_reason = timezone.now(), reason
        self.save(update_fields=["voided_at", "void_reason"])
