"""What a list shows, taken out as a file: with a right, a reason and an entry."""

from collections.abc import Iterator
from itertools import batched
from tempfile import TemporaryFile
from typing import IO, Any, Final, override

from django.http import FileResponse
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.generic import FormView

from accounts import journal
from accounts.choices import Action, FileFormat
from accounts.lists.forms import ExportForm
from accounts.lists.kept import EXPORT
from accounts.lists.pages import OfList
from thb.columns import Column
from thb.sheets import TooLongForSheet, write_csv, write_xlsx

MOST_RECORDS: Final = 20  # of persons or cases; more asks for the right to the register
AT_A_TIME: Final = 1_000


class ListExport(OfList, FormView[ExportForm]):
    """Take out what the list shows: its columns, without what names a person."""

    form_class = ExportForm
    template_name = "lists/export.html"

    @override
    def has_permission(self) -> bool:
        """Return whether the user may open the list, and take lists out."""
        return super().has_permission() and self.user.has_perm(EXPORT)

    @cached_property
    def too_many(self) -> bool:
        """Return whether there are more records than may leave at once."""
        page = self.page
        if not page.journals_list or self.user.has_perm("exchange.export_register"):
            return False
        some = page.found().order_by()[: MOST_RECORDS + 1]
        return bool(some.count() > MOST_RECORDS)

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Return the columns of the file: those shown, but none that names a person."""
        shown = self.page.shown.items()
        return {name: column for name, column in shown if not column.personal}

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what will stand in the file, and the filters it is narrowed by."""
        page = self.page
        filters = page.filters(page.query, page.get_queryset())
        return super().get_context_data(
            columns=self.columns.values(),
            left_out=any(column.personal for column in page.shown.values()),
            chips=filters.form.chips,
            too_many=self.too_many,
            most=MOST_RECORDS,
            **kwargs,
        )

    @override
    def form_valid(self, form: ExportForm) -> Any:
        """Return the file; its entry in the journal is in the same transaction."""
        if self.too_many:
            return self.form_invalid(form)
        file = TemporaryFile()  # noqa: SIM115 - closed when it has been sent
        layout = FileFormat(form.cleaned_data["layout_of_files"])
        codes: list[str] = []
        try:
            self.write(file, layout, codes)
        except TooLongForSheet:
            file.close()
            form.add_error("layout_of_files", _("There are too many records for XLSX."))
            return self.form_invalid(form)
        entry = self.keep(codes, form.cleaned_data["reason"])
        file.seek(0)
        name = f"{self.kwargs['list']}-{entry}.{layout.value}"
        return FileResponse(file, as_attachment=True, filename=name)

    def write(self, file: IO[bytes], layout: FileFormat, codes: list[str]) -> None:
        """Write the file, and add the codes that it tells of."""
        headings = [str(column.label) for column in self.columns.values()]
        rows = self.lines(codes)
        if layout is FileFormat.CSV:
            write_csv(file, headings, rows)
        else:
            write_xlsx(file, headings, rows, self.about())

    def about(self) -> list[tuple[str, str]]:
        """Return who took the file out, and when."""
        moment = f"{localtime():%d.%m.%Y %H:%M}"
        return [(_("Taken out by"), str(self.user)), (_("When"), moment)]

    def lines(self, codes: list[str]) -> Iterator[list[str]]:
        """Yield what the file says of each record."""
        page = self.page
        for some in batched(page.every(), AT_A_TIME, strict=False):
            page.prepare(list(some))
            for record in some:
                codes += record.journal_codes if page.journals_list else ()
                yield [c.cell(record).text for c in self.columns.values()]

    def keep(self, codes: list[str], reason: str) -> int:
        """Keep what was taken out and why; return the number of the first entry."""
        parts = list(batched(codes, AT_A_TIME, strict=False)) or [()]
        entries = [
            journal.record(
                self.request,
                Action.EXPORTED,
                part,
                fields=self.columns,
                reason=reason,
            )
            for part in parts
        ]
        return entries[0].pk
