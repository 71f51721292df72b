"""What every record of the register carries: a version, and no deletion."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, Self

import pgtrigger
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

CURRENT = Q(voided_at=None)


class BakuToday(models.Func):
    """The day now in Asia/Baku by the clock of the database."""

    template = "((CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date)"
    arity = 0
    output_field = models.DateField()


class Among(models.Func):
    """A value is one of an array's, which is read once, and an index finds it."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    arity = 2
    output_field = models.BooleanField()


def running_on(day: date | BakuToday, path: str = "") -> Q:
    """Match what runs on `day`: from `since` up to, not including, `until`."""
    return Q(
        Q(**{f"{path}until": None}) | Q(**{f"{path}until__gt": day}),
        **{f"{path}voided_at": None, f"{path}since__lte": day},
    )


def not_in_future(model: str, *fields: str) -> list[models.BaseConstraint]:
    """Return a constraint a field: the date of an event is today in Baku or earlier."""
    return [
        models.CheckConstraint(
            name=f"{model}_{field}_not_in_future",
            condition=Q(**{f"{field}__lte": BakuToday()}),
            violation_error_message=_("This date is later than today."),
        )
        for field in fields
    ]


def known_codes(model: str, **lists: Iterable[str]) -> list[models.BaseConstraint]:
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
    TRIGGER_MESSAGES: ClassVar[dict[str, object]] = {}
    # The path to the pseudonymous code by which the journal knows the record.
    KNOWN_BY: ClassVar[str] = "victim.code"
    # The paths to the codes of others that whoever opens the record sees with it.
    TELLS_OF: ClassVar[tuple[str, ...]] = ()
    # The links to records without which this one means nothing: it is voided with them.
    PART_OF: ClassVar[tuple[str, ...]] = ("victim",)
    # The fields by which a file of the exchange knows the record again; empty: none.
    KEY: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Trigger(
                name="next_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="""
                NEW.version = OLD.version;
                IF NEW IS DISTINCT FROM OLD THEN
                    NEW.version = OLD.version + 1;
                END IF;
                RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                level=pgtrigger.Statement,
                func="RAISE EXCEPTION 'a table of records is never emptied';",
            ),
        ]

    @property
    def journal_code(self) -> str:
        """Return the code by which the journal of access knows this record."""
        return str(attrgetter(self.KNOWN_BY)(self))

    @property
    def journal_codes(self) -> list[str]:
        """Return the codes that the journal keeps where this record was opened."""
        return [str(attrgetter(path)(self)) for path in (self.KNOWN_BY, *self.TELLS_OF)]

    @transaction.atomic
    def void(self, reason: str) -> None:
        """Take the record and its parts out of every count; they stay readable.

        One that was voided before keeps its first reason. `IntegrityError` where
        another record stands on this one.
        """
        if self.voided_at is None:
            self.voided_at, self.void_reason = timezone.now(), reason
            self.save(update_fields=["voided_at", "void_reason"])
        for part in self.parts():
            part.void(reason)

    def parts(self) -> Iterator["Record"]:
        """Yield the current records that are a part of this one."""
        for model, link in part_links(type(self)):
            yield from model._base_manager.filter(CURRENT, **{link: self})


def part_links(whole: type[Record]) -> Iterator[tuple[type[Record], str]]:
    """Yield the models that are a part of `whole`, each with its link to it."""
    for relation in whole._meta.related_objects:
        model: Any = relation.related_model
        link = relation.field.name
        if issubclass(model, Record) and link in model.PART_OF:
            yield model, link
