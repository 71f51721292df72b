"""The app `exchange`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """The register in and out."""

    name = "exchange"
    verbose_name = _("Exchange")
