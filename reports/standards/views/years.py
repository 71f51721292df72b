"""The page of a year: every standard, what stands in its way, what others publish."""

from collections.abc import Iterator
from typing import Any, NamedTuple, override

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.views.generic import RedirectView, TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from reports.editions import Edition, edition_of
from reports.models import OthersFigure
from reports.standards.choices import Level, Standard
from reports.standards.making import BUILDERS
from reports.standards.occurring import unmapped
from reports.standards.reconciling import State, reconciled
from reports.standards.sdg import missing, populations
from reports.standards.words import Value
from reports.year import latest_year


class StandardsLatest(PageAccess, RedirectView):
    """Leads to the latest year that has records."""

    permission_required = "reports.view_mapping"

    @override
    def get_redirect_url(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the address of that year."""
        return reverse("standards:year", args=[latest_year()])


class OfYear(PageAccess):
    """A page about one year, as it is told: frozen, or counted once for the page."""

    kwargs: dict[str, Any]

    @property
    def year(self) -> int:
        """Return the year in the address."""
        return int(self.kwargs["year"])

    @cached_property
    def edition(self) -> Edition:
        """Return the year as it is told."""
        return edition_of(self.year)


class Way(NamedTuple):
    """A standard on the page of a year: its levels, and what is not mapped."""

    standard: Standard
    unmapped: list[Value]
    missing: list[str]

    @property
    def has_tables(self) -> bool:
        """Tell whether it is made of tables with levels."""
        return self.standard in BUILDERS

    @property
    def has_rows(self) -> bool:
        """Tell whether it is made of a row a victim."""
        return self.standard is Standard.HTCDS


class StandardsYear(OfYear, TemplateView):
    """Every standard of a year: ready, or what has to be mapped first."""

    permission_required = "reports.view_mapping"
    template_name = "standards/year.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the standards with what stands in their way."""
        return super().get_context_data(**kwargs) | {
            "year": self.year,
            "previous_year": self.year - 1,
            "following_year": self.year + 1 if self.year < localdate().year else None,
            "edition": self.edition,
            "ways": list(self.ways()),
            "levels": Level,
        }

    def ways(self) -> Iterator[Way]:
        """Yield the standards."""
        lacking = list(missing(populations(self.year)))
        for standard in Standard:
            of_sdg = standard is Standard.SDG
            found = unmapped(standard, self.edition)
            yield Way(standard, found, lacking if of_sdg else [])


class Reconciliation(OfYear, TemplateView):
    """Our figures beside what others publish of the year."""

    permission_required = "reports.view_othersfigure"
    template_name = "standards/others.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the numbers of others, the unexplained differences first."""
        others = OthersFigure.objects.current().visible_to(self.user)
        found = others.filter(year=self.year).select_related("explained_by")
        rows = reconciled(self.edition, found)
        journal.record(self.request, Action.LISTED, fields=[f"others {self.year}"])
        return super().get_context_data(**kwargs) | {
            "year": self.year,
            "edition": self.edition,
            "rows": rows,
            "open": sum(row.state is State.UNEXPLAINED for row in rows),
            "years": years_of_others(),
        }


def years_of_others() -> list[int]:
    """Return the years of which something of others is recorded, the latest first."""
    found = OthersFigure.objects.current().order_by("-year").values_list("year")
    return [year for (year,) in found.distinct()]
