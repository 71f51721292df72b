"""The app `reports`."""

from importlib import import_module
from typing import override

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """The annual figures."""

    name = "reports"
    verbose_name = _("Reports")

    @override
    def ready(self) -> None:
        """Register the system checks."""
        import_module("reports.personal")
