"""From a record to the next or previous one of the list it was opened in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from accounts.lists.kept import NotInList
from accounts.lists.memory import list_at, recalled
from accounts.lists.pages import OfList


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
            messages.info(request, _("The record is not in this list any more."))
            return redirect(self.list_url)
        if not beside:
            end = (
                _("This is the first of the list.")
                if back
                else _("This is the last of the list.")
            )
            messages.info(request, end)
        return redirect(section(request.GET.get("page", ""), page, beside or code))


def section(name: str, page: Any, code: str) -> str:
    """Return the same page of another record; its first page where there is none."""
    usual = reverse(page.record_page, args=[code])
    try:
        address = reverse(name, args=[code])
        same = set(resolve(address).kwargs) == set(resolve(usual).kwargs)
    except NoReverseMatch:
        return usual
    return address if same else usual
