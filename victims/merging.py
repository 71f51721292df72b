"""Two entries of one person become one: the records move, what both had is voided."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from reference.records import CURRENT, Record, part_links
from thb.refusals import explained

if TYPE_CHECKING:
    from victims.models import Victim


def refuse_merging(one: "Victim", other: "Victim") -> None:
    """Lock both, and raise where they are the same entry or one counts no longer."""
    found = type(one).objects.select_for_update().filter(pk__in=[one.pk, other.pk])
    current = [victim for victim in found.order_by("pk") if _counts(victim)]
    if len(current) < len({"one", "other"}):
        raise ValidationError(_("Choose another person, who is still in the register."))


def _counts(victim: "Victim") -> bool:
    return victim.voided_at is None and victim.merged_into_id is None


def move_file(one: "Victim", other: "Victim", reason: str) -> None:
    """Give every current record of `one` to `other`.

    The person's own file goes first: the rules of upper apps lean on its decisions.
    """
    _move_identity(one, other, reason)
    if other.exploitations.filter(CURRENT, main=True).exists():
        for main in one.exploitations.filter(CURRENT, main=True):
            main.main = False
            main.save(update_fields=["main"])
    links = list(part_links(type(one)))
    for model, link in sorted(links, key=lambda pair: _is_of_an_upper_app(pair[0])):
        for record in model._base_manager.filter(CURRENT, **{link: one}):
            _move(record, link, other, reason)


def _is_of_an_upper_app(model: type[Record]) -> bool:
    return model._meta.app_label != "victims"


def _move_identity(one: "Victim", other: "Victim", reason: str) -> None:
    mine, theirs = getattr(one, "identity", None), getattr(other, "identity", None)
    if mine is None or theirs is None:
        return
    for document in mine.documents.filter(CURRENT):
        document.identity = theirs
        document.save()
    mine.void(reason)


def _move(record: Any, link: str, other: "Victim", reason: str) -> None:
    setattr(record, link, other)
    key = {name: getattr(record, name) for name in record.KEY}
    if key and type(record)._base_manager.filter(CURRENT, **key).exists():
        record.refresh_from_db()
        record.void(reason)
        return
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError as error:
        raise explained(error) or error from error
