"""When a session is lengthened: as its user works, but not written at every page."""

from collections.abc import Callable
from typing import Final

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

LENGTHENED_AT: Final = "lengthened_at"
SECONDS_BETWEEN: Final = 60
UNATTENDED: Final = "X-Unattended"


def is_unattended(request: HttpRequest) -> bool:
    """Return whether the page asks by itself, with nobody there to ask for it."""
    return UNATTENDED in request.headers


class LengthenSession:
    """Keeps a session for another 15 minutes, written once a minute at the most.

    A write at every page would be a commit of its own at every page, the longest wait
    of most. A session so ends after 14 to 15 idle minutes; a page that looks again by
    itself keeps nobody signed in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response; the session is written where a minute has passed."""
        session, now = request.session, int(timezone.now().timestamp())
        due = now - session.get(LENGTHENED_AT, 0) >= SECONDS_BETWEEN
        if due and SESSION_KEY in session and not is_unattended(request):
            session[LENGTHENED_AT] = now
        return self.get_response(request)
