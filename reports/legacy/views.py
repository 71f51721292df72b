"""The pages of earlier years: what is known, entered by one, approved by another."""

from typing import Any, override

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, ListView

from accounts import journal
from accounts.access import PageAccess, RecordAccess
from accounts.approving import AskedBy, RecordApprove
from accounts.choices import Action
from accounts.editing import OnceOnly, RecordCreate, RecordVoid
from reference.records import CURRENT
from reports.legacy.forms import (
    TITLES,
    LegacyFileForm,
    LegacyYearForm,
)
from reports.legacy.importing import import_years
from reports.legacy.series import earlier_totals, in_runs
from reports.models import LegacyYear
from thb.facts import Fact

SHOWN = ("figure", "year", "value", "source", "entered_by")


class LegacyYears(RecordAccess, ListView[LegacyYear]):
    """What is known of the years before the register, with its sources."""

    permission_required = "reports.view_legacyyear"
    template_name = "reports/legacy_years.html"
    journals_list = False  # nothing here is about a person
    queryset = LegacyYear.objects.current().select_related("entered_by", "approved_by")

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the totals, each with its sum and the years that are missing."""
        totals = [(earlier, in_runs(earlier.missing)) for earlier in earlier_totals()]
        rows = [(one, TITLES.get(one.figure, one.figure)) for one in self.object_list]
        return super().get_context_data(totals=totals, rows=rows, **kwargs)


class OfLegacyYears:
    """Records of earlier years that are not void; all pages lead back to the list."""

    model: Any = LegacyYear
    slug_field = slug_url_kwarg = "pk"
    request: Any
    object: Any

    def get_queryset(self) -> QuerySet[Any]:
        """Return the records that count."""
        records: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return records.filter(CURRENT)

    def get_success_url(self) -> str:
        """Return the list."""
        return reverse("legacy:list")

    @property
    def facts(self) -> list[Fact]:
        """Return the number, its year and its source."""
        if getattr(self, "object", None) is None:
            return []
        one = self.object
        title = TITLES.get(one.figure, one.figure)
        return [
            Fact(str(_("Figure")), str(title)),
            Fact(str(_("Year")), str(one.year)),
            Fact(str(_("Value")), str(one.value.normalize().__format__("f"))),
            Fact(str(_("Source")), one.source),
            Fact(str(_("Entered by")), str(one.entered_by or "–")),
        ]


class LegacyYearAdd(OfLegacyYears, AskedBy, RecordCreate[LegacyYear, LegacyYearForm]):
    """Enter a number of an earlier year."""

    permission_required = "reports.add_legacyyear"
    form_class = LegacyYearForm
    heading = _("Enter an earlier year")


class LegacyYearApprove(OfLegacyYears, RecordApprove[LegacyYear]):
    """Approve another person's number; from then on it is frozen."""

    permission_required = "reports.approve_legacyyear"
    heading = _("Approve the earlier year")
    lead = _("An approved number is frozen: it can only be voided, with a reason.")


class LegacyYearVoid(OfLegacyYears, RecordVoid[LegacyYear]):
    """Take a number out."""

    permission_required = "reports.change_legacyyear"
    heading = _("Void the earlier year")


class LegacyYearImport(PageAccess, OnceOnly, FormView[LegacyFileForm]):
    """Take in a file of earlier years: all of its lines or none."""

    permission_required = "reports.add_legacyyear"
    template_name = "components/form_page.html"
    form_class = LegacyFileForm
    heading = _("Import earlier years")
    lead = _("A second person approves each number afterwards.")
    save, back = _("Import"), _("Back")

    @property
    def back_url(self) -> str:
        """Return the list."""
        return reverse("legacy:list")

    @override
    def form_valid(self, form: LegacyFileForm) -> HttpResponse:
        """Import the file, or say what is wrong with which line."""
        try:
            done = import_years(form.cleaned_data["file"].read(), self.user)
        except ValidationError as refusal:
            form.add_error("file", refusal)
            return self.form_invalid(form)
        journal.record(self.request, Action.IMPORTED, fields=["earlier years"])
        said = ngettext("%d number entered.", "%d numbers entered.", done.added)
        messages.success(self.request, said % done.added)
        return HttpResponseRedirect(self.back_url)
