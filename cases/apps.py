"""The app `cases`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """What is done against traffickers: cases, accused, verdicts."""

    name = "cases"
    verbose_name = _("Criminal cases")
