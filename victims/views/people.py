"""The list of people, and the search of it."""

from collections.abc import Iterator
from typing import Any, Final, override

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.choices import Action, Density
from accounts.lists.kept import KeptList
from accounts.lists.position import Position
from thb.columns import Cell, Column
from thb.listing import Order, Page, turn_sorted
from victims.by_name import MOST_SORTED, keys_by_name
from victims.columns import BY_NAME, PEOPLE, with_main_exploitation
from victims.due import (
    SEES_DEADLINES,
    deadlines,
    due_words,
    with_next_due,
    with_workers,
)
from victims.filters import PeopleFilter, options_for
from victims.forms import CodeSearchForm, SearchForm
from victims.models import Victim
from victims.search import MOST_FOUND, found
from victims.standing import with_last_contact, with_standing

FOUND: Final = "found"
NOT_USUAL_AT_WORK: Final = ("identified", "contact")  # what is due says more there
NEWEST_FIRST: Final = Order("pk", descending=True)


class VictimList(KeptList[Victim]):
    """The people within reach, newest first; which columns, the permissions say."""

    permission_required = "victims.view_victim"
    queryset = Victim.objects.current()
    filterset_class = PeopleFilter
    template_name = "victims/victim_list.html"
    order = "-entered"
    columns = PEOPLE
    list_name = "people"
    place = "victims:list"
    record_page = "assistance:overview"
    offers_quick_view = True

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the people with what the columns of this user show."""
        people = with_standing(super().get_queryset())
        if "contact" in self.shown:
            people = with_last_contact(people)
        if "worker" in self.shown:
            people = with_workers(people)
        if not {"form", "destination"}.isdisjoint(self.shown):
            people = with_main_exploitation(people)
        if self.user.has_perm("victims.view_given_name"):
            people = people.select_related("identity")
        return people

    @override
    def every_column(self) -> dict[str, Column]:
        """Return the columns; of the first contact some users see the month only."""
        columns = super().every_column()
        if self.user.sees_coarsened:
            contact = columns["first_contact"]
            month = contact._replace(text=lambda victim: victim.first_contact_month)
            columns["first_contact"] = month
        if self.user.has_perm(SEES_DEADLINES):
            columns["worker"] = columns["worker"]._replace(permission=SEES_DEADLINES)
            for name in NOT_USUAL_AT_WORK:
                columns[name] = columns[name]._replace(usual=False)
        return columns

    @override
    def prepare(self, records: list[Any]) -> None:
        """Give the people of a page what is due for each of them."""
        if "due" in self.shown:
            with_next_due(records, self.user)

    @override
    def aside(self, record: Any) -> Iterator[Cell]:
        """Yield what else is due for the person within a week, or was due before."""
        if self.user.has_perm(SEES_DEADLINES):
            raised = deadlines(self.user).filter(victim=record)
            for due in raised.raised_on(localdate()).order_by("due_on", "pk")[1:]:
                yield Cell(_("Due too"), due_words(due))

    @override
    def offers(self) -> list[QuerySet[Any, Any]]:
        """Return the shelters and workers that the filters offer this user."""
        return options_for(self.user)

    @override
    def filters(self, query: QueryDict, records: QuerySet[Any]) -> PeopleFilter:
        """Return the filters, with the shelters and workers to choose from."""
        options = self.own.options
        return PeopleFilter(query, records, request=self.request, options=options)

    @property
    def usual_density(self) -> str:
        """Return that rows stand wide apart for shelter staff, close for offices."""
        wide = self.user.has_perm("victims.view_given_name")
        return (Density.COMFORTABLE if wide else Density.COMPACT).value

    @override
    def asked_order(self) -> Order:
        """Return the order in the address; by name only to whoever sees names."""
        order = super().asked_order()
        hidden = order.column == BY_NAME and "name" not in self.offered
        return NEWEST_FIRST if hidden else order

    @override
    def sortable(self) -> Order:
        """Return the order asked for, where the database can sort by it."""
        order = self.asked_order()
        return NEWEST_FIRST if order.column == BY_NAME else order

    def keys_by_name(self, found: QuerySet[Any]) -> list[int] | None:
        """Return the keys found by given name, where that is the order asked for.

        None also where they are too many: these stand newest first.
        """
        order = self.asked_order()
        if order.column != BY_NAME:
            return None
        return keys_by_name(found, descending=order.descending)

    @override
    def turned(self, found: QuerySet[Any]) -> Page:
        """Return the page asked for, of people sorted by name in memory."""
        if (keys := self.keys_by_name(found)) is not None:
            return turn_sorted(found, keys, self.query, self.rows)
        by_name = self.asked_order().column == BY_NAME
        return super().turned(found)._replace(unsorted=by_name)

    @override
    def every(self) -> Iterator[Any]:
        """Yield the people of the list in its order."""
        found = self.found()
        if (keys := self.keys_by_name(found)) is None:
            return super().every()
        people = found.in_bulk(keys)
        return (people[key] for key in keys)

    @override
    def beside(self, found: QuerySet[Any], key: int, *, back: bool) -> str:
        """Return the code of the person before or after, also in order of names."""
        if (keys := self.keys_by_name(found)) is None:
            return super().beside(found, key, back=back)
        place = keys.index(key) + (-1 if back else 1)
        if not 0 <= place < len(keys):
            return ""
        return str(Victim.objects.values_list("code", flat=True).get(pk=keys[place]))

    @override
    def counted(self, found: QuerySet[Any], key: int) -> Position:
        """Return the person's position, also in order of names."""
        if (keys := self.keys_by_name(found)) is None:
            return super().counted(found, key)
        return Position(keys.index(key) + 1, len(keys))

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the search, and of how many people names are sorted."""
        context = super().get_context_data(**kwargs)
        return context | {"search": self.search_form(), "most_sorted": MOST_SORTED}

    def search_form(self, *posted: QueryDict) -> SearchForm:
        """Return the search, which promises no more than the user's role finds by."""
        named = self.user.has_perm("victims.view_identity")
        return (SearchForm if named else CodeSearchForm)(*posted)

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Search; what was typed stands neither in the address nor in the journal.

        Who was found is shown on a page of its own, so that Back leads to it again.
        """
        form = self.search_form(request.POST)
        if not form.is_valid():
            context = {"view": self, "search": form, "rows": []}
            return self.response_class(request, "victims/victim_search.html", context)
        people = found(self.get_queryset(), form.cleaned_data["text"], self.user)
        hits = people.order_by("-pk").values_list("code", flat=True)
        codes = list(hits[: MOST_FOUND + 1])
        journal.record(request, Action.SEARCHED, codes[:MOST_FOUND], fields=["text"])
        request.session[FOUND] = codes
        return redirect("victims:found")


class VictimFound(VictimList):
    """Who the last search found, as far as they are within reach now."""

    template_name = "victims/victim_search.html"
    place = "victims:found"
    http_method_names = ("get", "head", "options")

    @override
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show who was found; lead to the list where nothing was searched for."""
        if FOUND not in request.session:
            return redirect("victims:list")
        return super().get(request, *args, **kwargs)

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the people whose codes were found; of more than fifty the newest."""
        codes = self.request.session.get(FOUND, [])[:MOST_FOUND]
        return super().get_queryset().filter(code__in=codes)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether there are more, which only more of the name would find."""
        more = len(self.request.session[FOUND]) > MOST_FOUND
        return super().get_context_data(**kwargs) | {"more": more}
