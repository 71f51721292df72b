"""The stock admin, for reference data only; nothing personal is ever registered."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, override

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _

LEFT_OUT: Final = frozenset({"login", "logout", "password_change", "view_on_site"})
"""Pages of the stock site that have no address here: allauth does the signing in."""


class ReferenceSite(AdminSite):
    """The admin for whoever may change reference data, and refused to others.

    Whether a user is `staff` or a superuser does not matter.
    """

    site_title = site_header = index_title = _("Reference data")
    site_url = "/"
    enable_nav_sidebar = False
    final_catch_all_view = False

    @override
    def has_permission(self, request: HttpRequest) -> bool:
        """Return whether the user's role changes reference data."""
        return request.user.has_perm("reference.change_organisation")

    @override
    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """Return the view behind the role's permission; without it, 403."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return guarded

    @override
    def get_urls(self) -> list[URLResolver | URLPattern]:
        """Return the addresses without those of the stock sign-in."""
        kept = [url for url in super().get_urls() if short_name(url) not in LEFT_OUT]
        for url in kept:
            if isinstance(url, URLPattern):
                url.callback.login_url = settings.LOGIN_URL  # type: ignore[attr-defined]
        return kept


def short_name(url: URLResolver | URLPattern) -> str:
    """Return an address's name; a page that says "done" has that of its page."""
    return str(getattr(url, "name", "")).removesuffix("_done")


site: Final = ReferenceSite(name="admin")
