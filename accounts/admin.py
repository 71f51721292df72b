"""Accounts in the stock admin, to be read only: they are changed at /users/."""

from typing import Any, override

from django.contrib import admin
from django.http import HttpRequest

from accounts.models import User
from thb.admin import site


@admin.register(User, site=site)
class UserAdmin(admin.ModelAdmin[User]):
    """Who has an account, with which role."""

    list_display = ("username", "role", "organisation", "is_active")
    list_filter = ("role", "is_active")
    list_select_related = ("organisation",)
    search_fields = ("username",)
    show_full_result_count = False
    fields = (
        "username",
        "first_name",
        "last_name",
        "role",
        "organisation",
        "shelters",
        "language",
        "is_active",
        "last_login",
    )

    @override
    def lookup_allowed(
        self, lookup: str, value: Any, request: HttpRequest | None = None
    ) -> bool:
        """Return whether an address may filter by it: not, say, by a password."""
        return lookup.removesuffix("__exact") in self.list_filter

    @override
    def has_add_permission(self, request: HttpRequest) -> bool:
        """Return that no account is made here."""
        return False

    @override
    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return that no account is changed here."""
        return False

    @override
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Return that no account is deleted."""
        return False
