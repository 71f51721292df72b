"""What was changed in records: who, when, from which value to which."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any, Final, NamedTuple

from django.contrib.auth import get_user_model
from django.db.models import FETCH_PEERS, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thb.facts import label_of, value_of

CREATED: Final = gettext_lazy("entered")
CHANGED: Final = gettext_lazy("changed")
VOIDED: Final = gettext_lazy("voided")
UNTOLD: Final = frozenset({"id", "version", "voided_at"})


class Difference(NamedTuple):
    """A field before and after; `secret` says only that it changed."""

    label: str
    before: str
    after: str
    secret: bool


class Change(NamedTuple):
    """One change of one record."""

    at: datetime
    who: str
    kind: str
    record: str
    deed: str | Promise
    differences: list[Difference]


def changes(
    *events: QuerySet[Any], hidden: Iterable[str] = (), limit: int | None = None
) -> list[Change]:
    """Return the changes that rows of event tables tell of, the newest first.

    Every QuerySet holds all the events of its records, from `Model.pgh_event_model`. A
    field of the model's `PERSONAL`, or one that is `hidden` here, has no value shown.
    """
    secret = frozenset(hidden)
    told = [
        (event, before)
        for rows in events
        for event, before in steps(rows.fetch_mode(FETCH_PEERS))
    ]
    told.sort(key=moment, reverse=True)
    told = told[:limit]
    names = users([event for event, _before in told])
    return [change(event, before, names, secret) for event, before in told]


def moment(step: tuple[Any, Any]) -> tuple[datetime, int]:
    """Return when a step was; of one transaction the later version is the later."""
    event, _before = step
    return event.pgh_created_at, getattr(event, "version", 0)


def steps(rows: QuerySet[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield each event with the one before it of the same record, or with None."""
    ordered = rows.order_by("pgh_obj_id", "pgh_id")
    for before, event in pairwise([None, *ordered]):
        same = before is not None and before.pgh_obj_id == event.pgh_obj_id
        yield event, before if same else None


def users(events: list[Any]) -> dict[int, str]:
    """Return the names of those who made the changes, by their keys."""
    found = get_user_model()._default_manager.in_bulk(
        {user_of(event) for event in events} - {None}
    )
    return {key: str(user) for key, user in found.items()}


def user_of(event: Any) -> int | None:
    """Return the key of the user of a change; None for one made by a command."""
    context = event.pgh_context
    context = getattr(context, "metadata", context) or {}
    return context.get("user")


def change(
    event: Any, before: Any, names: dict[int, str], hidden: frozenset[str]
) -> Change:
    """Return one event in words."""
    model = event.pgh_tracked_model
    secret = hidden | set(getattr(model, "PERSONAL", ()))
    return Change(
        event.pgh_created_at,
        names.get(user_of(event) or 0, _("From a file or a command")),
        str(model._meta.verbose_name),
        model.__str__(event),
        deed(event, before),
        list(differences(event, before, secret)) if before else [],
    )


def deed(event: Any, before: Any) -> str | Promise:
    """Return what was done to the record."""
    if before is None:
        return CREATED
    voided = event.voided_at is not None and before.voided_at is None
    return VOIDED if voided else CHANGED


def differences(
    event: Any, before: Any, secret: frozenset[str] | set[str]
) -> Iterator[Difference]:
    """Yield the fields whose values differ."""
    for field in event.pgh_tracked_model._meta.concrete_fields:
        name = field.name
        if name in UNTOLD or not hasattr(event, field.attname):
            continue
        if getattr(event, field.attname) != getattr(before, field.attname):
            hide = name in secret
            values = (
                ("", "") if hide else (value_of(before, name), value_of(event, name))
            )
            yield Difference(label_of(event, name), *values, hide)
