"""The app `prevention`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PreventionConfig(AppConfig):
    """What is done for the public, and what other agencies return."""

    name = "prevention"
    verbose_name = _("Prevention")
