"""The demo register with 2019 frozen by two people, in databases that commit."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from accounts.models import User
from reports.releases import freezing
from reports.releases.counted import count
from reports.releases.explaining import explain
from tests import databases

YEAR = 2019
WORD = "Looked at; it is as recorded."


def explain_all(year, by):
    """Write a word on every warning of the year that has none."""
    with transaction.atomic():
        counted = count(year)
        words = {check.code: WORD for check in counted.unexplained}
        explain(counted.figures, words, counted.checks, by)


def frozen(year, reason=""):
    """Freeze the year by the two administrators of the demo."""
    first = User.objects.get(username="administrator")
    second = User.objects.get(username="second_administrator")
    explain_all(year, first)
    return freezing.freeze(freezing.prepare(year, first, reason), second)


@pytest.fixture(scope="session")
def frozen_template(demo_template, django_db_blocker):
    """Return the name of a copy of the demo in which 2019 is frozen."""
    with django_db_blocker.unblock():
        name = databases.copy_of(demo_template)
        with databases.used(name):
            frozen(YEAR)
    yield name
    with django_db_blocker.unblock():
        databases.drop(name)


@pytest.fixture
def frozen_db(frozen_template, django_db_blocker):
    """Give the test its own copy, in which it may commit."""
    with django_db_blocker.unblock(), databases.copied_database(frozen_template):
        yield


@pytest.fixture
def first():
    """Return who prepared 2019."""
    return User.objects.get(username="administrator")


@pytest.fixture
def second():
    """Return who froze 2019."""
    return User.objects.get(username="second_administrator")


@contextmanager
def as_owner_without_triggers():
    """Do what only the owner of the tables can: lift the triggers for a while."""
    tables = (
        "reports_release",
        "reports_releasedrecord",
        "reports_publishedtext",
    )
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
