"""The app `accounts`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Who may: users, roles, reach, the journal of access."""

    name = "accounts"
    verbose_name = _("Accounts")
