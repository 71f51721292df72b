"""The list of people, and the search of it."""

from typing import Any, ClassVar, Final, override

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.access import RecordAccess
from accounts.choices import Action
from thb.listing import RecordList
from victims.file import given_name
from victims.filters import PeopleFilter
from victims.forms import CodeSearchForm, SearchForm
from victims.models import Victim
from victims.search import MOST_FOUND, found
from victims.standing import (
    STATUS_KIND,
    age_words,
    status_words,
    with_last_contact,
    with_standing,
)

FOUND: Final = "found"


class VictimList(RecordAccess, RecordList[Victim]):
    """The people within reach, newest first; which columns, the permissions say."""

    permission_required = "victims.view_victim"
    queryset = Victim.objects.current()
    filterset_class = PeopleFilter
    template_name = "victims/victim_list.html"
    order = "-entered"
    columns: ClassVar[Any] = {
        "code": (_("Code"), "code"),
        "entered": (_("Entered"), "pk"),
    }

    @override
    def get_queryset(self) -> QuerySet[Any]:
        """Return the people with what the columns of this user show."""
        people = with_standing(super().get_queryset())
        if self.user.has_perm("assistance.view_service"):
            people = with_last_contact(people)
        if self.user.has_perm("victims.view_given_name"):
            people = people.select_related("identity")
        return people

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the rows, as the user may see them."""
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": [self.row(victim) for victim in context["object_list"]],
            "search": self.search_form(),
        }

    def row(self, victim: Any) -> dict[str, Any]:
        """Return what the list shows of one person."""
        named = self.user.has_perm("victims.view_given_name")
        identity = getattr(victim, "identity", None) if named else None
        born = identity.birth_date if identity else None
        return {
            "victim": victim,
            "name": given_name(identity) if named else "",
            "age": age_words(victim, born, localdate()),
            "kind": STATUS_KIND.get(victim.status_now, ""),
            "status": status_words(victim.status_now),
        }

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
        codes = self.request.session[FOUND][:MOST_FOUND]
        return super().get_queryset().filter(code__in=codes)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether there are more, which only more of the name would find."""
        more = len(self.request.session[FOUND]) > MOST_FOUND
        return super().get_context_data(**kwargs) | {"more": more}
