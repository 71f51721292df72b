"""What is due, read from the database's own definition, and what people say of it."""

from datetime import date
from itertools import chain
from typing import Final, Self

import pghistory
import pgtrigger
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.deadlines.kinds import DeadlineAct, DeadlineKind
from assistance.deadlines.rules import RULES, Rule, kinds_for
from assistance.deadlines.spans import WEEK, Near, by_day, by_nearness, spans
from reference.records import CURRENT, Among, Record, known_codes, not_in_future
from thb.days import long_day
from victims.models import Assignment, Victim, VictimRecordQuerySet
from victims.reach import reaches_few
from victims.sealed import SealedRow, SealedTextField

POSTPONED_WITH_A_REASON: Final = """
    IF NEW.act = 'postponed' AND NEW.reason IS NULL THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'deadline_mark_postponed_with_a_reason',
        MESSAGE = 'a deadline postponed without a reason';
    END IF;
    RETURN NULL;
"""


class DeadlineMarkQuerySet(VictimRecordQuerySet["DeadlineMark"]):
    """Groups of marks."""


@pghistory.track()
class DeadlineMark(SealedRow, Record):
    """What somebody said of one deadline: done, postponed to a day, handed over.

    It holds while the record it was counted from has the same day: a corrected day is
    another deadline. Undone, it is void.
    """

    PERSONAL = ("reason",)
    KEY = ("victim", "kind", "record_key", "counted_from", "act")

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="deadline_marks")
    kind = models.CharField(_("what is due"), max_length=24, choices=DeadlineKind)
    record_key = models.BigIntegerField(_("number of the record"))
    counted_from = models.DateField(_("counted from"))
    act = models.CharField(_("said"), max_length=12, choices=DeadlineAct)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    postponed_to = models.DateField(_("postponed to"), null=True, blank=True)
    worker = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("worker"),
    )
    reason = SealedTextField(_("reason"), purpose="reason", null=True, blank=True)

    objects = DeadlineMarkQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "deadline_mark_postponed_with_a_reason": _(
            "Say why it is postponed: the reason stays in the file."
        ),
    }

    class Meta(Record.Meta):
        verbose_name = _("mark on a deadline")
        verbose_name_plural = _("marks on deadlines")
        ordering = ["-pk"]
        constraints = [
            *known_codes(
                "deadline_mark", kind=DeadlineKind.values, act=DeadlineAct.values
            ),
            *not_in_future("deadline_mark", "done_on"),
            models.CheckConstraint(
                name="deadline_mark_says_what_its_act_needs",
                condition=Q(
                    act=DeadlineAct.DONE,
                    done_on__isnull=False,
                    postponed_to=None,
                    worker=None,
                )
                | Q(
                    act=DeadlineAct.POSTPONED,
                    done_on=None,
                    postponed_to__isnull=False,
                    worker=None,
                )
                | Q(
                    act=DeadlineAct.REASSIGNED,
                    done_on=None,
                    postponed_to=None,
                    worker__isnull=False,
                ),
                violation_error_message=_(
                    "Say the day it was done, the day it is postponed to, or the"
                    " worker: one of them."
                ),
            ),
            models.UniqueConstraint(
                name="deadline_mark_made_once",
                fields=["kind", "record_key", "counted_from", "act"],
                condition=CURRENT,
                violation_error_message=_("Somebody has said this meanwhile."),
            ),
        ]
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="postponed_with_a_reason",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Immediate,
                func=POSTPONED_WITH_A_REASON,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.victim.code}: {self.get_kind_display()}"


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    """Groups of deadlines, all of them open; `today` is the day in Baku."""

    def visible_to(self, user: User) -> Self:
        """Return what is due for persons within reach and is the user's to settle."""
        own, reached = self.settled_by(user), Victim.objects.visible_to(user)
        keys = reached.order_by().values("pk")
        if reaches_few(user):
            return own.filter(Among("victim", ArraySubquery(keys)))
        return own.filter(victim__in=keys)

    def settled_by(self, user: User) -> Self:
        """Return what is the user's to settle, of persons known to be within reach."""
        return self.filter(kind__in=kinds_for(user))

    def raised_on(self, today: date) -> Self:
        """Return what is late, due within a week, or warned of by `today`."""
        return self.filter(Q(due_on__lte=today + WEEK) | Q(warned_on__lte=today))

    def in_span(self, name: str, today: date) -> Self:
        """Return what is due in a span of `spans`, seen from `today`."""
        return self.filter(spans(today)[name])

    def of_worker(self, user: User) -> Self:
        """Return what the user has in hand; first whose it can be is looked up."""
        assigned = Assignment.objects.running_on(localdate()).filter(user=user)
        handed = DeadlineMark.objects.filter(CURRENT, worker=user)
        persons = assigned.order_by().values("victim")
        persons = persons.union(handed.order_by().values("victim"), all=True)
        return self.filter(victim__in=persons, worker=user)

    def nearest(self, today: date, most: int) -> list[Near]:
        """Return of each span those nearest to `today`, up to so many of each."""
        parts = [
            self.filter(span)
            .order_by(*(("-due_on", "-pk") if name == "late" else ("due_on", "pk")))
            .values_list(Value(name), "due_on", "pk")[:most]
            for name, span in spans(today).items()
        ]
        found = map(Near._make, parts[0].union(*parts[1:], all=True))
        return by_nearness(found, today)

    def nearest_of_few(self, today: date, most: int) -> list[Near]:
        """Return what `nearest` does, of few persons: these are looked up once."""
        named = [When(span, then=Value(name)) for name, span in spans(today).items()]
        own = self.annotate(span=Case(*named)).exclude(span=None).order_by()
        found = list(map(Near._make, own.values_list("span", "due_on", "pk")))
        found.sort(key=lambda near: near.key, reverse=True)
        late = [near for near in found if near.span == "late"]
        spanned = [by_day(late, today)[:most]]
        for name in ("today", "week", "later"):
            others = [near for near in reversed(found) if near.span == name]
            spanned.append(by_day(others, today)[:most])
        return by_nearness(chain(*spanned), today)


