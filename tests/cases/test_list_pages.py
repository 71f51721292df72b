"""The list of criminal cases: reach, filters, sorting, pages, queries."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from accounts.choices import Role
from cases.models import CriminalCase
from tests.factories import (
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    CriminalGroupFactory,
    ExploitationFactory,
    OffenceFactory,
)
from tests.queries import queries_of
from thb.listing import PAGE_SIZE

ADDRESS = reverse("cases:list")


@pytest.fixture
def analyst(client, user_as):
    """Return a client signed in as a police analyst, who sees every case."""
    client.force_login(user_as(Role.POLICE_ANALYST))
    return client


def listed(client, **asked):
    response = client.get(ADDRESS, asked)
    return [case.number for case in response.context["page"].records]


def test_an_investigator_lists_only_the_cases_in_his_hands(client, user_as):
    mine = CaseAssignmentFactory()
    CriminalCaseFactory()
    ended = CaseAssignmentFactory(user=mine.user, until=date(2019, 3, 1))
    client.force_login(mine.user)

    found = listed(client)

    assert found == [mine.case.number]
    assert ended.case.number not in found


def test_a_void_case_is_not_listed(analyst):
    CriminalCaseFactory().void("entered twice")

    assert listed(analyst) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"number": "147"}, ["19-0147"]),
        ({"article": "144-2"}, ["18-0002"]),
        ({"article": "144-3"}, ["19-0147"]),
        ({"stage": "sent_to_court"}, ["18-0002"]),
        ({"year": "2019"}, ["19-0147"]),
        ({"court": "yes"}, ["19-0147"]),
        ({"court": "no"}, ["18-0002"]),
        ({"labour": "yes"}, ["18-0002"]),
        ({"labour": "no"}, ["19-0147"]),
        ({"group": "yes"}, ["18-0002"]),
        ({"group": "no"}, ["19-0147"]),
        ({"year": "2019", "court": "no"}, []),
    ],
)
def test_the_filters_stand_in_the_address(analyst, asked, found):
    old = CriminalCaseFactory(
        number="18-0002",
        opened_on=date(2018, 5, 1),
        article="144-2",
        stage="sent_to_court",
    )
    new = CriminalCaseFactory(number="19-0147")
    OffenceFactory(case=new, article="144-3")
    AccusedFactory(case=new, in_court=True)
    CriminalGroupFactory(case=old)

    assert listed(analyst, **asked) == found


def test_a_victim_of_forced_labour_makes_a_case_of_forced_labour(analyst):
    link = CaseVictimFactory()
    ExploitationFactory(victim=link.victim, type="forced_begging", main=True)

    assert listed(analyst, labour="yes") == [link.case.number]


def test_a_year_that_cannot_be_read_is_said_at_its_field(analyst):
    CriminalCaseFactory()

    form = analyst.get(ADDRESS, {"year": "last"}).context["form"]

    assert form.errors == {"year": ["Type the year as four digits, such as 2019."]}


@pytest.mark.parametrize(
    "asked", [{"year": "last"}, {"stage": "nowhere"}, {"court": "perhaps"}]
)
def test_a_filter_that_cannot_be_read_lists_nothing(analyst, asked):
    CriminalCaseFactory()

    assert listed(analyst, **asked) == []


def test_a_chip_takes_its_filter_away(analyst):
    chips = analyst.get(ADDRESS, {"court": "yes", "year": "2019"}).context["form"].chips

    assert [chip.text for chip in chips] == [
        "Opened in the year: 2019",
        "Sent to court: yes",
    ]


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("", ["C", "A", "B"]),
        ("opened", ["A", "C", "B"]),
        ("-opened", ["C", "A", "B"]),
        ("number", ["A", "B", "C"]),
        ("-number", ["C", "B", "A"]),
        ("offences", ["C", "A", "B"]),
        ("no-such-column", ["C", "A", "B"]),
    ],
)
def test_what_is_not_recorded_stands_last_in_either_order(analyst, sort, found):
    CriminalCaseFactory(number="A", opened_on=date(2018, 1, 1))
    CriminalCaseFactory(number="B", opened_on=None)
    CriminalCaseFactory(number="C", opened_on=date(2019, 1, 1))

    assert listed(analyst, sort=sort) == found


def all_pages(client, following, **asked):
    """Return the numbers of all pages, walked by their own links."""
    found = []
    while True:
        page = client.get(ADDRESS, asked).context["page"]
        found.append([case.number for case in page.records])
        if not (parts := getattr(page, following)):
            return found
        asked |= {name: key for name, key in parts.items() if key}


@pytest.mark.parametrize("sort", ["opened", "-opened", "number", "-number"])
def test_the_pages_hold_every_case_once_in_order(analyst, sort):
    for day in range(1, PAGE_SIZE + 8):
        opened = date(2019, 1, day % 9 + 1) if day % 4 else None
        CriminalCaseFactory(number=f"19-{day:04}", opened_on=opened)

    pages = all_pages(analyst, "following", sort=sort)

    together = [number for page in pages for number in page]
    assert [len(page) for page in pages] == [PAGE_SIZE, 7]
    assert sorted(together) == sorted(
        CriminalCase.objects.values_list("number", flat=True)
    )
    assert together == sorted(together, key=order_of(sort))


def order_of(sort):
    """Return a key that puts numbers in the order asked for, pk breaking ties."""
    down = sort.startswith("-")
    cases = CriminalCase.objects.in_bulk(field_name="number")

    def key(number):
        case = cases[number]
        if sort.endswith("number"):
            rank = int(number[-4:])
            return -rank if down else rank
        days = case.opened_on.toordinal() if case.opened_on else None
        sign = -1 if down else 1
        return (days is None, sign * (days or 0), sign * case.pk)

    return key


def test_the_way_back_leads_over_the_same_pages(analyst):
    for day in range(PAGE_SIZE * 2 + 3):
        CriminalCaseFactory(opened_on=date(2019, 1, day % 5 + 1))
    forth = all_pages(analyst, "following")
    last = CriminalCase.objects.get(number=forth[2][0])

    back = all_pages(analyst, "previous", before=last.pk)

    assert back == [forth[1], forth[0]]


def test_a_case_entered_while_paging_moves_nothing(analyst):
    for _ in range(PAGE_SIZE + 1):
        CriminalCaseFactory()
    first = analyst.get(ADDRESS).context["page"]
    CriminalCaseFactory(opened_on=date(2019, 12, 31))

    after = first.following["after"]
    second = analyst.get(ADDRESS, {"after": after}).context["page"].records

    shown = {case.number for case in first.records} | {case.number for case in second}
    assert len(second) == 1
    assert len(shown) == PAGE_SIZE + 1


@pytest.mark.parametrize("after", ["", "0", "abc", "9" * 30])
def test_a_place_that_is_not_in_the_list_leads_to_the_first_page(analyst, after):
    case = CriminalCaseFactory()

    page = analyst.get(ADDRESS, {"after": after}).context["page"]

    assert ([found.number for found in page.records], page.lost) == (
        [case.number],
        True,
    )


def test_the_list_tells_how_many_women_and_men_are_accused(analyst):
    case = CriminalCaseFactory()
    AccusedFactory(case=case, sex="F")
    AccusedFactory.create_batch(2, case=case, sex="M")
    AccusedFactory(case=case).void("a mistake")

    (found,) = analyst.get(ADDRESS).context["page"].records

    assert (found.accused_count, found.women_count, found.men_count) == (3, 1, 2)


@pytest.mark.parametrize(
    ("sexes", "said"),
    [
        ("FM", "2 (1 w / 1 m)"),
        (("F", "", "other"), "3 (1 w / 0 m) + 2 sex not recorded"),
    ],
)
def test_the_accused_whose_sex_is_not_recorded_are_told_apart(analyst, sexes, said):
    case = CriminalCaseFactory()
    for sex in sexes:
        AccusedFactory(case=case, sex=sex)

    html = analyst.get(ADDRESS).content.decode()

    assert said in " ".join(strip_tags(html).split())


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_five_queries_at_any_size(analyst, rows):
    for _ in range(rows):
        case = CriminalCaseFactory()
        AccusedFactory(case=case)
        CaseVictimFactory(case=case)
        OffenceFactory(case=case)

    queries = queries_of(analyst, ADDRESS)

    assert (
        len(queries) == 5
    )  # who is signed in (2), what he keeps, the cases, the journal
    assert not [sql for sql in queries if "COUNT(*)" in sql]


def test_the_headings_sort_by_links_and_turn_round(analyst):
    headings = analyst.get(ADDRESS, {"sort": "opened"}).context["headings"]

    (opened,) = [heading for heading in headings if heading.sorted]
    assert (opened.sorted, opened.sorting["sort"]) == ("ascending", "-opened")


def test_a_number_with_a_slash_and_blanks_leads_to_its_case(analyst):
    case = CriminalCaseFactory(number="12/2019 ~ A?#%")

    html = analyst.get(ADDRESS).content.decode()

    address = reverse("cases:overview", args=[case.number])
    assert address in html
    assert parse_qs(urlsplit(address).query) == {}
    assert analyst.get(address).context["case"] == case


@pytest.mark.parametrize(
    "number", ["add", "..", ".", "calls", "a/b", "~2F", "Ə-7", "ə"]
)
def test_any_imported_number_has_an_address_of_its_own(analyst, number):
    case = CriminalCaseFactory(number=number)

    response = analyst.get(reverse("cases:overview", args=[number]))

    assert response.context["case"] == case
