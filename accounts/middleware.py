"""Every view runs in one transaction; deadlocks are retried, refusals are kept."""

import random
import time
from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from accounts import journal

TRIES: Final = 3
LONGEST_PAUSE_SECONDS: Final = 0.1
WORTH_ANOTHER_TRY: Final = frozenset({"40P01", "40001"})  # deadlock, serialisation


class TransactionMiddleware:
    """Runs the view and renders its page in one transaction; stands last."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response unchanged: the work is done around the view."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponseBase:
        """Return the view's response, rendered while its transaction is open."""
        try:
            return _tried_again(lambda: _in_transaction(request, view, args, kwargs))
        except (PermissionDenied, Http404):
            if request.user.is_authenticated:
                journal.record_refusal(request)
            raise


def _in_transaction(
    request: HttpRequest,
    view: Callable[..., HttpResponseBase],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> HttpResponseBase:
    with transaction.atomic():
        for upload in request.FILES.values() if request.method == "POST" else ():
            upload.seek(0)
        response = view(request, *args, **kwargs)
        render = getattr(response, "render", None)
        return render() if callable(render) else response


def _tried_again[R](work: Callable[[], R]) -> R:
    for tries_left in reversed(range(TRIES)):
        try:
            return work()
        except OperationalError as error:
            state = getattr(error.__cause__, "sqlstate", None)
            if state not in WORTH_ANOTHER_TRY or not tries_left:
                raise
            time.sleep(random.uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311 - a pause
    raise AssertionError("unreachable")
