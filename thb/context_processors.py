"""What every page's frame needs: see templates/base.html."""

from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from thb.days import MONTHS, WEEKDAYS
from thb.navigation import QUICK_SEARCH, inside, may_open, places

# A session is lengthened once a minute at the most, so it may end that much earlier.
IDLE_SECONDS: Final = settings.SESSION_COOKIE_AGE - 60


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the user's navigation, and the words that the script of days needs."""
    found = [entry for entry in QUICK_SEARCH if may_open(request, entry)]
    return {
        "navigation": places(request),
        "inside": inside(request),
        "quick_search": reverse(found[0].page) if found else "",
        "help_line": settings.HELP_LINE,
        "demo": settings.DEMO,
        "idle": IDLE_SECONDS,
        "idle_until": timezone.now() + timedelta(seconds=IDLE_SECONDS),
        "welcome": request.path == "/"
        and getattr(request.user, "welcomed_at", "") is None,
        "kept": request.path in request.session.get("kept", ()),
        "months": "|".join(map(str, MONTHS)),
        "weekdays": "|".join(map(str, WEEKDAYS)),
    }
