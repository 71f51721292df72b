"""The register in and out in the browser, for administrators."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final, override

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from exchange import uploads
from exchange.archive import write_zip
from exchange.choices import Layout
from exchange.exporting import TooLongForSheet, write_xlsx
from exchange.forms import ExportForm, UploadForm
from exchange.importing import import_register
from exchange.keeping import exported_codes, exported_fields, keep_codes
from exchange.report import Report
from exchange.showing import shown

NAMES: Final = {Layout.CSV: "register.zip", Layout.XLSX: "register.xlsx"}


def _no_step(_name: str) -> None:
    """Tell nobody: a page has no progress to show."""


class RegisterImport(PageAccess, FormView[UploadForm]):
    """Upload a register and see what its import would do; nothing is written yet."""

    permission_required = "exchange.import_register"
    form_class = UploadForm
    template_name = "exchange/register_import.html"

    @override
    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Rehearse the import, and show the report."""
        user: Any = self.request.user
        try:
            token = uploads.keep(form.cleaned_data["register"], user.pk)
        except ValidationError as error:
            form.add_error("register", error)
            return self.form_invalid(form)
        path = uploads.register_at(token, user.pk) or Path(token)
        with uploads.dropped_unless_done(token, user.pk):
            report = import_register(path, user, dry_run=True, step=_no_step)
        if report.errors or report.changes_nothing:
            uploads.drop(token, user.pk)
        found = shown(report)
        context = self.get_context_data(form=form, report=found, token=token)
        return self.render_to_response(context)


class RegisterConfirm(PageAccess, View):
    """Carry out the import that was rehearsed."""

    permission_required = "exchange.import_register"

    def get(self, _request: HttpRequest) -> HttpResponse:
        """Lead to where an import begins."""
        return redirect("exchange:import")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Import and show the report; the files are removed."""
        user: Any = request.user
        token = request.POST.get("token", "")
        path = uploads.register_at(token, user.pk)
        if path is None:
            messages.info(
                request, _("These files were imported already, or an hour passed.")
            )
            return redirect("exchange:import")
        report = import_register(path, user, dry_run=False, step=_no_step)
        uploads.drop(token, user.pk)
        self._keep(report)
        context = {"report": shown(report), "form": UploadForm()}
        return render(request, "exchange/register_import.html", context)

    def _keep(self, report: Report) -> None:
        if not report.errors:
            fields = [count.file for count in report.counts]
            keep = partial(journal.record, self.request, Action.IMPORTED, fields=fields)
            keep_codes(keep, report.codes)


class RegisterExport(PageAccess, FormView[ExportForm]):
    """Take the register out without identities; the journal keeps why."""

    permission_required = "exchange.export_register"
    form_class = ExportForm
    template_name = "exchange/register_export.html"

    @override
    def form_valid(self, form: ExportForm) -> Any:
        """Return the file; the entry of the journal is in the same transaction."""
        layout = Layout(form.cleaned_data["layout_of_files"])
        file = TemporaryFile()  # noqa: SIM115 - closed when it has been sent
        try:
            _write(file, layout)
        except TooLongForSheet:
            file.close()
            form.add_error(
                "layout_of_files", _("There are too many records for a workbook.")
            )
            return self.form_invalid(form)
        keep = partial(
            journal.record,
            self.request,
            Action.EXPORTED,
            fields=exported_fields(layout, with_identity=False),
            reason=form.cleaned_data["reason"],
        )
        keep_codes(keep, exported_codes())
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=NAMES[layout])


def _write(file: IO[bytes], layout: Layout) -> None:
    if layout is Layout.XLSX:
        write_xlsx(file, with_identity=False, step=_no_step)
    else:
        write_zip(file)
