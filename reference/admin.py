"""Reference data in the stock admin: entered, changed, voided with a reason."""

from copy import copy
from typing import Any, override

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models.constants import LOOKUP_SEP
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reference.models import LegalAct, Organisation, Region, Shelter, Term
from reference.records import Record
from reference.terms import basis_of, title_of
from thb.admin import site
from thb.refusals import explained


class RecordAdminForm(forms.ModelForm[Record]):
    """A record with the version that was opened, and a reason to void it.

    The save is rehearsed in a savepoint, so that what the database refuses is said on
    the form.
    """

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason_to_void = forms.CharField(
        label=_("Reason for voiding"),
        max_length=200,
        required=False,
        help_text=_("Fill this in only if the record must no longer be used."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["opened_version"] = self.instance.version
        self.initial["reason_to_void"] = self.instance.void_reason

    @override
    def clean(self) -> dict[str, Any]:
        """Refuse a form over a record that somebody has saved in between."""
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and self.saved_version() != cleaned.get("opened_version"):
            raise ValidationError(
                _("Somebody has saved this record since you opened it. Open it again.")
            )
        self.instance.void_reason = cleaned.get("reason_to_void", "")
        if self.instance.void_reason and self.instance.voided_at is None:
            self.instance.voided_at = timezone.now()
        elif not self.instance.void_reason:
            self.instance.voided_at = None
        return cleaned

    def saved_version(self) -> int:
        """Return the version in the database, and lock its row."""
        rows = type(self.instance)._default_manager.select_for_update(of=("self",))
        return rows.values_list("version", flat=True).get(pk=self.instance.pk)

    def _post_clean(self) -> None:
        """Check the record, then ask the database whether it would take it."""
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            with transaction.atomic():
                copy(self.instance).save()
                transaction.set_rollback(True)
        except IntegrityError as error:
            if (refusal := explained(error)) is None:
                raise
            self.add_error(None, refusal)


class RecordAdmin(admin.ModelAdmin[Record]):
    """A kind of reference data: never deleted, voided instead."""

    form = RecordAdminForm
    list_per_page = 50
    show_full_result_count = False
    save_on_top = False

    @override
    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Return whether an address may filter by it: never by who stayed there."""
        asked = lookup.split(LOOKUP_SEP, maxsplit=1)[0]
        own = {field.name for field in self.opts.concrete_fields}
        return asked in own and super().lookup_allowed(lookup, value, request)

    @override
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return that nothing is deleted."""
        return False

    @admin.display(description=_("in use"), boolean=True)
    def in_use(self, record: Record) -> bool:
        """Return whether the record is not voided."""
        return record.voided_at is None


@admin.register(Organisation, site=site)
class OrganisationAdmin(RecordAdmin):
    """Agencies, associations and firms."""

    list_display = ("name", "code", "type", "in_use")
    list_filter = ("type",)
    search_fields = ("name", "code")


@admin.register(Region, site=site)
class RegionAdmin(RecordAdmin):
    """Cities and regions; those met in a file wait to be looked at."""

    list_display = ("name", "from_import", "in_use")
    list_filter = ("from_import",)
    search_fields = ("name",)


@admin.register(Shelter, site=site)
class ShelterAdmin(RecordAdmin):
    """Shelters and assistance centres; their addresses are never kept."""

    list_display = ("code", "name", "kind", "operator", "city", "capacity", "in_use")
    list_filter = ("kind",)
    list_select_related = ("operator", "city")
    search_fields = ("code", "name")


@admin.register(LegalAct, site=site)
class LegalActAdmin(RecordAdmin):
    """Laws, decisions and agreements."""

    list_display = ("title", "kind", "number", "adopted_on", "confirmed", "in_use")
    list_filter = ("kind", "confirmed")
    search_fields = ("title", "number")


@admin.register(Term, site=site)
class TermAdmin(RecordAdmin):
    """The lengths of deadlines."""

    list_display = ("called", "length", "unit", "rests_on", "in_use")
    search_fields = ("title", "code")

    @admin.display(description=_("title"), ordering="title")
    def called(self, term: Term) -> Promise | str:
        """Return the term's title in the reader's language."""
        return title_of(term)

    @admin.display(description=_("basis"), ordering="basis")
    def rests_on(self, term: Term) -> Promise | str:
        """Return the term's basis in the reader's language."""
        return basis_of(term)
