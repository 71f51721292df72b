"""The app `victims`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VictimsConfig(AppConfig):
    """Who: the victim's file, identity, decisions, exploitation."""

    name = "victims"
    verbose_name = _("Victims")
