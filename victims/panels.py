"""The kinds of record in a person's file, each a panel of its section."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db.models import FETCH_PEERS, F, Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from accounts.models import User
from thb.facts import label_of, value_of
from thb.forms import RecordForm
from thb.letters import capfirst
from victims.models import Identity, Victim

type State = tuple[str, Promise | str]

EDITS: Final = {"change": gettext_lazy("Change"), "void": gettext_lazy("Void")}


@dataclass(frozen=True)
class Step:
    """One more thing to do with a record of a panel, for those it suits."""

    text: Promise
    page: str
    permission: str
    suits: Callable[[Any], bool] = bool
    again: bool = False  # adds one more like this record

    def address(self, victim: Victim, record: Model) -> str:
        """Return the page of the step for this record."""
        if self.again:
            return f"{reverse(self.page, args=[victim.code])}?again={record.pk}"
        return reverse(self.page, args=[victim.code, record.pk])


@dataclass(frozen=True)
class Panel:
    """A kind of record in a section: `pages` is the name its pages begin with.

    `of` is the path from the record to the person; `state` gives the square and words
    of its first column, if it has one.
    """

    model: type[Model]
    form_class: type[RecordForm[Any]]
    section: str
    pages: str
    title: Promise
    add: Promise
    empty: Promise
    columns: tuple[str, ...]
    of: str = "victim"
    state: Callable[[Any], State] | None = None
    steps: tuple[Step, ...] = ()
    sealed: tuple[str, ...] = ()  # columns for the staff of the person's own shelter
    again: tuple[str, ...] = ()  # fields that one more of the same starts with
    change_form: type[RecordForm[Any]] | None = None
    verbs: tuple[str, ...] = ("add", "change", "void")  # the pages it has of these
    asks_why: bool = False  # before its record is shown to be changed

    def permission(self, verb: str) -> str:
        """Return the permission to view, add or change records of this kind."""
        meta = self.model._meta
        return f"{meta.app_label}.{verb}_{meta.model_name}"

    def blank(self, victim: Victim) -> Model:
        """Return a record of this person that is not saved yet."""
        if self.of == "victim":
            return self.model(victim=victim)
        if self.of == "identity__victim":
            identity, _made = Identity.objects.get_or_create(victim=victim)
            return self.model(identity=identity)
        return self.model()

    def records(self, victim: Victim, user: User) -> QuerySet[Any]:
        """Return the person's records within the user's reach, voided ones last."""
        found: Any = self.model._default_manager
        own = found.visible_to(user).filter(**{self.of: victim})
        first_valid = F("voided_at").asc(nulls_first=True)
        ordered = own.order_by(first_valid, *(self.model._meta.ordering or ()))
        return ordered.fetch_mode(FETCH_PEERS)  # type: ignore[no-any-return]

    def takes_more(self, _records: Sequence[Any]) -> bool:
        """Return whether one more is offered beside these records."""
        return True

    def shown(self, victim: Victim, user: User) -> dict[str, Any]:
        """Return what components of victims/panel.html show to the user."""
        sealed = self.sealed if user.has_perm("victims.view_given_name") else ()
        columns = (*self.columns, *sealed)
        records = list(self.records(victim, user))
        may_add = user.has_perm(self.permission("add")) and self.takes_more(records)
        told = user.has_perm("victims.view_identity")  # a reason may name somebody
        rows = [Row(self, record, columns, told=told) for record in records]
        return {
            "id": self.pages.replace(":", "-"),
            "title": self.title,
            "empty": self.empty,
            "add": self.add if may_add else "",
            "add_url": reverse(f"{self.pages}_add", args=[victim.code]),
            "headings": [label_of(self.model(), name) for name in columns],
            "stated": bool(self.state) or any(record.voided_at for record in records),
            "rows": [row.shown(victim, user) for row in rows],
        }


class Cell(NamedTuple):
    """One value of a row, under the name of its column."""

    label: str
    value: str


class Link(NamedTuple):
    """A way on from a row."""

    text: Promise | str
    url: str


@dataclass(frozen=True)
class Row:
    """One record of a panel."""

    panel: Panel
    record: Any
    columns: tuple[str, ...]
    told: bool

    def shown(self, victim: Victim, user: User) -> dict[str, Any]:
        """Return the row's cells, its state and, while it counts, its links."""
        void = self.record.voided_at is not None
        return {
            "cells": [self.cell(name) for name in self.columns],
            "state": None if void or not self.panel.state else self.state(),
            "void": void,
            "reason": self.record.void_reason if self.told else "",
            "links": [] if void else list(self.links(victim, user)),
        }

    def cell(self, name: str) -> Cell:
        """Return a value in words; a day as tables have it."""
        value = getattr(self.record, name)
        value = localtime(value) if isinstance(value, datetime) else value
        words = f"{value:%d.%m.%Y}" if isinstance(value, date) else None
        words = words or capfirst(value_of(self.record, name))
        return Cell(label_of(self.record, name), words)

    def state(self) -> dict[str, Any]:
        """Return the square and the words of the record's state."""
        assert self.panel.state  # noqa: S101 - asked only where there is one
        kind, text = self.panel.state(self.record)
        return {"kind": kind, "text": capfirst(str(text))}

    def links(self, victim: Victim, user: User) -> Iterator[Link]:
        """Yield the next steps, then changing and voiding, as far as the user may."""
        for step in self.panel.steps:
            if user.has_perm(step.permission) and step.suits(self.record):
                yield Link(step.text, step.address(victim, self.record))
        if user.has_perm(self.panel.permission("change")):
            key = [victim.code, self.record.pk]
            for verb in filter(EDITS.get, self.panel.verbs):
                url = reverse(f"{self.panel.pages}_{verb}", args=key)
                yield Link(EDITS[verb], url)
