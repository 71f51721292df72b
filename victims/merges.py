"""Merging two entries of one person field by field, and undoing it exactly."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import pgtrigger
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from reference.records import CURRENT, part_links
from thb.refusals import explained
from victims.models import FirstHour, Identity, Merge, Victim
from victims.models.identity import PERSONAL
from victims.sealed import Sealed, SealedField

type Versions = dict[tuple[str, int], int]

IN_THE_WAY: Final = {
    "placement_one_stay_at_a_time": _(
        "Both have a stay on the same days, and nobody is in two places. Put one of the"
        " two stays right first: change its days, or void it."
    ),
    "allowance_one_unreversed": _(
        "Both have a one-time allowance, and a person has one. Reverse or void one of"
        " the two first."
    ),
}


class Source(NamedTuple):
    """A record that both may have, and its fields to choose from."""

    model: type[Model]
    fields: tuple[str, ...]


SOURCES: Final = (
    Source(
        Victim,
        (
            *("role", "sex", "citizenship", "first_contact_on", "referral_source"),
            *("case_status", "registered_at"),
        ),
    ),
    Source(Identity, (*PERSONAL, "phone_safety")),
    Source(
        FirstHour,
        (
            *("of_age", "birth_year", "estimated_age", "language", "interpreter"),
            *("medical_need", "danger", "children_with"),
            *("guardian", "body_told", "permit", "embassy"),
        ),
    ),
)


def record_of(victim: Victim, model: type[Model]) -> Any:
    """Return the person's one current record of a source; None where there is none."""
    if model is Victim:
        return victim
    return model._default_manager.filter(CURRENT, victim=victim).first()


def both(kept: Victim, gone: Victim) -> Iterator[tuple[Source, Any, Any]]:
    """Yield the sources that both have, each with the two records."""
    for source in SOURCES:
        pair = record_of(kept, source.model), record_of(gone, source.model)
        if None not in pair:
            yield source, *pair


def name_of(source: Source, field: str) -> str:
    """Return under which name a page asks for the choice of a field."""
    return f"{source.model._meta.model_name}-{field}"


@transaction.atomic
def merge(
    kept: Victim, gone: Victim, chosen: Iterable[str], *, reason: str, by: User
) -> Merge:
    """Make `gone` a part of `kept`, with the chosen facts of `gone`; return the merge.

    `ValidationError` where a rule of the register stands in the way.
    """
    list(Victim.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]))
    before = versions(rows_of(kept, gone))
    taken = [
        (source.model, values_taken(source, theirs, {*chosen}))
        for source, _mine, theirs in both(kept, gone)
    ]
    try:
        with transaction.atomic():
            gone.merge_into(kept, reason)
            take(kept, taken)
    except ValidationError as refusal:
        raise in_other_words(refusal) from refusal
    touched = [
        {"model": label, "pk": pk, "before": before[label, pk], "after": version}
        for (label, pk), version in versions(again(before)).items()
        if version != before[label, pk]
    ]
    return Merge.objects.create(
        kept=kept, gone=gone, reason=reason, merged_by=by, touched=touched
    )


def values_taken(source: Source, theirs: Any, chosen: set[str]) -> dict[str, Any]:
    """Return the values of the fields that were chosen from the entry that goes."""
    names = [field for field in source.fields if name_of(source, field) in chosen]
    return {field: getattr(theirs, field) for field in names}


def take(kept: Victim, taken: list[tuple[type[Model], dict[str, Any]]]) -> None:
    """Write the chosen values into the records of the entry that stays."""
    for model, values in taken:
        if values:
            record = record_of(Victim.objects.get(pk=kept.pk), model)
            for field, value in values.items():
                setattr(record, field, value)
            record.save(update_fields=list(values))


def in_other_words(refusal: ValidationError) -> ValidationError:
    """Return the refusal in the words of a merge, which knows of two entries."""
    code = getattr(refusal, "code", "") or ""
    message = IN_THE_WAY.get(code)
    return ValidationError(message, code) if message else refusal


def rows_of(*people: Victim) -> Iterator[tuple[type[Model], Any]]:
    """Yield each kind of record of the people, with the rows that a merge may touch."""
    yield Victim, Victim._base_manager.filter(pk__in=[one.pk for one in people])
    for model, link in part_links(Victim):
        yield model, model._base_manager.filter(**{f"{link}__in": people})
    for model, link in part_links(Identity):
        path = f"{link}__victim__in"
        yield model, model._base_manager.filter(**{path: people})


def again(known: Versions) -> Iterator[tuple[type[Model], Any]]:
    """Yield the same rows anew, wherever they belong now."""
    for label in dict.fromkeys(label for label, _pk in known):
        keys = [pk for name, pk in known if name == label]
        model: Any = apps.get_model(label)
        yield model, model._base_manager.filter(pk__in=keys)


def versions(rows: Iterable[tuple[type[Model], Any]]) -> Versions:
    """Return the version of each row."""
    return {
        (model._meta.label_lower, pk): version
        for model, records in rows
        for pk, version in records.values_list("pk", "version")
    }


@transaction.atomic
def undo(merge: Merge, by: User) -> None:
    """Give both entries back what they had before the merge, to the letter.

    `ValidationError` where a record was changed since, or a rule stands in the way.
    """
    people = [merge.kept_id, merge.gone_id]
    list(Victim.objects.select_for_update().filter(pk__in=people))
    refuse_if_changed(merge)
    try:
        with transaction.atomic():
            rules = rules_that_can_wait()
            pgtrigger.constraints(pgtrigger.Deferred, *rules)
            for model, row in merge.rows():
                restore(model, row)
            pgtrigger.constraints(pgtrigger.Immediate, *rules)
    except IntegrityError as error:
        raise explained(error) or error from error
    merge.undone_at, merge.undone_by = timezone.now(), by
    merge.save(update_fields=["undone_at", "undone_by"])


def rules_that_can_wait() -> list[str]:
    """Return the rules over several tables, which hold again once all is restored."""
    return [
        f"{model._meta.label}:{trigger.name}"
        for model, trigger in pgtrigger.registered()
        if trigger.timing
    ]


def refuse_if_changed(merge: Merge) -> None:
    """Raise where a row is no longer as the merge left it."""
    left = {(row["model"], row["pk"]): row["after"] for row in merge.touched}
    now = versions(again(left))
    if changed := sum(now.get(row) != version for row, version in left.items()):
        raise ValidationError(
            ngettext(
                "%(number)s record was changed after the merge. Undoing would lose that"
                " change: void the wrong record, and register the person anew.",
                "%(number)s records were changed after the merge. Undoing would lose"
                " these changes: void the wrong records, and register the person anew.",
                changed,
            )
            % {"number": changed}
        )


def restore(model: Any, row: Mapping[str, Any]) -> None:
    """Write the values that a row had before, from its history."""
    told = {field.attname for field in model.pgh_event_model._meta.concrete_fields}
    fields = [
        field
        for field in model._meta.concrete_fields
        if field.attname in told and field.name not in ("id", "version")
    ]
    events = model.pgh_event_model.objects.filter(pgh_obj_id=row["pk"])
    before = events.filter(version=row["before"]).order_by("-pgh_id")
    values = before.values(*(field.attname for field in fields))[0]
    model._base_manager.filter(pk=row["pk"]).update(
        **{field.attname: as_kept(field, values[field.attname]) for field in fields}
    )


def as_kept(field: Any, value: Any) -> Any:
    """Return a value of history; a sealed one stays sealed, or is not there."""
    if isinstance(field, SealedField) and not isinstance(value, Sealed):
        return None
    return value
