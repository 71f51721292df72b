"""The page of one case and its sections: reach, what they tell, how much they ask."""

from datetime import date

import pytest
from django.urls import reverse

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
    StatusDecisionFactory,
    SuspensionOrderFactory,
    UserFactory,
    VerdictFactory,
    WantedNoticeFactory,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

SECTIONS = ("offences", "accused", "wanted", "verdicts", "victims", "groups")
PAGES = ("overview", *SECTIONS, "history")


def address(name, case):
    return reverse(f"cases:{name}", args=[case.number])


def filled(case, rows):
    """Put as many records of every kind into the case."""
    for _ in range(rows):
        group = CriminalGroupFactory(case=case)
        accused = AccusedFactory(case=case, group=group, in_court=True)
        VerdictFactory(accused=accused)
        WantedNoticeFactory(accused=AccusedFactory(case=case))
        OffenceFactory(case=case)
        link = CaseVictimFactory(case=case)
        ExploitationFactory(victim=link.victim, main=True)
        StatusDecisionFactory(victim=link.victim)


@pytest.mark.parametrize("place", PAGES)
def test_an_investigator_opens_assigned_cases_only(client, place):
    mine, other = CaseAssignmentFactory(), CriminalCaseFactory()
    client.force_login(mine.user)

    assert client.get(address(place, mine.case)).status_code == 200
    assert client.get(address(place, other)).status_code == 404


WRITING = ("change", "void", *(f"{name}-add" for name in ("offence", "accused")))


@pytest.mark.parametrize("place", [*WRITING, "verdict-add", "wanted-add", "victim-add"])
def test_an_investigator_writes_in_assigned_cases_only(client, place):
    mine, other = CaseAssignmentFactory(), CriminalCaseFactory()
    client.force_login(mine.user)

    assert client.get(address(place, mine.case)).status_code == 200
    assert client.get(address(place, other)).status_code == 404


def test_a_record_of_another_case_is_not_found_below_this_one(client):
    mine, other = CaseAssignmentFactory(), OffenceFactory()
    client.force_login(mine.user)

    url = reverse("cases:offence-change", args=[mine.case.number, other.pk])

    assert client.get(url).status_code == 404


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.ADMINISTRATOR])
@pytest.mark.parametrize("place", [*WRITING, "verdict-add", "wanted-add", "victim-add"])
def test_analysts_and_administrators_read_and_do_not_write(client, role, place):
    client.force_login(UserFactory(role=role))

    assert client.get(address(place, CriminalCaseFactory())).status_code == 403


def test_a_reader_finds_no_link_to_a_form(client):
    case = CriminalCaseFactory()
    filled(case, 1)
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    pages = [client.get(address(place, case)).content.decode() for place in PAGES]

    assert not [
        html
        for html in pages
        for end in ("/add/", "/change/", "/void/")
        if f'{end}"' in html.split("<main")[1]
    ]


def test_only_administrators_see_who_has_a_case_in_hand(client):
    assignment = CaseAssignmentFactory()
    url = address("investigators", assignment.case)

    codes = {}
    for role in (Role.ADMINISTRATOR, Role.POLICE_ANALYST):
        client.force_login(UserFactory(role=role))
        codes[role] = client.get(url).status_code
    client.force_login(assignment.user)

    assert codes == {Role.ADMINISTRATOR: 200, Role.POLICE_ANALYST: 403}
    assert client.get(url).status_code == 403


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("offences", 5),
        ("accused", 7),
        ("wanted", 5),
        ("verdicts", 5),
        ("victims", 9),
        ("groups", 5),
        ("overview", 18),
        ("history", 17),
    ],
)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_asks_the_same_at_any_size(client, place, expected, rows):
    case = CriminalCaseFactory()
    filled(case, rows)
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    assert len(queries_of(client, address(place, case))) == expected


def test_the_verdict_tells_in_which_year_the_accused_was_sent_to_court(client):
    verdict = VerdictFactory(accused__sent_to_court_on=date(2018, 12, 20))
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    html = client.get(address("verdicts", verdict.accused.case)).content.decode()

    assert "sent to court in 2018" in html


def test_the_victims_of_a_case_stand_there_as_codes(client):
    link = CaseVictimFactory(victim__age_at_identification=17)
    ExploitationFactory(
        victim=link.victim, main=True, type="forced_labour", country="RUS"
    )
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    html = client.get(address("victims", link.case)).content.decode()

    row = html.split("<tbody>")[1]
    for words in (link.victim.code, "9–17", "forced labour", "Russia"):
        assert words in row


