"""The first page: what each role may do, and counts that lead to what they count."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Role
from tests.factories import (
    AccusedFactory,
    AgencyReturnFactory,
    AssignmentFactory,
    CaseAssignmentFactory,
    PlacementFactory,
    ShelterFactory,
)

pytestmark = pytest.mark.django_db

ADDRESS = reverse("home")


@pytest.mark.parametrize("role", Role)
def test_every_door_opens(client, user_as, role):
    client.force_login(user_as(role))

    doors = client.get(ADDRESS).context["doors"]

    answers = {
        door.page: client.get(reverse(door.page), follow=True).status_code
        for door in doors
    }
    assert set(answers.values()) == {200}


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        (Role.SHELTER_WORKER, ["victims:new", "victims:list"]),
        (Role.ASSISTANCE_WORKER, ["victims:list"]),
        (
            Role.POLICE_INVESTIGATOR,
            ["victims:list", "cases:list", "cases:add", "analytics:cases"],
        ),
        (
            Role.POLICE_ANALYST,
            ["victims:list", "cases:list", "reports:latest", "analytics:cases"],
        ),
        (Role.AUDITOR, ["standards:latest", "journal"]),
        (Role.SYSTEM_ADMINISTRATOR, ["users:list", "admin:index"]),
        ("", []),
    ],
)
def test_each_role_sees_its_doors(client, user_as, role, pages):
    client.force_login(user_as(role))

    assert [door.page for door in client.get(ADDRESS).context["doors"]] == pages


def counts(client):
    return {str(found.text): found for found in client.get(ADDRESS).context["numbers"]}


def length(client, address):
    return len(client.get(address).context["page"].records)


def test_an_investigator_counts_his_cases_and_the_links_show_as_many(client):
    mine = CaseAssignmentFactory(case__opened_on=date(2019, 2, 1))
    CaseAssignmentFactory()
    AccusedFactory(case=CaseAssignmentFactory(user=mine.user).case, in_court=True)
    client.force_login(mine.user)

    found = counts(client)["cases with nobody sent to court"]

    assert found.total == 1
    assert length(client, found.url) == 1


def test_a_shelter_counts_who_is_there_now(client, user_as):
    shelter = ShelterFactory()
    PlacementFactory(shelter=shelter)
    PlacementFactory(shelter=shelter, ended=True)
    PlacementFactory()
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=shelter))

    found = counts(client)["in a shelter now"]

    assert found.total == 1
    assert length(client, found.url) == 1


def test_a_person_with_two_records_counts_once(client):
    assignment = AssignmentFactory(user__role=Role.ASSISTANCE_WORKER)
    PlacementFactory(victim=assignment.victim, ended=True)
    PlacementFactory(victim=assignment.victim, admitted_on=date(2019, 7, 1))
    client.force_login(assignment.user)

    assert counts(client)["in a shelter now"].total == 1


def test_the_returns_to_approve_are_those_of_others(client, user_as):
    user = user_as(Role.ADMINISTRATOR)
    AgencyReturnFactory(entered_by=user)
    AgencyReturnFactory(figure="labour.fines_azn", entered_by=None)
    AgencyReturnFactory(figure="labour.employers_fined", year=2018)
    AgencyReturnFactory(figure="raids.children", approved=True)
    client.force_login(user)

    found = counts(client)["returns to approve"]

    assert (found.total, found.url) == (1, reverse("returns:year", args=[2019]))


def test_nobody_counts_beyond_a_hundred(client, monkeypatch):
    monkeypatch.setattr("reports.home.blocks.MANY", 2)
    mine = CaseAssignmentFactory()
    for _ in range(2):
        CaseAssignmentFactory(user=mine.user)
    client.force_login(mine.user)

    html = client.get(ADDRESS).content.decode()

    assert "2 or more" in html


def test_a_user_without_a_role_is_told_who_gives_one(client, user_as):
    client.force_login(user_as(""))

    assert "gives roles" in client.get(ADDRESS).content.decode()
