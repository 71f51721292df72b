"""Editions of the demo register, counted once a module."""

import pytest
from django.utils.translation import override

from reports.editions import draft_of
from tests.reports.conftest import demo_register  # noqa: F401

LANGUAGES = ("az", "ru", "en")


@pytest.fixture(scope="module")
def editions(demo_register, django_db_blocker):  # noqa: F811
    """Return the draft of 2019 by language."""
    made = {}
    with django_db_blocker.unblock():
        for language in LANGUAGES:
            with override(language):
                made[language] = draft_of(2019)
    return made
