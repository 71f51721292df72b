"""The analytics of cases: what the filters take, what is said, what is kept."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    CaseVictimFactory,
    CriminalCaseFactory,
    ExploitationFactory,
    OffenceFactory,
    VictimFactory,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

PAGE = reverse("analytics:cases")


@pytest.fixture
def analyst(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    return client


def identified(number=1, *, country="TUR", case=None, **facts):
    """Enter so many persons identified in 2019, in a case if one is given."""
    for _person in range(number):
        victim = VictimFactory(identified_on=date(2019, 3, 1), **facts)
        ExploitationFactory(victim=victim, country=country)
        if case is not None:
            CaseVictimFactory(victim=victim, case=case)


def test_a_filter_on_persons_takes_the_cases_with_such_a_victim(analyst):
    identified(case=(turkish := CriminalCaseFactory()), country="TUR")
    identified(case=CriminalCaseFactory(), country="QAT")
    OffenceFactory(case=turkish)

    page = analyst.get(PAGE, {"first": 2019, "last": 2019, "destination": "TUR"})

    assert [tile.number for tile in page.context["page"].tiles] == [1, 1, 0, 1]


def test_a_filter_on_cases_takes_their_victims(analyst):
    identified(2, case=CriminalCaseFactory(article="144-2"))
    identified(case=CriminalCaseFactory(article="144-1"))

    page = analyst.get(PAGE, {"first": 2019, "article": "144-2"})

    assert [tile.number for tile in page.context["page"].tiles] == [2, 1, 0, 0]


def test_where_nothing_is_left_the_page_names_the_filter(analyst):
    identified(3)

    page = analyst.get(PAGE, {"first": 2019, "destination": "QAT", "sex": "F"})

    assert [(r.text, r.number) for r in page.context["removals"]] == [
        ("Destination: Qatar", 3),
        ("Sex: female", 0),
    ]


def test_a_case_with_victims_of_two_countries_stands_under_several(analyst):
    case = CriminalCaseFactory()
    identified(case=case, country="TUR")
    identified(case=case, country="QAT")

    page = analyst.get(PAGE, {"first": 2019, "measure": "cases", "rows": "destination"})

    assert page.context["page"].table.crossed.of_rows == {"several": 1}


def test_the_list_keeps_what_it_was_and_whose_codes_it_showed(analyst):
    identified(code="V-2019-7001")

    analyst.get(
        reverse("analytics:records"),
        {"first": 2019, "last": 2019, "rows": "sex", "row": "F"},
    )

    entry = JournalEntry.objects.get(action=Action.LISTED)
    assert (entry.codes, entry.fields) == (["V-2019-7001"], ["persons", "2019", "sex"])


@pytest.mark.parametrize(
    "asked", [{"rows": "names", "row": "x"}, {"rows": "sex", "row": "F\x00"}]
)
def test_a_split_that_there_is_not_has_no_list(analyst, asked):
    assert analyst.get(reverse("analytics:records"), asked).status_code == 404


@pytest.mark.parametrize("asked", [{"first": "19"}, {"first": 2019, "last": 2018}])
def test_a_period_that_cannot_be_read_is_said(analyst, asked):
    page = analyst.get(PAGE, asked)

    assert (page.status_code, bool(page.context["form"].errors)) == (200, True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_at_any_size(analyst, rows):
    for number in range(rows):
        identified(case=CriminalCaseFactory(), country=("TUR", "QAT", "IRN")[number])

    statements = queries_of(analyst, f"{PAGE}?first=2019&last=2019&columns=sex")

    assert len(statements) == 9


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_at_any_size(analyst, rows):
    identified(rows)

    url = f"{reverse('analytics:records')}?first=2019&last=2019&rows=sex&row=F"

    assert len(queries_of(analyst, url)) == 6
