"""The app `accounts`."""

from typing import override

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Who may: users, roles, reach, the journal of access."""

    name = "accounts"
    verbose_name = _("Accounts")

    @override
    def ready(self) -> None:
        """Register the check of pages, and listen to allauth's second factors."""
        from accounts import gate, second_factor  # noqa: F401, PLC0415 - needs models

        second_factor.follow()
