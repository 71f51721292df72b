"""Registers for the tests of the figures, imported once a module and rolled back."""

import json
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

DEMO = Path(__file__).parents[2] / "demo" / "register-2019"


@contextmanager
def imported(folder):
    """Give the folder's register for a while."""
    with transaction.atomic():
        call_command("import_register", folder, verbosity=0)
        yield folder
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demo_register(django_db_setup, django_db_blocker):
    """Import the demo register; the tests of the module share it."""
    with django_db_blocker.unblock(), imported(DEMO) as folder:
        yield folder


@pytest.fixture(scope="session")
def expected():
    """Return what the demo register must give, by year and figure."""
    return json.loads((DEMO / "expected.json").read_text())
