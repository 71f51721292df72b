"""Every view runs in one transaction; deadlocks are retried, refusals are kept."""

import random
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from django.contrib.messages.middleware import MessageMiddleware
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from accounts import journal

TRIES: Final = 3
LONGEST_PAUSE_SECONDS: Final = 0.1
WORTH_ANOTHER_TRY: Final = frozenset({"40P01", "40001"})  # deadlock, serialisation
REFUSALS: Final = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})

type View = Callable[..., HttpResponseBase]


class TransactionMiddleware:
    """Runs the view and renders its page in one transaction; stands last.

    A refusal is kept after the rollback, in a transaction of its own. The pages of
    sign-in run without one: a failed attempt counts at once and locks nobody else out,
    and allauth speaks by exceptions that only Django's own call of the view can catch.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.messages = MessageMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response unchanged: the work is done around the view."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: View,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Return the view's response, rendered while its transaction is open."""
        if is_allauth(view):
            return None
        try:
            response = _tried_again(
                lambda: _in_transaction(request, view, args, kwargs),
                lambda: self.start_anew(request),
            )
        except (PermissionDenied, Http404):
            keep_refusal(request)
            raise
        if response.status_code in REFUSALS:
            keep_refusal(request)
        return response

    def start_anew(self, request: HttpRequest) -> None:
        """Take back what the failed try said, and rewind what it read."""
        self.messages.process_request(request)
        for _name, uploads in request.FILES.lists():
            for upload in uploads:
                upload.seek(0)


def is_allauth(view: View) -> bool:
    """Tell whether the view is one of allauth's."""
    return str(getattr(view, "view_class", view).__module__).startswith("allauth.")


def keep_refusal(request: HttpRequest) -> None:
    """Keep in the journal that a signed-in user was refused."""
    if request.user.is_authenticated:
        journal.record_refusal(request)


def _in_transaction(
    request: HttpRequest,
    view: View,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> HttpResponseBase:
    with transaction.atomic():
        response = view(request, *args, **kwargs)
        render = getattr(response, "render", None)
        return render() if callable(render) else response


def _tried_again[R](work: Callable[[], R], start_anew: Callable[[], object]) -> R:
    """Return what the work returns; after a deadlock it starts anew."""
    for tries_left in reversed(range(TRIES)):
        try:
            return work()
        except OperationalError as error:
            state = getattr(error.__cause__, "sqlstate", None)
            if state not in WORTH_ANOTHER_TRY or not tries_left:
                raise
            start_anew()
            time.sleep(random.uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311 - a pause
    raise AssertionError("unreachable")
