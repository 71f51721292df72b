"""Why a record is counted otherwise than before, told by its kept history."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final, NamedTuple

from django.apps import apps
from django.db.models import F, Q

from reports.catalogue import FIGURES
from reports.choices import Why
from reports.counting import YEAR
from reports.figures import AnnualFigure, Cumulative
from reports.periods import Period
from reports.releases.comparing import Comparison, RecordChange
from reports.releases.sources import read_by
from thb.facts import label_of, value_of
from thb.history import UNTOLD, Difference, steps, user_of, users

WRITING: Final = timedelta(hours=1)
"""How long before a freeze a change that it did not see may have begun."""
IDENTIFIER: Final = re.compile(r'"(\w+)"')
OF_RETURNS: Final = frozenset(
    {"value", "precision", "document", "agency_id", "approved_by_id"}
)
type Step = tuple[Any, Any]


class Reason(NamedTuple):
    """What was done, to which kind of record, when, by whom; `text` says more.

    `whole`: it was done to the counted record itself, with all that belongs to it.
    """

    why: Why
    at: datetime | None = None
    by: str = ""
    record: str = ""
    text: str = ""
    differences: tuple[Difference, ...] = ()
    whole: bool = False


def explain(comparison: Comparison) -> list[RecordChange]:
    """Return the records that differ, each with its reasons."""
    found = comparison.records
    since, until = sorted((comparison.before.at, comparison.after.at))
    tell(found, since, until)
    tell([r for r in found if not r.reasons], since - WRITING, until)
    for record in found:
        record.reasons = record.reasons or [_without_history(record, comparison)]
    return found


def _without_history(record: RecordChange, comparison: Comparison) -> Reason:
    redefined = {part.figure for part in record.parts} & comparison.redefined
    return Reason(Why.DEFINITION if redefined else Why.REFERS)


def tell(found: Iterable[RecordChange], since: datetime, until: datetime) -> None:
    """Give each record the reasons that its history has of this time."""
    by_kind: dict[str, list[RecordChange]] = defaultdict(list)
    for record in found:
        by_kind[record.kind].append(record)
    for kind, records in by_kind.items():
        model = apps.get_model(kind)
        sources = {source for record in records for source in sources_of(record)}
        for source in sorted(sources, key=lambda m: str(m._meta.label)):
            asked = [r for r in records if source in sources_of(r)]
            _tell(asked, model, source, (since, until))
    for record in found:
        record.reasons = weightiest(record)


def weightiest(record: RecordChange) -> list[Reason]:
    """Return what was done to the record itself, where that took all of it along."""
    whole = [reason for reason in record.reasons if reason.whole]
    merged = [reason for reason in whole if reason.why == Why.MERGED]
    return merged or whole or record.reasons


def sources_of(record: RecordChange) -> frozenset[Any]:
    """Return the models that the figures of the record read."""
    return frozenset(m for part in record.parts for m in read_by(part.figure))


def _tell(
    records: list[RecordChange],
    model: Any,
    source: Any,
    between: tuple[datetime, datetime],
) -> None:
    keys = keys_of(records, model, source)
    own = list(_steps(source, keys, between)) if keys else []
    names = users([event for event, _before in own])
    for event, before in own:
        for record in records:
            if keys and _is_about(event, before, keys, record):
                reason = _reason(event, before, names, columns_read(record))
                record.reasons += _weighed(reason, whole=source is model)


def _weighed(reason: Reason | None, *, whole: bool) -> list[Reason]:
    if reason is None:
        return []
    return [reason._replace(whole=whole and reason.why != Why.CORRECTION)]


class Keys(NamedTuple):
    """How rows of a table lead to the records: by which column, by which values."""

    column: str
    records: dict[int, set[int]]  # a value of the column, and the records it leads to


def keys_of(records: list[RecordChange], model: Any, source: Any) -> Keys | None:
    """Return how the rows of `source` belong to records of `model`, if they do."""
    own = [record.object_id for record in records]
    if source is model:
        return Keys("pgh_obj_id", {key: {key} for key in own})
    if link := link_to(model, source):
        return Keys(link, {key: {key} for key in own})
    if link := link_to(source, model):
        led = defaultdict(set)
        pairs = model._base_manager.filter(pk__in=own).values_list(link, "pk")
        for target, key in pairs:
            led[target].add(key)
        return Keys("pgh_obj_id", dict(led))
    return None


def link_to(target: Any, source: Any) -> str:
    """Return the column by which rows of `source` name one of `target`, if any."""
    links = (f for f in source._meta.concrete_fields if f.related_model is target)
    return next((link.attname for link in links), "")


def _steps(
    source: Any, keys: Keys, between: tuple[datetime, datetime]
) -> Iterator[Step]:
    since, until = between
    events = source.pgh_event_model.objects
    recent = Q(pgh_created_at__gt=since, pgh_created_at__lte=until)
    named = events.filter(**{f"{keys.column}__in": list(keys.records)})
    moved = events.filter(recent, pgh_obj_id__in=named.values("pgh_obj_id"))
    rows = events.filter(pgh_obj_id__in=moved.values("pgh_obj_id"))
    for event, before in steps(rows):
        if since < event.pgh_created_at <= until:
            yield event, before


def _is_about(event: Any, before: Any, keys: Keys, record: RecordChange) -> bool:
    values = {getattr(row, keys.column) for row in (event, before) if row is not None}
    return any(record.object_id in keys.records.get(value, ()) for value in values)


def _reason(
    event: Any, before: Any, names: dict[int, str], columns: frozenset[str]
) -> Reason | None:
    model = event.pgh_tracked_model
    at, kind = event.pgh_created_at, str(model._meta.verbose_name)
    by = names.get(user_of(event) or 0, "")
    if before is None:
        return Reason(Why.LATE_ENTRY, at, by, kind)
    if getattr(event, "merged_into_id", None) and not before.merged_into_id:
        return Reason(Why.MERGED, at, by, kind, text=event.merged_into.code)
    if event.voided_at is not None and before.voided_at is None:
        return Reason(Why.VOIDED, at, by, kind, text=event.void_reason)
    changed = tuple(_differences(event, before, columns))
    return (
        Reason(Why.CORRECTION, at, by, kind, differences=changed) if changed else None
    )


def _differences(
    event: Any, before: Any, columns: frozenset[str]
) -> Iterator[Difference]:
    model = event.pgh_tracked_model
    secret = frozenset(getattr(model, "PERSONAL", ()))
    for field in model._meta.concrete_fields:
        was, now = (getattr(row, field.attname, None) for row in (before, event))
        if field.column in columns and was != now and field.name not in UNTOLD:
            hide = field.name in secret
            old, new = (
                "" if hide else value_of(row, field.name) for row in (before, event)
            )
            yield Difference(label_of(event, field.name), old, new, hide)


def columns_read(record: RecordChange) -> frozenset[str]:
    """Return the names of the columns that the figures of the record read."""
    return frozenset(c for part in record.parts for c in columns_of(part.figure))


@cache
def columns_of(code: str) -> frozenset[str]:
    """Return the names of the columns that a figure reads."""
    figure = FIGURES.get(code)
    if not isinstance(figure, AnnualFigure | Cumulative):
        return OF_RETURNS
    asked = figure.counted(Period.of_year(YEAR))
    for name, split in figure.breakdowns.items():
        asked = asked.annotate(**{f"cell_{name}": split.cell})
    if isinstance(figure, AnnualFigure) and figure.amount:
        asked = asked.annotate(amount_of_record=F(figure.amount))
    return frozenset(IDENTIFIER.findall(str(asked.query)))
