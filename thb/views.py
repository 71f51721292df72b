"""The first page: whatever stands first in the user's navigation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thb.navigation import places


def home(request: HttpRequest) -> HttpResponse:
    """Lead to the first page that the user may open, or say that there is none."""
    found = places(request)
    return redirect(found[0].url) if found else render(request, "home.html")
