"""A post that comes after its session ended: kept for who typed it, never carried out.

A laptop that slept, a phone in a pocket: the page still looks open. A signed cookie
says whose page it was. It opens nothing; what is kept is sealed for that user.
"""

from collections.abc import Callable
from typing import Any, Final, override

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from accounts import leaving
from accounts.models import User
from accounts.models.kept import KEPT_FOR

WHOSE: Final = "whose"
SALT: Final = "whose page it was"


class SignInFirst(LoginRequiredMiddleware):
    """Leads whoever is not signed in to the page for it; nothing typed is lost."""

    @override
    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """Keep what was posted, then lead to the sign-in."""
        if request.method == "POST" and (user := whose(request)):
            keep_posted(request, user)
        return super().handle_no_permission(request, view_func)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Remember in the browser whose page this is, by a number that says nothing."""
        user: Any = getattr(request, "user", None)
        if isinstance(user, User) and number(request) != str(user.pk):
            response.set_signed_cookie(
                WHOSE,
                str(user.pk),
                salt=SALT,
                max_age=KEPT_FOR,
                httponly=True,
                samesite="Strict",
                secure=request.is_secure(),
            )
        return response


def number(request: HttpRequest) -> str:
    """Return the key of the user whose page it was; nothing where nobody knows."""
    found = request.get_signed_cookie(WHOSE, "", salt=SALT, max_age=KEPT_FOR)
    return found or ""


def whose(request: HttpRequest) -> User | None:
    """Return the user whose page it was, while the account is in use."""
    key = number(request)
    return User.objects.filter(pk=key, is_active=True).first() if key else None


def keep_posted(request: HttpRequest, user: User) -> None:
    """Keep the form that was posted, or what stood on a page that was hidden."""
    left = leaving.left_by(user)
    if request.path == reverse("lock"):
        left["page"] = page = leaving.own_page(request.POST.get("next", ""))
        typed = leaving.typed_form(request.POST.get("typed", ""))
    else:
        page, typed = request.path, leaving.posted_form(request.POST)
    if typed:
        left["forms"][page.partition("?")[0]] = typed
    leaving.keep(user, left)
