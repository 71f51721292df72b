"""The pages of the annual figures: the year, and the lists behind its numbers."""

from collections.abc import Sequence
from typing import Any, Final, override

from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.views.generic import RedirectView, TemplateView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from reports.catalogue import FIGURES
from reports.chapters import YearPage
from reports.checks import Check
from reports.counting import Number, exact
from reports.editions import Edition, draft_of, edition_of
from reports.export.rows import as_csv
from reports.export.workbook import as_xlsx
from reports.figures import AnnualFigure, Cumulative, Figure, Records
from reports.findings import address, groups
from reports.kinds import Kind, kind_behind, kind_of
from reports.listing import ListPage
from reports.releases.definitions import counts_of
from reports.releases.standing import Standing
from reports.starts import Start, starts_of
from reports.year import YearFigures, latest_year

WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV: Final = "text/csv; charset=utf-8"


class FiguresLatest(PageAccess, RedirectView):
    """Leads to the latest year that has records."""

    permission_required = "reports.view_figures"

    @override
    def get_redirect_url(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the address of that year."""
        return reverse("reports:year", args=[latest_year()])


class OfYear(PageAccess):
    """A page about one year."""

    permission_required = "reports.view_figures"
    kwargs: dict[str, Any]

    @property
    def year(self) -> int:
        """Return the year in the address."""
        return int(self.kwargs["year"])

    @cached_property
    def edition(self) -> Edition:
        """Return the year as it is told: frozen, or counted once for the page."""
        return edition_of(self.year)

    @property
    def figures(self) -> YearFigures:
        """Return the figures of the edition."""
        return self.edition.figures

    @property
    def checks(self) -> Sequence[Check]:
        """Return the checks of the edition."""
        return self.edition.checks


class FiguresYear(OfYear, TemplateView):
    """All figures of a year, chapter by chapter, with the checks that failed."""

    template_name = "reports/figures_year.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the chapters and the findings."""
        page = YearPage(self.edition, self.user)
        opened = {check.code: self.address(check) for check in page.failed}
        return super().get_context_data(
            page=page,
            edition=self.edition,
            standing=Standing.of(self.edition),
            chapters=list(page.chapters()),
            groups=list(groups(page.failed, opened, self.edition.explanations)),
            previous_year=self.year - 1,
            following_year=self.year + 1 if self.year < localdate().year else None,
            **kwargs,
        )

    def address(self, check: Check) -> str:
        """Return where a check leads, if the user may open it."""
        if check.figures[0] not in FIGURES:
            return ""
        kind = kind_behind(check.figures[0])
        opens = self.user.has_perm(kind.permission)
        return address(check, self.edition) if opens else ""


class FiguresDownload(OfYear, View):
    """The figures of a year as a file, equal to the page."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Return the file, and keep that it was taken."""
        form = self.kwargs["form"]
        name = f"figures-{self.year}.{form}"
        journal.record(request, Action.EXPORTED, fields=[name])
        if form == "csv":
            response = HttpResponse(as_csv(self.figures), content_type=CSV)
        else:
            response = HttpResponse(as_xlsx(self.edition), content_type=WORKBOOK)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class RecordsPage(OfYear, TemplateView):
    """A list of records behind a number; 403 for who may not list that kind."""

    template_name = "reports/figure_records.html"

    @property
    def kind(self) -> Kind:
        """Return the kind of the records."""
        return kind_of(self.records)

    @cached_property
    def records(self) -> Records:
        """Return the records of the list, exactly those that are counted."""
        raise NotImplementedError

    @override
    def has_permission(self) -> bool:
        """Tell whether the role lists records of this kind."""
        return super().has_permission() and self.user.has_perm(self.kind.permission)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the list, and keep which codes it showed."""
        shown = ListPage(self.records, self.kind, self.user, self.request.GET)
        journal.record(self.request, Action.LISTED, shown.codes, fields=self.about())
        context = super().get_context_data(**kwargs)
        total = self.records.count()
        return context | {"shown": shown, "page": shown.page, "total": total}

    def about(self) -> list[str]:
        """Return what the journal keeps of the address: the year, figure, cell."""
        return [str(part) for part in self.kwargs.values()]


class FigureRecords(RecordsPage):
    """Exactly the records that a figure counts."""

    @cached_property
    def figure(self) -> Figure:
        """Return the figure in the address."""
        figure = FIGURES.get(self.kwargs["figure"])
        if figure is None:
            raise Http404
        return figure

    @cached_property
    def records(self) -> Records:
        """Return the records of the year, or of the cell in the address."""
        return self.figure.records(self.year)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the figure, and the sum of its amounts where it has one."""
        context = super().get_context_data(**kwargs)
        before = before_register(self.figure, self.year)
        return context | {
            "figure": self.figure,
            "counts": counts_of(self.figure),
            "sum": sum_of(self.records, self.figure),
            "before": before,
            "since": before and exact(before.value + context["total"]),
        }


class CellRecords(FigureRecords):
    """Exactly the records in one cell of a breakdown."""

    @cached_property
    def records(self) -> Records:
        """Return the records of the cell; one in neither year is not found."""
        figure, breakdown = self.figure, self.kwargs["breakdown"]
        if not isinstance(figure, AnnualFigure) or breakdown not in figure.by:
            raise Http404
        cell = self.kwargs["cell"]
        if not cell.isprintable():  # the database takes no such text
            raise Http404
        years = (self.year, self.year - 1)  # the page shows the cells of both
        here, before = (figure.records(year, breakdown, cell) for year in years)
        if not here.exists() and not before.exists():
            raise Http404
        return here

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the name of the cell."""
        context = super().get_context_data(**kwargs)
        breakdown, cell = self.kwargs["breakdown"], self.kwargs["cell"]
        split = self.figure.breakdowns[breakdown]
        return context | {"split": split.title, "cell": split.label(cell)}


class CheckRecords(RecordsPage):
    """The records behind a check that has a rule of its own."""

    @cached_property
    def edition(self) -> Edition:
        """Return the year counted now: a frozen year has no such check that failed."""
        return draft_of(self.year)

    @cached_property
    def check(self) -> Check:
        """Return the check in the address."""
        own = (
            c
            for c in self.checks
            if c.code == self.kwargs["check"] and c.listed is not None
        )
        check = next(own, None)
        if check is None:
            raise Http404
        return check

    @cached_property
    def records(self) -> Records:
        """Return the records that do not keep the rule."""
        if self.check.listed is None:
            raise Http404
        return self.check.listed

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the check says."""
        return super().get_context_data(**kwargs) | {"check": self.check}


def before_register(figure: Figure, year: int) -> Start | None:
    """Return what a total since 2005 begins with; None where none of it is known."""
    if not isinstance(figure, Cumulative):
        return None
    start = starts_of(year).get(figure.code)
    return start if start and start.through_year <= year else None


def sum_of(records: Records, figure: Figure) -> Number | None:
    """Return what the records add up to, for a figure that is a sum."""
    if not isinstance(figure, AnnualFigure) or not figure.amount:
        return None
    return exact(records.aggregate(sum=Sum(figure.amount))["sum"] or 0)
