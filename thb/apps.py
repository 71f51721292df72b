"""The app that wires the others."""

from django.apps import AppConfig


class ThbConfig(AppConfig):
    """Start-up, and the management commands of no single app."""

    name = "thb"
    verbose_name = "Dayaq"
