"""The app that wires the others."""

from importlib import import_module
from typing import override

from django.apps import AppConfig


class ThbConfig(AppConfig):
    """Start-up, and the management commands of no single app."""

    name = "thb"
    verbose_name = "Dayaq"

    @override
    def ready(self) -> None:
        """Register the system checks."""
        import_module("thb.checks")
