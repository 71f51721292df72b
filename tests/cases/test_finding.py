"""The search of the top bar, as whoever works on cases uses it."""

import pytest
from django.urls import reverse

from accounts.choices import Role
from tests.factories import CaseAssignmentFactory, CriminalCaseFactory, VictimFactory

pytestmark = pytest.mark.django_db

FIND = "/cases/find/"


@pytest.fixture
def search(client, user_as):
    """Return a search of the top bar by an analyst, who reaches every case."""
    client.force_login(user_as(Role.POLICE_ANALYST))

    def typed(text):
        return client.post(FIND, {"text": text}, follow=True)

    return typed


def last_address(response):
    return response.redirect_chain[-1][0]


@pytest.mark.parametrize("typed", ["C-2019-0015", " c-2019-0015 ", "С-2019-0015", "15"])
def test_the_number_of_a_case_opens_it(search, typed):
    case = CriminalCaseFactory(number="C-2019-0015")

    response = search(typed)

    assert last_address(response) == reverse("cases:overview", args=[case.number])


def test_a_number_is_not_taken_for_a_longer_one(search):
    CriminalCaseFactory(number="19-1")
    CriminalCaseFactory(number="19-12")

    assert last_address(search("19-1")) == "/cases/19-1/"


def test_a_part_of_several_numbers_lists_these_cases(search):
    CriminalCaseFactory(number="C-2019-0015")
    CriminalCaseFactory(number="C-2019-0016")

    response = search("2019-001")

    assert last_address(response) == "/cases/?number=2019-001"


def test_what_is_no_case_number_is_searched_among_people(search):
    person = VictimFactory(code="KM-4821-7")

    response = search("KM-4821-7")

    assert last_address(response) == "/people/found/"
    assert [row.code for row in response.context["rows"]] == [person.code]


def test_a_name_gets_into_no_address(search):
    CriminalCaseFactory(number="Leyla-1")

    addresses = [address for address, _status in search("Leyla").redirect_chain]

    assert addresses == ["/people/", "/people/found/"]


def test_a_case_of_somebody_else_is_not_found(client):
    mine = CaseAssignmentFactory()
    other = CriminalCaseFactory(number="C-2019-0099")
    client.force_login(mine.user)

    response = client.post(FIND, {"text": other.number})

    assert (response.status_code, response.url) == (307, "/people/")


def test_nothing_typed_asks_for_a_code_or_a_number(search):
    response = search("")

    assert list(response.context["form"].errors) == ["text"]


def test_the_top_bar_of_an_analyst_leads_here(search, client):
    assert f'action="{FIND}"' in client.get("/cases/").content.decode()
