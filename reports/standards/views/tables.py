"""The tables of a standard at a level, on a page and as a file; one row a victim."""

from io import BytesIO
from typing import Any, override

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View

from accounts import journal
from accounts.choices import Action
from reports.editions import Edition
from reports.standards.choices import Level, Standard
from reports.standards.files import IN_THEIR_WORDS, workbook
from reports.standards.forms import MicrodataForm
from reports.standards.htcds import COLUMNS, Microdata, microdata
from reports.standards.levels import Reader, edition_for
from reports.standards.making import BUILDERS, tables_of
from reports.standards.occurring import unmapped
from reports.standards.tables import Tables
from reports.standards.views.years import OfYear
from reports.standards.words import UnmappedError, Value
from reports.views import CSV, WORKBOOK
from thb.sheets import write_csv


class OfStandard(OfYear):
    """A page about the tables of one standard at one level."""

    permission_required = "reports.export_standard"

    @cached_property
    def standard(self) -> Standard:
        """Return the standard in the address; one without tables is not found."""
        found = {one.value: one for one in BUILDERS}.get(self.kwargs["standard"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def level(self) -> Level:
        """Return the level in the address."""
        if self.kwargs["level"] not in Level.values:
            raise Http404
        return Level(self.kwargs["level"])

    @cached_property
    def edition(self) -> Edition:
        """Return the edition that the level reads."""
        return edition_for(self.level, super().edition)

    def tables(self) -> Tables:
        """Return the tables; UnmappedError where a value has no word."""
        return tables_of(self.standard, self.edition)

    def not_mapped(self, request: HttpRequest) -> HttpResponse:
        """Lead to the page of the year, which says what has no word."""
        words = _("Not exported: values of the year are not mapped yet.")
        messages.error(request, words)
        return redirect("standards:year", self.year)


class StandardTables(OfStandard, TemplateView):
    """The tables of a standard as a level reads them."""

    template_name = "standards/tables.html"

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Return the page, or lead to what has to be mapped first."""
        try:
            return super().get(request, *args, **kwargs)
        except UnmappedError:
            return self.not_mapped(request)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the tables, and keep that they were read."""
        reader = Reader(self.level, self.edition)
        tables = self.tables()
        name = f"{self.standard.value} {self.year} {self.level.value}"
        journal.record(self.request, Action.LISTED, fields=[name])
        return super().get_context_data(**kwargs) | {
            "year": self.year,
            "standard": self.standard,
            "level": self.level,
            "levels": Level,
            "edition": self.edition,
            "missing": tables.missing,
            "tables": [reader.read(table) for table in tables.tables],
        }


class StandardFile(OfStandard, View):
    """The same tables as a workbook, in the words of the questionnaire."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Return the file, and keep that it was taken."""
        with translation.override(IN_THEIR_WORDS):
            try:
                content = workbook(self.tables(), self.level)
            except UnmappedError:
                content = b""
        if not content:
            return self.not_mapped(request)
        name = f"{self.standard.value}-{self.year}-{self.level.value}.xlsx"
        journal.record(request, Action.EXPORTED, fields=[name])
        response = HttpResponse(content, content_type=WORKBOOK)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class MicrodataExport(OfYear, FormView[MicrodataForm]):
    """One row a victim, as HTCDS has it: with a right, a reason and an entry."""

    permission_required = "reports.export_microdata"
    template_name = "standards/microdata.html"
    form_class = MicrodataForm
    heading = _("HTCDS, one row a victim")
    lead = _(
        "Codes of closed lists and the year, under a random code of this file. No name,"
        " no day, no text."
    )
    save, back = _("Take the file out"), _("Back")

    @property
    def back_url(self) -> str:
        """Return the page of the year."""
        return reverse("standards:year", args=[self.year])

    @cached_property
    def unmapped(self) -> list[Value]:
        """Return the values of the year that have no word."""
        return unmapped(Standard.HTCDS, self.edition)

    @cached_property
    def found(self) -> Microdata:
        """Return what would leave."""
        return microdata(self.year, self.user)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what stands in the way, or how many stand in small groups."""
        found = None if self.unmapped else self.found
        return super().get_context_data(**kwargs) | {
            "year": self.year,
            "unmapped": self.unmapped,
            "standard": Standard.HTCDS,
            "found": found,
            "columns": COLUMNS,
        }

    @override
    def form_valid(self, form: MicrodataForm) -> HttpResponse:
        """Return the file; its entry in the journal is in the same transaction."""
        if self.unmapped:
            return self.form_invalid(form)
        entry = journal.record(
            self.request,
            Action.EXPORTED,
            self.found.codes,
            fields=COLUMNS,
            reason=form.cleaned_data["reason"],
        )
        file = BytesIO()
        write_csv(file, COLUMNS, self.found.rows)
        response = HttpResponse(file.getvalue(), content_type=CSV)
        name = f"htcds-{self.year}-{entry.pk}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
