"""The app `reference`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferenceConfig(AppConfig):
    """What everything refers to: organisations, regions, legal acts."""

    name = "reference"
    verbose_name = _("Reference")
