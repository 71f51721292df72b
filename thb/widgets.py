"""How the widgets of our forms are drawn: by Django's templates, ours before them."""

from pathlib import Path
from typing import Any

import django.forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property

DJANGOS = Path(django.forms.__file__).parent / "templates"


class WidgetTemplates(DjangoTemplates):
    """Django's own renderer, looking into `templates/` first.

    A list of 250 countries is drawn by one template there, not by one an option.
    """

    @cached_property
    def engine(self) -> Any:
        """Return the engine that knows both folders."""
        folders = [settings.BASE_DIR / "templates", DJANGOS]
        return self.backend(
            {"APP_DIRS": True, "DIRS": folders, "NAME": "widgets", "OPTIONS": {}}
        )


RENDERER = WidgetTemplates()
"""One for all forms: it keeps the templates it has read."""
