"""Through which list a record was opened: kept in the session, not in addresses.

What is kept is the URL name of the list and its query, so that a page of a record leads
back to the same place, and on to the next record, also after something was changed.
"""

from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.urls import resolve, reverse

LISTS: Final = "lists"


class Remembered(NamedTuple):
    """The list that the user left last: its URL name, and what it was asked for."""

    place: str
    query: str


class Way(NamedTuple):
    """What leads from a record back to its list, and through the list."""

    back: str
    previous: str
    following: str
    position: str = ""


def remember(request: HttpRequest, name: str, place: str) -> None:
    """Keep which list of this name the user looks at; written where it is another."""
    keep(request, name, Remembered(place, request.GET.urlencode()))


def keep(request: HttpRequest, name: str, left: Remembered) -> None:
    """Keep where a list of this name is left; written where it is another place."""
    now = [*left]
    kept = request.session.get(LISTS, {})
    if kept.get(name) != now:
        request.session[LISTS] = kept | {name: now}


def recalled(request: HttpRequest, name: str) -> Remembered | None:
    """Return the list of this name that the user looked at last, if any."""
    kept = request.session.get(LISTS, {}).get(name)
    return Remembered(*kept) if kept else None


def way(request: HttpRequest, name: str, usual: str, record: Any, code: str) -> Way:
    """Return the way from a record: back to its list, and on, if there was a list."""
    if (left := recalled(request, name)) is None:
        return Way(reverse(usual), "", "")
    match = request.resolver_match
    step = reverse("lists:step", args=[name])
    asked = {"from": code, "page": match.view_name if match else ""}
    query = f"?{left.query}" if left.query else ""
    return Way(
        f"{reverse(left.place)}{query}#row-{record.pk}",
        f"{step}?{urlencode(asked | {'to': 'previous'})}",
        f"{step}?{urlencode(asked | {'to': 'next'})}",
        f"{reverse('lists:position', args=[name])}?{urlencode(asked)}",
    )


def list_at(request: HttpRequest, place: str, query: str | QueryDict = "") -> Any:
    """Return the page of a list as it would be opened at this query."""
    match = resolve(reverse(place))
    view: Any = match.func
    page = view.view_class(**view.view_initkwargs)
    page.setup(request)
    page.query = query if isinstance(query, QueryDict) else QueryDict(query)
    return page


def list_called(request: HttpRequest, name: str, query: str | QueryDict = "") -> Any:
    """Return the page of the list of this name; 404 for one that there is not."""
    if (place := PLACES.get(name)) is None:
        raise Http404(name)
    return list_at(request, place, query)


PLACES: Final = {
    "people": "victims:list",
    "cases": "cases:list",
    "calls": "prevention:calls",
    "activities": "prevention:activities",
    "grants": "prevention:grants",
    "baselines": "returns:baselines",
    "analytics": "analytics:cases",
}
"""The URL name of each list: of each `ListName`."""
