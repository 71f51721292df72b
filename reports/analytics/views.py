"""The pages of the analytics: the numbers, their lists, their file, the threshold."""

import csv
from io import StringIO
from typing import Any, Final, override

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import RecordChange
from reports.analytics.forms import DisclosureRuleForm
from reports.analytics.page import SMALL_NUMBERS, Analytics
from reports.analytics.saved import WithViews
from reports.analytics.table import Table
from reports.figures import Records
from reports.kinds import Kind, kind_of
from reports.listing import ListPage
from reports.models import DisclosureRule
from reports.views import CSV

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


class OfAnalytics(PageAccess):
    """A page over what its address asks for."""

    permission_required: Any = "reports.view_analytics"

    @cached_property
    def analytics(self) -> Analytics:
        """Return what the address asks for."""
        return Analytics(self.request.GET, self.user)


class AnalyticsPage(OfAnalytics, WithViews, TemplateView):
    """Tiles, a table by two splits, the flow, the months."""

    template_name = "reports/analytics.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the analytics and the forms that ask for them."""
        found = self.analytics
        return super().get_context_data(
            page=found,
            form=found.form,
            table_form=found.table_form,
            removals=list(found.removals()),
            **kwargs,
        )


class AnalyticsDownload(OfAnalytics, View):
    """The table as a file, equal to the page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return the file, and keep that it was taken and what it was split by."""
        form = self.analytics.table_form
        about = [form.counted.code, form.split("rows"), form.split("columns")]
        journal.record(request, Action.EXPORTED, fields=filter(None, about))
        response = HttpResponse(as_csv(self.analytics.table), content_type=CSV)
        response["Content-Disposition"] = 'attachment; filename="analytics.csv"'
        return response


def as_csv(table: Table) -> str:
    """Return the numbers of the table with their headings; what is hidden says so."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([table.crossed.rows.title, *map(plain, table.headings), _("Total")])
    for row in table.rows():
        writer.writerow([plain(row.label), *(cell.plain for cell in row.cells)])
    return text.getvalue()


def plain(text: str) -> str:
    """Return a text that no program of tables takes for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


class AnalyticsRecords(OfAnalytics, TemplateView):
    """Exactly the records that a number of the analytics counts."""

    permission_required = ("reports.view_analytics", SMALL_NUMBERS)
    template_name = "reports/analytics_records.html"

    @property
    def kind(self) -> Kind:
        """Return the kind of the records."""
        return kind_of(self.records)

    @override
    def has_permission(self) -> bool:
        """Tell whether the role lists records of this kind."""
        return super().has_permission() and self.user.has_perm(self.kind.permission)

    @cached_property
    def cells(self) -> dict[str, str]:
        """Return the cell of the address: a value for each split that it names."""
        asked = self.request.GET
        pairs = {asked.get("rows", ""): asked.get("row", "")}
        pairs |= {asked.get("columns", ""): asked.get("column", "")}
        return {name: cell for name, cell in pairs.items() if name and cell}

    @cached_property
    def records(self) -> Records:
        """Return the records; a split that the measure has not is not found."""
        measure = self.analytics.measure
        known = measure.dimensions
        if not all(
            name in known and cell.isprintable() for name, cell in self.cells.items()
        ):
            raise Http404
        return self.analytics.selection.records(measure, **self.cells)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the list, and keep which codes it showed."""
        query = self.request.GET
        shown = ListPage(self.records, self.kind, self.user, query)
        measure = self.analytics.measure
        about = [measure.code, self.analytics.period, *self.cells]
        journal.record(self.request, Action.LISTED, shown.codes, fields=about)
        splits = [
            (measure.dimensions[name].title, measure.dimensions[name].label(cell))
            for name, cell in self.cells.items()
        ]
        return super().get_context_data(
            analytics=self.analytics,
            shown=shown,
            page=shown.page,
            total=self.records.count(),
            splits=splits,
            chips=self.analytics.form.chips,
            **kwargs,
        )


class SmallNumbersChange(RecordChange[DisclosureRule, DisclosureRuleForm]):
    """From which number on everybody is shown it."""

    permission_required = "reports.change_disclosurerule"
    queryset = DisclosureRule.objects.current()
    form_class = DisclosureRuleForm
    heading = _("Small numbers")
    lead = _(
        "A number of few people can tell who they are. Investigators see no number"
        " below this one in analytics; analysts and administrators see them all."
    )

    @override
    def get_object(self, *_args: Any) -> DisclosureRule:
        """Return the one rule."""
        found: DisclosureRule = self.find(self.queryset, rule="small-numbers")
        return found

    @override
    def get_success_url(self) -> str:
        """Return the analytics."""
        return reverse("analytics:cases")
