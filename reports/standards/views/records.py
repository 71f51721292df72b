"""Mappings, populations and figures of others: entered, changed, voided, told of."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, override

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from accounts.access import PageAccess, RecordAccess
from accounts.approving import AskedBy
from accounts.editing import RecordChange, RecordCreate, RecordVoid
from reference.records import CURRENT
from reports.models import Mapping as Recorded
from reports.models import OthersFigure, Population
from reports.standards.choices import MappedList, Standard
from reports.standards.forms import (
    MappingChangeForm,
    MappingForm,
    OthersFigureForm,
    PopulationForm,
)
from reports.standards.lists import LISTS, USED_BY, label_of
from reports.standards.reconciling import title_of
from thb.facts import Fact, facts
from thb.history import changes

MOST_CHANGES: Final = 200


class Cell(NamedTuple):
    """A value of ours under a standard: its mapping, or whether it needs one."""

    standard: Standard
    mapping: Recorded | None
    needed: bool


class ValueRow(NamedTuple):
    """A value of ours with its words in every standard."""

    code: str
    label: str
    cells: list[Cell]


class Mappings(RecordAccess, ListView[Recorded]):
    """Every value of every list, with what it is called in each standard."""

    permission_required = "reports.view_mapping"
    template_name = "standards/mappings.html"
    queryset = Recorded.objects.current()
    journals_list = False  # nothing here is about a person

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the lists as tables of values by standards."""
        known = {(one.list, one.code, one.standard): one for one in self.object_list}
        lists = [(name, list(self.rows(name, known))) for name in MappedList]
        return super().get_context_data(lists=lists, standards=Standard, **kwargs)

    def rows(
        self, name: MappedList, known: Mapping[tuple[str, str, str], Recorded]
    ) -> Iterator[ValueRow]:
        """Yield the values of a list."""
        for code in LISTS[name].codes:
            cells = [
                Cell(one, known.get((name, code, one)), name in USED_BY[one])
                for one in Standard
            ]
            yield ValueRow(code, label_of(name, code), cells)


class Kept:
    """Records of one kind that are not void; their pages lead back to the list."""

    place = ""
    slug_field = slug_url_kwarg = "pk"
    request: Any
    object: Any

    def get_queryset(self) -> QuerySet[Any]:
        """Return the records that count."""
        records: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return records.filter(CURRENT)

    def get_success_url(self) -> str:
        """Return the list."""
        return reverse(self.place)


class OfMapping(Kept):
    """Pages of one mapping."""

    model: Any = Recorded
    place = "standards:mappings"

    @property
    def facts(self) -> list[Fact]:
        """Return which value of ours is meant, and its words."""
        one = getattr(self, "object", None)
        if one is None:
            return []
        shown = facts(one, "standard", "list", "their_code", "their_label")
        ours = Fact(str(_("Our value")), label_of(one.list, one.code))
        return [*shown[:2], ours, *shown[2:]]


class MappingAdd(OfMapping, RecordCreate[Recorded, MappingForm]):
    """Say what a value of ours is called in a standard."""

    permission_required = "reports.add_mapping"
    form_class = MappingForm
    heading = _("Map a value")
    lead = _("Their code and their words, or that the value is not reported.")

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return the value that the page was opened for."""
        asked = self.request.GET
        return {name: asked.get(name, "") for name in ("standard", "list", "code")}


class MappingChange(OfMapping, RecordChange[Recorded, MappingChangeForm]):
    """Change their words for a value."""

    permission_required = "reports.change_mapping"
    template_name = "standards/mapping_change.html"
    form_class = MappingChangeForm
    heading = _("Change the mapping")


class MappingVoid(OfMapping, RecordVoid[Recorded]):
    """Take a mapping out; the value is not mapped then."""

    permission_required = "reports.change_mapping"
    heading = _("Void the mapping")


class Populations(RecordAccess, ListView[Population]):
    """The people that rates are told of."""

    permission_required = "reports.view_population"
    template_name = "standards/populations.html"
    queryset = Population.objects.current()
    journals_list = False  # nobody stands alone in a population


class OfPopulation(Kept):
    """Pages of one population."""

    model: Any = Population
    place = "standards:populations"


class PopulationAdd(OfPopulation, RecordCreate[Population, PopulationForm]):
    """Enter the people of a year, a sex and an age group."""

    permission_required = "reports.add_population"
    form_class = PopulationForm
    heading = _("Enter a population")

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return the year that the page was opened for."""
        return {"year": self.request.GET.get("year", "")}


class PopulationChange(OfPopulation, RecordChange[Population, PopulationForm]):
    """Change a population."""

    permission_required = "reports.change_population"
    form_class = PopulationForm
    heading = _("Change the population")


class PopulationVoid(OfPopulation, RecordVoid[Population]):
    """Take a population out."""

    permission_required = "reports.change_population"
    heading = _("Void the population")
    shown = ("year", "sex", "age_group", "value", "source")


class OfOthers(Kept):
    """Pages of one figure of others; they lead back to its year."""

    model: Any = OthersFigure

    @override
    def get_success_url(self) -> str:
        """Return the page of the year."""
        one = getattr(self, "object", None)
        asked = self.request.GET.get("year", "")
        year = one.year if one else int(asked) if asked.isdecimal() else 0
        year = year if len(str(year)) == len("2019") else localdate().year
        return reverse("standards:others", args=[year])


class OthersAdd(OfOthers, AskedBy, RecordCreate[OthersFigure, OthersFigureForm]):
    """Enter a number that others publish."""

    permission_required = "reports.add_othersfigure"
    form_class = OthersFigureForm
    heading = _("Enter a figure of others")

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return the year that the page was opened for."""
        return {"year": self.request.GET.get("year", "")}


class OthersChange(OfOthers, AskedBy, RecordChange[OthersFigure, OthersFigureForm]):
    """Change a number of others, or explain why it is not ours."""

    permission_required = "reports.change_othersfigure"
    form_class = OthersFigureForm
    heading = _("Change or explain")


class OthersVoid(OfOthers, RecordVoid[OthersFigure]):
    """Take a number of others out."""

    permission_required = "reports.change_othersfigure"
    heading = _("Void the figure of others")

    @property
    def facts(self) -> list[Fact]:
        """Return what is voided."""
        shown = facts(self.object, "publisher", "edition", "year", "value", "address")
        return [Fact(str(_("Our figure")), title_of(self.object)), *shown]


KINDS: Final[Mapping[str, tuple[Any, str]]] = {
    "mapping": (Recorded, "standards:mappings"),
    "population": (Population, "standards:populations"),
    "othersfigure": (OthersFigure, "standards:latest"),
}


class History(PageAccess, TemplateView):
    """What was changed in mappings, populations or figures of others, and by whom."""

    permission_required = "reports.view_mapping"
    template_name = "standards/history.html"

    @override
    def has_permission(self) -> bool:
        """Tell whether the role sees records of this kind, too."""
        model, _place = self.kind
        sees = self.user.has_perm(f"reports.view_{model._meta.model_name}")
        return super().has_permission() and sees

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the changes, the newest first."""
        model, place = self.kind
        events = model.pgh_event_model.objects.all()
        return super().get_context_data(**kwargs) | {
            "name": model._meta.verbose_name_plural,
            "back_url": reverse(place),
            "changes": changes(events, limit=MOST_CHANGES),
        }

    @property
    def kind(self) -> tuple[Any, str]:
        """Return the kind in the address; another is not found."""
        found = KINDS.get(self.kwargs["what"])
        if found is None:
            raise Http404
        return found
