"""A case in the hands of an investigator who is signed in."""

import pytest

from tests.factories import CaseAssignmentFactory


@pytest.fixture
def case(db):
    """Return a case in the hands of an investigator."""
    return CaseAssignmentFactory().case


@pytest.fixture
def investigator(client, case):
    """Return a client signed in as the investigator of the case."""
    client.force_login(case.assignments.get().user)
    return client
