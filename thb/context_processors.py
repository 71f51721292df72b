"""What every page's frame needs: see templates/base.html."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from thb.days import MONTHS, WEEKDAYS
from thb.navigation import QUICK_SEARCH, may_open, places


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the user's navigation, and the words that the script of days needs."""
    found = [entry for entry in QUICK_SEARCH if may_open(request, entry)]
    return {
        "navigation": places(request),
        "quick_search": reverse(found[0].page) if found else "",
        "help_line": settings.HELP_LINE,
        "demo": settings.DEMO,
        "months": "|".join(map(str, MONTHS)),
        "weekdays": "|".join(map(str, WEEKDAYS)),
    }
