"""The app `victims`."""

from typing import Any, override

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _


class VictimsConfig(AppConfig):
    """Who: the victim's file, identity, decisions, exploitation."""

    name = "victims"
    verbose_name = _("Victims")

    @override
    def ready(self) -> None:
        """Let everybody's old drafts go when somebody signs in."""
        user_logged_in.connect(remove_old_drafts, dispatch_uid="remove_old_drafts")


def remove_old_drafts(**_kwargs: Any) -> None:
    """Remove the drafts whose time is over."""
    from victims.models import Draft  # noqa: PLC0415 - models are not loaded before

    Draft.objects.outdated().delete()
