"""The app `assistance`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssistanceConfig(AppConfig):
    """What is done for victims: stays, services, referrals, allowances."""

    name = "assistance"
    verbose_name = _("Assistance")
