"""When a session is lengthened: as its user works, but not written at every page."""

from collections.abc import Callable
from typing import Final

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

LENGTHENED_AT: Final = "lengthened_at"
SECONDS_BETWEEN: Final = 60


class LengthenSession:
    """Keeps a session for another 15 minutes, written once a minute at the most.

    A write at every page would be a commit of its own at every page, the longest wait
    of most. A session so ends after 14 to 15 idle minutes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response; the session is written where a minute has passed."""
        session, now = request.session, int(timezone.now().timestamp())
        lengthened = session.get(LENGTHENED_AT, 0)
        if SESSION_KEY in session and now - lengthened >= SECONDS_BETWEEN:
            session[LENGTHENED_AT] = now
        return self.get_response(request)
