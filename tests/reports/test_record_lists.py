"""The lists behind the figures: what their addresses take, what the journal keeps."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import StatusDecisionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client, user_as):
    """Return an analyst's client; one woman was identified in 2019."""
    StatusDecisionFactory(decided_on=date(2019, 3, 1), victim__sex="F")
    client.force_login(user_as(Role.POLICE_ANALYST))
    return client


def cell(year, name):
    return reverse("reports:cell", args=[year, "victims.identified", "sex", name])


@pytest.mark.parametrize(("year", "rows"), [(2019, 1), (2020, 0)])
def test_a_cell_of_the_year_or_the_one_before_has_its_list(analyst, year, rows):
    response = analyst.get(cell(year, "F"))

    assert (response.status_code, response.context["total"]) == (200, rows)


@pytest.mark.parametrize("name", ["M", "Leyla", "F\x00", "x" * 100])
def test_a_cell_that_is_in_neither_year_is_not_found(analyst, name):
    assert analyst.get(cell(2019, name)).status_code == 404


@pytest.mark.parametrize("year", ["1000", "1900"])
def test_a_year_before_1901_is_not_found(analyst, year):
    assert analyst.get(f"/figures/{year}/").status_code == 404


def test_the_journal_tells_of_which_year_the_list_was(analyst):
    analyst.get(cell(2019, "F"))

    entry = JournalEntry.objects.get(action=Action.LISTED)
    assert entry.fields == ["2019", "victims.identified", "sex", "F"]
