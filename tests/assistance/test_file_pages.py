"""The first page of a file: tasks, facts, last events; and the history."""

from datetime import date

import pytest

from accounts.choices import Role
from tests.factories import (
    AllowanceFactory,
    ConsentFactory,
    ExploitationFactory,
    PlacementFactory,
    ReferralFactory,
    ServiceFactory,
    StatusDecisionFactory,
)
from tests.shelter import address, queries, send


def tasks(client, person):
    groups = client.get(address("assistance:overview", person.code)).context["groups"]
    return {
        str(task["title"]): (task["text"], task["note"])
        for group in groups
        for task in group["tasks"]
    }


def test_a_new_file_says_what_is_missing(client, manager, person):
    told = tasks(client, person)

    assert told["Decision on status"] == ("Not started", "No decision is recorded")
    assert told["One-time allowance"] == (
        "Cannot start yet",
        "First finish: decision on status",
    )
    assert told["Residence permit"] == ("Not needed", "Citizen of Azerbaijan")


def test_a_consent_to_a_referral_alone_is_not_all_that_is_asked(
    client, manager, person
):
    ConsentFactory(victim=person, purpose="referral")

    assert tasks(client, person)["Rights explained, consent"] == (
        "In progress",
        "The consent to receiving services is missing",
    )


def test_what_cannot_start_yet_is_no_link(client, manager, person):
    page = client.get(address("assistance:overview", person.code)).content.decode()

    assert '<span class="muted">One-time allowance</span>' in page


def test_the_tasks_follow_from_the_records(client, manager, person, shelter):
    StatusDecisionFactory(victim=person, decided_on=date(2019, 3, 16), number="41")
    ExploitationFactory(victim=person, type="forced_labour", main=True, country="")
    ConsentFactory(victim=person, purpose="services", given_on=date(2019, 3, 14))
    PlacementFactory(victim=person, shelter=shelter, admitted_on=date(2019, 3, 20))
    ServiceFactory(victim=person, type="medical", provided_on=date(2019, 6, 4))
    ReferralFactory(victim=person, type="employment", outcome="declined")
    AllowanceFactory(victim=person, paid=True, decided_on=date(2019, 7, 1))

    told = tasks(client, person)

    assert [
        told[task]
        for task in (
            "Decision on status",
            "Form and country of exploitation",
            "Rights explained, consent",
            "Shelter",
            "Medical help",
            "Course or job",
            "One-time allowance",
        )
    ] == [
        ("Completed", "formally identified, 16 March 2019 (41)"),
        ("In progress", "forced labour: the country is missing"),
        ("Completed", "14 March 2019"),
        ("Completed", "Shelter 1, since 20 March 2019"),
        ("Completed", "Times: 1, 4 June 2019"),
        ("Person declined", ""),
        ("Completed", "700 AZN"),
    ]


def test_an_analyst_sees_the_tasks_of_identification_only(client, user_as, person):
    client.force_login(user_as(Role.POLICE_ANALYST))

    assert list(tasks(client, person)) == [
        "Decision on status",
        "Form and country of exploitation",
    ]


@pytest.mark.parametrize("page", ["overview", "history"])
def test_a_change_is_told_from_which_value_to_which(client, manager, person, page):
    url = address("victims:change", person.code)
    send(client, url, role="victim", sex="F", citizenship="GEO")

    told = client.get(address(f"assistance:{page}", person.code)).content.decode()

    assert "Citizenship: Azerbaijan → Georgia" in told
    assert manager.username in told


def test_a_changed_name_is_told_without_its_value(client, manager, person):
    url = address("victims:identity_change", person.code)
    send(client, url, "a typing error", family_name="Quliyeva", given_name="Günay")

    told = client.get(address("assistance:history", person.code)).content.decode()

    assert "Family name: changed, not shown" in told
    assert "Quliyeva" not in told


def test_the_history_tells_who_looked(client, manager, person):
    client.get(address("assistance:placement", person.code))

    looks = client.get(address("assistance:history", person.code)).context["looks"]

    assert {(entry.username, entry.page) for entry in looks} >= {
        (manager.username, "assistance:placement")
    }


@pytest.mark.parametrize("services", [1, 3])
def test_the_overview_takes_as_many_queries_for_a_full_file(
    client, manager, person, services
):
    ServiceFactory.create_batch(services, victim=person)
    client.get(address("assistance:overview", person.code))

    assert queries(client, address("assistance:overview", person.code)) == 25
