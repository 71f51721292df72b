"""What stands between signing in and the pages: nothing is open by oversight.

A page names its permission; one that does not is found by a system check and refused
when it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.access import PageAccess
from accounts.leaving import OPEN_WHILE_LOCKED, is_locked
from accounts.models import User
from accounts.second_factor import OPEN, due_first

type View = Callable[..., HttpResponseBase]

FOR_EVERYBODY = "open:"
"""The public pages: they read no session, so that who asks makes no difference."""


class GateMiddleware:
    """Lets a signed-in user through to a page that names its permission."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response unchanged: the work is done before the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, _args: Any, _kwargs: Any
    ) -> HttpResponseRedirect | None:
        """Refuse a page without a permission; lead to what has to be done first."""
        match = request.resolver_match
        page = match.view_name if match else ""
        if page.startswith(FOR_EVERYBODY) or not isinstance(request.user, User):
            return None
        if is_locked(request) and page not in OPEN_WHILE_LOCKED:
            return redirect("lock")
        if first := due_first(request, request.user, page):
            return redirect(first)
        if not is_guarded(page, view):
            raise PermissionDenied
        return None


def is_guarded(page: str, view: View) -> bool:
    """Tell whether the page names its permission, or is open to all on purpose.

    The pages of the admin site guard themselves: see thb.admin.
    """
    if page in OPEN or page.startswith(("admin:", FOR_EVERYBODY)):
        return True
    cls = getattr(view, "view_class", None)
    if not (isinstance(cls, type) and issubclass(cls, PageAccess)):
        return False
    own = getattr(view, "view_initkwargs", {})  # named where the address is
    return own.get("permission_required", cls.permission_required) is not None


def pages(
    patterns: Iterable[URLPattern | URLResolver], space: str = "", route: str = ""
) -> Iterator[tuple[str, str, View]]:
    """Yield name, address and view of every page below the patterns."""
    for pattern in patterns:
        address = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from pages(pattern.url_patterns, inner, address)
        else:
            yield f"{space}{pattern.name or address}", address, pattern.callback


@register
def every_page_names_its_permission(**_kwargs: Any) -> list[CheckMessage]:
    """Return an error for every page that would be open by oversight."""
    return [
        Error(
            f"The page {name} ({address}) names no permission.",
            hint="Derive its view from accounts.access.PageAccess.",
            id="accounts.E001",
        )
        for name, address, view in pages(get_resolver().url_patterns)
        if not is_guarded(name, view)
    ]
