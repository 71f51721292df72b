"""The returns of a year: what is expected, what came, who entered and approved it."""

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from django.db.models import Max, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, RedirectView

from accounts.access import PageAccess, RecordAccess
from accounts.approving import AskedBy, RecordApprove
from accounts.editing import RecordChange, RecordCreate, RecordVoid
from accounts.models import User
from prevention.models import AgencyReturn
from reference.models import Organisation
from reference.records import CURRENT
from reports.catalogue import FIGURES
from reports.figures import ReturnedFigure
from reports.returns.forms import ReturnForm
from reports.words import NOT_KNOWN, shown_number
from thb.facts import Fact, facts

EXPECTED = {
    code: figure
    for code, figure in FIGURES.items()
    if isinstance(figure, ReturnedFigure)
}
SHOWN = ("value", "precision", "agency", "document")


class Row(NamedTuple):
    """A figure that is expected, or came without being; `record` is its return."""

    figure: str
    title: str | Promise
    agency: str
    record: AgencyReturn | None

    @property
    def value(self) -> str:
        """Return what came, as the figures show it: more than 1,800; else a dash."""
        if self.record is None:
            return NOT_KNOWN
        unit = EXPECTED[self.figure].unit if self.figure in EXPECTED else ""
        return shown_number(self.record.value, unit, self.record.precision)

    @property
    def waits(self) -> bool:
        """Return whether the return came and nobody has approved it."""
        return self.record is not None and not self.record.approved_at

    def may_be_approved_by(self, user: User) -> bool:
        """Return whether it waits, and another person than the user entered it."""
        return self.waits and bool(self.record and self.record.entered_by_id != user.pk)


def title_of(figure: str) -> str | Promise:
    """Return the figure's title; its code for one that is not in the catalogue."""
    return EXPECTED[figure].title if figure in EXPECTED else figure


class Returns(PageAccess, RedirectView):
    """Leads to the year of the newest return, or to the year before this one."""

    permission_required = "prevention.view_agencyreturn"

    def get_redirect_url(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the page of that year."""
        newest = AgencyReturn.objects.current().aggregate(year=Max("year"))["year"]
        return reverse("returns:year", args=[newest or localdate().year - 1])


class ReturnsOfYear(RecordAccess, ListView[AgencyReturn]):
    """What agencies returned for a year, beside what is expected of them."""

    permission_required = "prevention.view_agencyreturn"
    template_name = "reports/agencyreturn_list.html"
    journals_list = False  # nothing here is about a person
    queryset = AgencyReturn.objects.current().select_related(
        "agency", "entered_by", "approved_by"
    )

    def get_queryset(self) -> QuerySet[AgencyReturn]:
        """Return the returns of the year in the address."""
        return super().get_queryset().filter(year=self.kwargs["year"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return a row a figure, in the order of the report."""
        year = self.kwargs["year"]
        rows = list(self.rows())
        missing = sum(row.record is None for row in rows)
        waiting = sum(row.waits for row in rows)
        approves = self.user.has_perm("prevention.approve_agencyreturn")
        return super().get_context_data(**kwargs) | {
            "year": year,
            "rows": self.asked_for(rows),
            "to_approve": [
                row.figure
                for row in self.asked_for(rows)
                if approves and row.may_be_approved_by(self.user)
            ],
            "missing": missing,
            "waiting": waiting,
            "years": (year - 1, year + 1),
        }

    def asked_for(self, rows: list[Row]) -> list[Row]:
        """Return the rows that `?show=` asks for: missing, waiting, or all."""
        match self.request.GET.get("show"):
            case "missing":
                return [row for row in rows if row.record is None]
            case "waiting":
                return [row for row in rows if row.waits]
        return rows

    def rows(self) -> Iterator[Row]:
        """Yield what is expected, then what came besides."""
        came = {record.figure: record for record in self.object_list}
        names = dict(Organisation.objects.values_list("code", "name"))
        for code, figure in EXPECTED.items():
            agency = names.get(figure.agency, figure.agency)
            yield Row(code, figure.title, agency, came.pop(code, None))
        for code, record in sorted(came.items()):
            yield Row(code, code, str(record.agency or ""), record)


class ReturnPage:
    """A return of the year and figure in the address."""

    model: Any = AgencyReturn
    slug_field = slug_url_kwarg = "figure"
    kwargs: dict[str, Any]
    object: Any
    shown: ClassVar[tuple[str, ...]] = ()

    @property
    def facts(self) -> list[Fact]:
        """Return which figure of which year the page is about, and what came so far."""
        figure, year = self.kwargs["figure"], self.kwargs["year"]
        about = [
            Fact(gettext("Figure"), str(title_of(figure))),
            Fact(gettext("Year"), str(year)),
        ]
        return about + (facts(self.object, *self.shown) if self.shown else [])

    def get_queryset(self) -> QuerySet[Any]:
        """Return the returns of that year that are not void."""
        records: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return records.filter(CURRENT, year=self.kwargs["year"])

    def get_success_url(self) -> str:
        """Return the page of the year."""
        return reverse("returns:year", args=[self.kwargs["year"]])


class ReturnEnter(ReturnPage, AskedBy, RecordCreate[AgencyReturn, ReturnForm]):
    """Enter the return of an expected figure."""

    permission_required = "prevention.add_agencyreturn"
    form_class = ReturnForm
    heading = _("Enter a return")

    @cached_property
    def expected(self) -> ReturnedFigure:
        """Return the figure of the address; one that is not expected is not found."""
        try:
            return EXPECTED[self.kwargs["figure"]]
        except KeyError:
            raise Http404 from None

    def get_initial(self) -> dict[str, Any]:
        """Return the agency that the figure is expected of."""
        agency = Organisation.objects.filter(code=self.expected.agency).first()
        return {"agency": agency}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a return of that figure and year."""
        record = self.new_record(figure=self.expected.code, year=self.kwargs["year"])
        return super().get_form_kwargs() | {"instance": record}


class ReturnChange(ReturnPage, AskedBy, RecordChange[AgencyReturn, ReturnForm]):
    """Change a return; its approval ends."""

    permission_required = "prevention.change_agencyreturn"
    form_class = ReturnForm
    heading = _("Change the return")


class ReturnApprove(ReturnPage, RecordApprove[AgencyReturn]):
    """Approve another person's return after a look at it."""

    permission_required = "prevention.approve_agencyreturn"
    heading = _("Approve the return")
    shown = (*SHOWN, "entered_by")


class ReturnVoid(ReturnPage, RecordVoid[AgencyReturn]):
    """Take a return out of the year."""

    permission_required = "prevention.change_agencyreturn"
    heading = _("Void the return")
    shown = SHOWN
