"""The first page counts what waits for the user alone."""

import pytest

from accounts.choices import Role
from reports.home.waiting import waiting
from tests.factories import (
    AllowanceFactory,
    DraftFactory,
    OrganisationFactory,
    SendingFactory,
)
from tests.reports.home_page import numbers


def counts(user):
    return {str(found.text): (found.total, found.url) for found in waiting(user)}


@pytest.fixture
def worker(user_as):
    return user_as(Role.SHELTER_WORKER)


def test_nothing_is_counted_where_nothing_waits(worker):
    assert counts(worker) == {}


def test_a_draft_that_was_begun_is_counted(worker):
    DraftFactory(owner=worker).answer({"given_name": "Leyla"})

    assert counts(worker) == {"my drafts of new persons": (1, "/people/drafts/")}


def test_the_draft_of_another_is_not_counted(worker, user_as):
    DraftFactory(owner=user_as(Role.SHELTER_WORKER)).answer({"given_name": "Leyla"})

    assert counts(worker) == {}


def test_an_allowance_that_another_prepared_waits_for_approval(user_as):
    office = user_as(Role.ADMINISTRATOR)
    AllowanceFactory(prepared=True)

    assert counts(office) == {"allowances to approve": (1, "/approvals/")}


def test_what_was_sent_to_us_stands_first_among_the_referrals(client, user_as):
    agency = OrganisationFactory()
    client.force_login(user_as(Role.ASSISTANCE_WORKER, organisation=agency))
    SendingFactory(organisation=agency)

    found = numbers(client)["referrals sent to us, to be answered"]

    assert (found.total, found.url) == (1, "/referrals/")
