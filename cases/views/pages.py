"""The list of cases, and the page of one case with its sections."""

from collections.abc import Iterator
from typing import Any, ClassVar, override

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from accounts import journal
from accounts.access import RecordAccess
from accounts.choices import Action
from accounts.lists.kept import KeptList
from accounts.lists.memory import way
from cases.columns import CASES
from cases.contacts import codes_of, matches, sharing_with
from cases.counts import COUNTS, DESTINATIONS, LEADS
from cases.filters import CaseFilters
from cases.models import CriminalCase
from cases.oddities import oddities
from cases.sections import SECTIONS, Section, empty_words, sections_of, victims
from cases.timeline import case_changes
from thb.columns import Cell
from thb.facts import Fact, facts
from thb.listing import Heading
from thb.numbers import grouped


class CaseList(KeptList[CriminalCase]):
    """The cases within reach."""

    permission_required = "cases.view_criminalcase"
    queryset = CriminalCase.objects.current().annotate(**COUNTS)
    filterset_class = CaseFilters
    template_name = "cases/case_list.html"
    columns = CASES
    order = "-opened"
    list_name = "cases"
    place = "cases:list"
    record_page = "cases:overview"
    known_by = "number"
    offers_quick_view = True

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the cases with what the columns of this user show."""
        cases = super().get_queryset()
        if "destination" in self.shown:
            cases = cases.annotate(destinations=DESTINATIONS)
        if "lead" in self.shown:
            cases = cases.annotate(leads=LEADS)
        return cases

    @override
    def headings(self) -> Iterator[Heading]:
        """Yield the headings; that of the ticks first."""
        yield Heading(_("Compare"))
        yield from super().headings()

    @override
    def aside(self, record: CriminalCase) -> Iterator[Cell]:
        """Yield how many records of each section stand in the case, if any."""
        for section in sections_of(self.user):
            if section.on_overview and section.name not in self.offered:
                found = section.records(record, self.user).filter(voided_at=None)
                if number := found.count():
                    yield Cell(section.label, grouped(number))


class CasePage(RecordAccess, DetailView[CriminalCase]):
    """A page of one case: what its frame shows."""

    model = CriminalCase
    slug_field = slug_url_kwarg = "number"
    section: ClassVar[str] = ""
    tells_of_victims: ClassVar[bool] = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the case with the links to its sections; keep whom it tells of."""
        if self.tells_of_victims and self.user.has_perm("cases.view_casevictim"):
            found = victims(self.object, self.user).prefetch_related(None)
            codes = found.values_list("victim__code", flat=True).distinct()
            journal.record(self.request, Action.LISTED, codes.order_by("victim__code"))
        context = super().get_context_data(case=self.object, **kwargs)
        here = self.object
        return context | {
            "places": list(self.places()),
            "way": way(self.request, "cases", "cases:list", here, here.number),
        }

    def places(self) -> Iterator[dict[str, Any]]:
        """Yield the sections that the user may open, the present one marked."""
        number = self.object.number
        yield self.place("overview", _("Overview"))
        for section in sections_of(self.user):
            yield self.place(section.name, section.label)
        yield self.place("history", _("History")) | {
            "url": reverse("cases:history", args=[number])
        }

    def place(self, name: str, label: Any) -> dict[str, Any]:
        """Return one section for components/subnav.html."""
        url = reverse(f"cases:{name}", args=[self.object.number])
        return {"label": label, "url": url, "current": name == self.section}


class CaseOverview(CasePage):
    """All that counts in a case, on one page."""

    permission_required = "cases.view_criminalcase"
    template_name = "cases/case_overview.html"
    section = "overview"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what counts in each section, and what looks odd about it."""
        context = super().get_context_data(**kwargs)
        panels = [
            (section, found, "" if found else empty_words(section, self.object))
            for section in sections_of(self.user)
            if section.on_overview
            for found in [self.counted(section)]
        ]
        records = {section.name: found for section, found, _empty in panels}
        return context | {
            "panels": panels,
            "adding": self.adding(),
            "oddities": oddities(self.object, records),
            "facts": self.facts(),
            **self.contacts(),
        }

    def adding(self) -> set[str]:
        """Return the names of the sections in which the user may add a record."""
        if self.object.voided_at is not None:
            return set()
        return {one.name for one in SECTIONS if one.allows("add", self.user)}

    def contacts(self) -> dict[str, Any]:
        """Return whose contacts match those of the accused; of others, which cases."""
        if self.object.voided_at is not None:
            return {}
        if self.user.has_perm("cases.view_contact_matches"):
            own = CriminalCase.objects.filter(pk=self.object.pk)
            found = matches(own, self.user)
            codes = [code for match in found for code in codes_of(match)]
            journal.record(self.request, Action.LISTED, dict.fromkeys(codes))
            return {"matches": found}
        return {"sharing": sharing_with(self.object, self.user)}

    def facts(self) -> list[Fact]:
        """Return what is known of the case as a whole."""
        known = ("opened_on", "article", "stage", "investigation_completed_on")
        return facts(self.object, *known)

    def counted(self, section: Section) -> list[Any]:
        """Return the records of the section that are not void."""
        return list(section.records(self.object, self.user).filter(voided_at=None))


class CaseSection(CasePage):
    """One section of a case, its void records struck through."""

    template_name = "cases/case_section.html"

    @property
    def tells_of_victims(self) -> bool:  # type: ignore[override]
        """Return whether it is the section in which the victims stand."""
        return self.section == "victims"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the records of the section."""
        (shown,) = (section for section in SECTIONS if section.name == self.section)
        counts = self.object.voided_at is None
        records = list(shown.records(self.object, self.user))
        return super().get_context_data(**kwargs) | {
            "section": shown,
            "empty": "" if records else empty_words(shown, self.object),
            "records": records,
            "may_add": counts and shown.allows("add", self.user),
            "may_change": counts and shown.allows("change", self.user),
        }


class CaseHistory(CasePage):
    """Who changed what in a case, and when."""

    permission_required = "cases.view_criminalcase"
    template_name = "cases/case_history.html"
    section = "history"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the changes, the newest first."""
        return super().get_context_data(**kwargs) | {
            "changes": case_changes(self.object, self.user)
        }