def test_a_victim_whose_file_is_suspended_is_not_shown(client):
    link = CaseVictimFactory()
    SuspensionOrderFactory(victim=link.victim)
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    for place in ("overview", "victims", "history"):
        html = client.get(address(place, link.case)).content.decode()
        assert link.victim.code not in html


def test_the_history_tells_who_changed_what_from_which_value(client):
    assignment = CaseAssignmentFactory()
    case = assignment.case
    client.force_login(assignment.user)
    typed = {"number": case.number, "article": "144-2", "version": case.version}
    client.post(address("change", case), typed)

    (change, *_) = client.get(address("history", case)).context["changes"]

    (article,) = [found for found in change.differences if found.label == "Article"]
    assert (article.before, article.after) == ("144-1", "144-2")
    assert change.who == str(assignment.user)


@pytest.mark.parametrize(("result", "told"), [("guilty", ": guilty"), ("", "")])
def test_the_history_names_a_verdict_by_its_day(client, result, told):
    verdict = VerdictFactory(result=result, verdict_on=date(2019, 11, 20))
    case = verdict.accused.case
    client.force_login(CaseAssignmentFactory(case=case).user)

    changes = client.get(address("history", case)).context["changes"]

    (change,) = [found for found in changes if found.kind == "verdict"]
    assert change.record == f"{verdict.accused.code}, 20.11.2019{told}"


def test_why_a_record_was_voided_is_for_those_who_write(client):
    assignment = CaseAssignmentFactory()
    OffenceFactory(case=assignment.case).void("said by Leyla")
    seen = {}

    for user in (assignment.user, UserFactory(role=Role.POLICE_ANALYST)):
        client.force_login(user)
        html = client.get(address("history", assignment.case)).content.decode()
        seen[user.role] = "Leyla" in html

    assert seen == {Role.POLICE_INVESTIGATOR: True, Role.POLICE_ANALYST: False}


def test_what_looks_odd_is_said_and_not_refused(client):
    case = CriminalCaseFactory(investigation_completed_on=date(2019, 9, 2))
    OffenceFactory(case=case, number="O-7", registered_on=date(2019, 1, 31))
    AccusedFactory(case=case, code="A-7", in_court=True, group=CriminalGroupFactory())
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    said = client.get(address("overview", case)).context["oddities"]

    assert said == [
        "Offence O-7 was registered before the case was opened.",
        "A-7 was sent to court before the investigation was completed.",
        "The group of A-7 belongs to another case.",
    ]


def test_void_records_are_on_their_section_and_not_on_the_overview(client):
    offence = OffenceFactory()
    offence.void("a mistake")
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    section = client.get(address("offences", offence.case)).context["records"]
    panels = client.get(address("overview", offence.case)).context["panels"]

    assert section == [offence]
    assert {part.name: rows for part, rows, _said in panels}["offences"] == []


def test_a_void_case_is_still_read(client):
    case = CriminalCaseFactory()
    case.void("entered twice")
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    assert client.get(address("overview", case)).context["case"] == case
    assert CriminalCase.objects.current().count() == 0


def test_without_a_verdict_the_page_says_when_the_case_went_to_court(client):
    case = AccusedFactory(sent_to_court_on=date(2019, 9, 1)).case
    client.force_login(UserFactory(role=Role.POLICE_ANALYST))

    pages = [
        client.get(address(place, case)).text for place in ("overview", "verdicts")
    ]

    said = "No verdict yet; sent to court on 1 September 2019."
    assert [said in page for page in pages] == [True, True]


def test_an_analyst_opens_a_victim_from_the_case(client, user_as):
    link = CaseVictimFactory()
    client.force_login(user_as(Role.POLICE_ANALYST))

    html = client.get(address("overview", link.case)).text

    assert f'href="{reverse("assistance:overview", args=[link.victim.code])}"' in html


def test_a_record_is_added_from_the_overview_by_who_may(client, user_as):
    mine = CaseAssignmentFactory()
    add = reverse("cases:offence-add", args=[mine.case.number])
    client.force_login(mine.user)

    assert add in client.get(address("overview", mine.case)).text

    client.force_login(user_as(Role.POLICE_ANALYST))

    assert add not in client.get(address("overview", mine.case)).text
