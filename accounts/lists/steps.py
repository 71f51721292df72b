"""From a record to the next or previous one of the list it was opened in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from accounts.lists.kept import NotInList
from accounts.lists.memory import Remembered, keep, list_at, recalled
from accounts.lists.pages import OfList

NOT_IN_LIST = _("The record is not in this list any more.")


class ListStep(OfList, View):
    """Lead from a record to the next or previous one of the list it was opened in."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lead on; at an end stay, and where the record is not listed now, go back.

        The neighbour is looked for now, not when the page was drawn: so it costs that
        page nothing, and no code is shown before it is opened.
        """
        left = recalled(request, kwargs["list"])
        if left is None:
            return redirect(self.list_url)
        page = list_at(request, left.place, left.query)
        code, back = request.GET.get("from", ""), request.GET.get("to") == "previous"
        try:
            beside = page.neighbour(code, back=back)
        except NotInList:
            messages.info(request, NOT_IN_LIST)
            return redirect(self.list_url)
        if not beside:
            end = (
                _("This is the first of the list.")
                if back
                else _("This is the last of the list.")
            )
            messages.info(request, end)
        else:
            self.follow(page, left, beside, back=back)
        return redirect(section(request.GET.get("page", ""), page, beside or code))

    def follow(self, page: Any, left: Remembered, code: str, *, back: bool) -> None:
        """Turn the page of the list that is left, where the step goes beyond it."""
        here = page.turned(page.found())
        if any(getattr(one, page.known_by) == code for one in here.records):
            return
        if parts := here.previous if back else here.following:
            query = QueryDict(left.query, mutable=True)
            for name, value in parts.items():
                query.pop(name, None)
                if value is not None:
                    query[name] = str(value)
            turned = left._replace(query=query.urlencode())
            keep(self.request, self.kwargs["list"], turned)


class ListPosition(OfList, View):
    """Say which record of its list a record is: in its page, or above it."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Say it; nothing is counted before somebody looks."""
        left = recalled(request, kwargs["list"])
        if left is None:
            return redirect(self.list_url)
        page = list_at(request, left.place, left.query)
        code = request.GET.get("from", "")
        try:
            words: Any = page.position(code).words
            there = section(request.GET.get("page", ""), page, code)
        except NotInList:
            words, there = NOT_IN_LIST, self.list_url
        if "HX-Request" in request.headers:
            return render(request, "lists/position.html", {"words": words})
        messages.info(request, words)
        return redirect(there)


def section(name: str, page: Any, code: str) -> str:
    """Return the same page of another record; its first page where there is none."""
    usual = reverse(page.record_page, args=[code])
    try:
        address = reverse(name, args=[code])
        same = set(resolve(address).kwargs) == set(resolve(usual).kwargs)
    except NoReverseMatch:
        return usual
    return address if same else usual
