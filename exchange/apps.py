"""The app `exchange`."""

from typing import override

from django.apps import AppConfig
from django.core.signals import request_finished
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """The register in and out."""

    name = "exchange"
    verbose_name = _("Exchange")

    @override
    def ready(self) -> None:
        """Let uploads that nobody confirmed go with the pages that are served."""
        from exchange import uploads  # noqa: PLC0415 - needs settings

        request_finished.connect(uploads.sweep_now_and_then)
