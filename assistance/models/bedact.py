"""What was done on a bed board, kept for as long as it can be undone."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from assistance.choices import Deed
from assistance.models.bed import Bed
from reference.models import Shelter
from reference.records import Record, known_codes
from thb.refusals import explained
from victims.models import Victim

UNDO_WITHIN: Final = timedelta(minutes=10)
SHOWN: Final = 3


class Steps:
    """The changes of rows that make one act: each is done and noted down."""

    def __init__(self) -> None:
        self.noted: list[dict[str, Any]] = []

    def change(self, record: Record, **values: Any) -> None:
        """Give the record's columns these values, and save them."""
        rows = type(record)._base_manager.filter(pk=record.pk)
        before = rows.values(*values).get()
        for name, value in values.items():
            setattr(record, name, value)
        record.save(update_fields=[*values])
        self.note(record, before)

    def make(self, record: Record) -> None:
        """Save a record that is new."""
        record.save(force_insert=True)
        self.note(record, {})

    def note(self, record: Record, before: dict[str, Any]) -> None:
        """Note what a row was before, and the version that it has now."""
        record.refresh_from_db(fields=["version"])
        step = {"model": record._meta.label, "pk": record.pk, "before": before}
        self.noted.append(step | {"version": record.version})


class BedActQuerySet(models.QuerySet["BedAct"]):
    """Groups of acts."""

    def visible_to(self, user: User) -> Self:
        """Return what the user did himself."""
        return self.filter(user=user)

    def to_undo(self, user: User, shelter: Shelter) -> Self:
        """Return the user's last acts of ten minutes, neither undone nor closed."""
        lately = timezone.now() - UNDO_WITHIN
        own = self.visible_to(user).filter(
            shelter=shelter, at__gt=lately, undone_at=None, closed_at=None
        )
        return own.order_by("-pk")[:SHOWN]


class BedAct(models.Model):
    """One thing done on the board of a shelter, with what it takes to undo it."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    deed = models.CharField(max_length=16, choices=Deed)
    victim = models.ForeignKey(Victim, models.PROTECT, related_name="+", null=True)
    bed = models.ForeignKey(Bed, models.PROTECT, related_name="+", null=True)
    from_bed = models.ForeignKey(Bed, models.PROTECT, related_name="+", null=True)
    steps = models.JSONField(encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = BedActQuerySet.as_manager()

    class Meta:
        verbose_name = _("act on the bed board")
        verbose_name_plural = _("acts on the bed board")
        ordering = ["-pk"]
        default_permissions = ["view"]
        constraints = known_codes("bed_act", deed=Deed.values)

    def __str__(self) -> str:
        return str(self.get_deed_display())

    @transaction.atomic
    def undo(self) -> None:
        """Put every row back as it was; `ValidationError` says why that cannot be."""
        act = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if act.undone_at is not None:
            raise ValidationError(_t("This was undone already."))
        if timezone.now() - act.at > UNDO_WITHIN:
            raise ValidationError(_t("Ten minutes have passed. Change it by hand."))
        try:
            with transaction.atomic():
                put_back(reversed(act.steps))
        except IntegrityError as error:
            raise explained(error) or error from error
        self.undone_at = act.undone_at = timezone.now()
        act.save(update_fields=["undone_at"])


def put_back(steps: Iterable[dict[str, Any]]) -> None:
    """Void what was made; give what was changed its values back."""
    for step in steps:
        model: Any = apps.get_model(step["model"])
        record = model.objects.select_for_update(of=("self",)).get(pk=step["pk"])
        if record.version != step["version"]:
            raise ValidationError(
                _t("Somebody has changed this since. Look at it and change it by hand.")
            )
        if not step["before"]:
            record.void(_t("Undone on the bed board"))
            continue
        for name, value in step["before"].items():
            field = record._meta.get_field(name.removesuffix("_id"))
            setattr(record, name, field.to_python(value))
        record.save(update_fields=[*step["before"]])
