"""Cases side by side: what they share, what differs, and who may lay which."""

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    AccusedContactFactory,
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    CriminalGroupFactory,
    ExploitationFactory,
    OffenceFactory,
    VerdictFactory,
)
from tests.queries import queries_of

ADDRESS = reverse("cases:compare")


@pytest.fixture
def analyst(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    return client


def address(*cases):
    return f"{ADDRESS}?{'&'.join(f'case={case.number}' for case in cases)}"


def two_cases():
    """Return two cases with one victim, of whom one has an accused of its own more."""
    one, other = CriminalCaseFactory.create_batch(2)
    victim = CaseVictimFactory(case=one).victim
    ExploitationFactory(victim=victim, country="TUR", means=["threats"])
    CaseVictimFactory(case=other, victim=victim)
    AccusedFactory(case=one)
    return one, other, victim


def shared(page):
    return [(str(item.kind), item.name, item.in_all) for item in page.context["common"]]


def compared(page):
    return {
        str(row.label): ([cell.text for cell in row.cells], row.differs)
        for row in page.context["rows"]
    }


def test_what_the_cases_share_comes_first(analyst):
    one, other, victim = two_cases()

    page = analyst.get(address(one, other))

    assert shared(page) == [
        ("Victims", victim.code, True),
        ("Destination", "Türkiye", True),
        ("Articles", "144-1", True),
        ("Form of exploitation", "Sexual exploitation", True),
        ("Means", "Threats", True),
    ]


def test_a_shared_thing_names_its_cases_where_not_all_have_it(analyst):
    one, other = CriminalCaseFactory.create_batch(2, article="144-1")
    third = CriminalCaseFactory(article="144-2")

    page = analyst.get(address(one, other, third))

    (item,) = page.context["common"]
    assert (item.name, item.numbers) == ("144-1", [one.number, other.number])


def test_a_group_is_shared_where_an_accused_belongs_to_that_of_another_case(analyst):
    group = CriminalGroupFactory()
    accused = AccusedFactory(group=group, case__article="144-3")

    page = analyst.get(address(group.case, accused.case))

    assert ("Groups", group.code, True) in shared(page)


def test_a_shared_contact_is_told_without_saying_what_it_is(analyst):
    one = AccusedContactFactory(value="+994 50 777 77 77")
    other = AccusedContactFactory(value="050 777 77 77")

    page = analyst.get(address(one.accused.case, other.accused.case))

    assert ("Contact", "the same contact", True) in shared(page)
    assert "777" not in page.text


def test_what_differs_is_marked_with_a_sign_and_in_words(analyst):
    one, other, _victim = two_cases()

    page = analyst.get(address(one, other))

    rows = compared(page)
    assert rows["Number of accused"] == (
        ["1 (women 0, men 1)", "0 (women 0, men 0)"],
        True,
    )
    assert rows["Number of victims"] == (["1", "1"], False)
    assert "≠ differs" in page.text


def test_what_is_void_is_not_compared(analyst):
    one, other = CriminalCaseFactory.create_batch(2)
    OffenceFactory(case=one, article="144-2").void("a mistake")
    VerdictFactory(accused__case=one).void("a mistake")

    rows = compared(analyst.get(address(one, other)))

    assert rows["Articles"] == (["144-1", "144-1"], False)
    assert rows["Convicted"] == (["0", "0"], False)


@pytest.mark.parametrize("number", [0, 1, 5])
def test_fewer_than_two_or_more_than_four_are_not_compared(analyst, number):
    page = analyst.get(address(*CriminalCaseFactory.create_batch(number)))

    assert "Tick two, three or four cases in the list" in page.text


def test_a_case_beyond_reach_is_not_found(client, db):
    mine = CaseAssignmentFactory()
    client.force_login(mine.user)

    found = client.get(address(mine.case, CriminalCaseFactory()))

    assert found.status_code == 404


def test_a_void_case_is_not_found(analyst):
    one, other = CriminalCaseFactory.create_batch(2)
    other.void("entered twice")

    assert analyst.get(address(one, other)).status_code == 404


def test_the_journal_keeps_which_cases_and_persons_were_compared(analyst):
    one, other, victim = two_cases()

    analyst.get(address(one, other))

    entry = JournalEntry.objects.get(action=Action.OPENED)
    assert entry.codes == [one.number, other.number, victim.code]


@pytest.mark.parametrize("number", [2, 4])
def test_the_page_asks_the_same_of_two_cases_and_of_four(analyst, number):
    cases = CriminalCaseFactory.create_batch(number)
    for case in cases:
        OffenceFactory(case=case)
        VerdictFactory(accused__case=case)
        ExploitationFactory(victim=CaseVictimFactory(case=case).victim)

    assert len(queries_of(analyst, address(*cases))) == 13
