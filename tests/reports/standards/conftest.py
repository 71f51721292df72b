"""The demo register with an office that may do everything with the standards."""

import pytest

from accounts.choices import Role
from reports.editions import edition_of
from tests.reports.conftest import demo_register

__all__ = ["demo_register"]


@pytest.fixture
def edition(demo_register, db):
    """Return 2019 of the demo register as a draft."""
    return edition_of(2019)


@pytest.fixture
def office(client, user_as):
    """Return a client signed in as an administrator."""
    client.force_login(user_as(Role.ADMINISTRATOR, username="office"))
    return client


@pytest.fixture
def auditor(client, user_as):
    """Return a client signed in as an auditor."""
    client.force_login(user_as(Role.AUDITOR, username="auditor"))
    return client


def rows_of(shown):
    """Return the numbers of a table by their labels; null where one is hidden."""
    return {tuple(map(str, row.labels)): row.value for row in shown.rows}