class Deadline(models.Model):
    """One thing that is due for one person: a row of a view, made anew on each look.

    `due_on` is the day it is postponed to, if it is; `warned_on` the day of the first
    warning, `warnings` how many days before each falls. Nothing here is written.
    """

    id = models.BigIntegerField(primary_key=True)
    victim = models.ForeignKey(
        Victim,
        models.DO_NOTHING,
        related_name="+",
        verbose_name=_("person"),
        db_constraint=False,
    )
    kind = models.CharField(_("what is due"), max_length=24, choices=DeadlineKind)
    record_key = models.BigIntegerField()
    counted_from = models.DateField(_("counted from"))
    due_on = models.DateField(_("due"))
    warned_on = models.DateField()
    warnings = ArrayField(models.IntegerField())
    postponement = models.ForeignKey(
        DeadlineMark,
        models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
    )
    worker = models.ForeignKey(
        User,
        models.DO_NOTHING,
        related_name="+",
        null=True,
        verbose_name=_("worker"),
        db_constraint=False,
    )

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "assistance_deadline"
        default_permissions = ["view"]
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def journal_codes(self) -> list[str]:
        """Return the code that the journal keeps where this deadline was shown."""
        return [self.victim.code]

    @cached_property
    def rule(self) -> Rule:
        """Return what settles it."""
        return RULES[self.kind]

    @property
    def url(self) -> str:
        """Return the address of the form that settles it."""
        return self.rule.address(self.victim.code, self.record_key)

    @property
    def note(self) -> str:
        """Return from which day it is counted, in words."""
        return str(self.rule.note) % {"day": long_day(self.counted_from)}

    def marks(self) -> DeadlineMarkQuerySet:
        """Return what people say of this very deadline."""
        return DeadlineMark.objects.filter(
            CURRENT,
            kind=self.kind,
            record_key=self.record_key,
            counted_from=self.counted_from,
        )

    def days_left(self, today: date) -> int:
        """Return the days from `today` to the day it is due; negative when late."""
        return (self.due_on - today).days

    def warning_number(self, today: date) -> int:
        """Return how many of its warnings have fallen by `today`."""
        left = self.days_left(today)
        return sum(left <= before for before in self.warnings)
