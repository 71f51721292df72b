"""Decisions, exploitation, the road, consents, children: made, changed, voided."""

import pytest

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from tests.factories import (
    ExploitationFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.refused import must_be_past
from tests.shelter import address, hidden, problems, queries, send
from victims.models import (
    Consent,
    Dependant,
    Exploitation,
    RouteLeg,
    StatusDecision,
)

RECORDS = {
    "victims:decision": ({"status": "identified", "decided_on": "4 6 2019"}, 1),
    "victims:exploitation": (
        {"type": "forced_labour", "main": "on", "means": ["threats", "force"]},
        1,
    ),
    "victims:leg": ({"leg": "recruitment", "country": "AZE"}, 1),
    "victims:consent": ({"purpose": "services", "given_on": "4.6.2019"}, 1),
    "victims:child": ({"sex": "F", "birth_date": "04062015"}, 1),
}
MODELS = {
    "victims:decision": StatusDecision,
    "victims:exploitation": Exploitation,
    "victims:leg": RouteLeg,
    "victims:consent": Consent,
    "victims:child": Dependant,
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_is_added_to_the_file(client, manager, person, kind):
    answers, _count = RECORDS[kind]

    response = send(client, address(f"{kind}_add", person.code), **answers)

    assert response.status_code == 302
    assert MODELS[kind].objects.get().victim == person


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_posted_twice_is_one(client, manager, person, kind):
    url = address(f"{kind}_add", person.code)
    answers = hidden(client, url) | RECORDS[kind][0]

    assert client.post(url, answers).url == client.post(url, answers).url

    assert MODELS[kind].objects.count() == 1


def test_two_main_forms_are_refused_kindly(client, manager, person):
    ExploitationFactory(victim=person, main=True)
    url = address("victims:exploitation_add", person.code)

    response = send(client, url, type="forced_labour", main="on")

    assert problems(response) == [
        "This person already has a main form of exploitation."
    ]
    assert response.context["form"]["type"].value() == "forced_labour"


def test_a_decision_of_tomorrow_is_refused_kindly(client, manager, person):
    url = address("victims:decision_add", person.code)

    response = send(client, url, status="identified", decided_on="1 1 2999")

    assert problems(response) == [must_be_past("Date of the decision")]


def test_a_decision_recorded_twice_is_refused_kindly(client, manager, person):
    StatusDecisionFactory(victim=person, status="presumed")
    url = address("victims:decision_add", person.code)

    response = send(client, url, status="presumed", decided_on="10 1 2019")

    assert problems(response) == ["This decision is already recorded for that day."]


def test_a_voided_record_stays_in_sight_with_its_reason(client, manager, person):
    decision = StatusDecisionFactory(victim=person)
    url = address("victims:decision_void", person.code, decision.pk)

    send(client, url, reason="another person")

    page = client.get(address("victims:identification", person.code)).content.decode()
    assert "Void: another person" in page
    assert person.identified_on() is None


def test_a_record_is_not_voided_without_a_reason(client, manager, person):
    decision = StatusDecisionFactory(victim=person)
    url = address("victims:decision_void", person.code, decision.pk)

    assert problems(send(client, url, reason="")) == ["Fill in “Reason”."]


def test_the_journal_keeps_what_was_written(client, manager, person):
    send(
        client,
        address("victims:decision_add", person.code),
        status="identified",
        decided_on="4 6 2019",
        number="41",
    )

    entry = JournalEntry.objects.get(action=Action.CREATED)
    assert (entry.codes, entry.fields) == (
        ["KM-4821-7"],
        ["status", "decided_on", "number"],
    )


def test_a_record_is_not_reached_through_another_person(
    client, manager, person, shelter
):
    other = VictimFactory(registered_at=shelter)
    decision = StatusDecisionFactory(victim=other)

    url = address("victims:decision_change", person.code, decision.pk)

    assert client.get(url).status_code == 404


def test_an_administrator_decides_without_seeing_the_grounds(client, user_as, person):
    decision = StatusDecisionFactory(victim=person, grounds="told in tears")
    client.force_login(user_as(Role.ADMINISTRATOR))
    url = address("victims:decision_change", person.code, decision.pk)

    page = client.get(url)
    send(client, url, status="identified", decided_on="11 1 2019")

    assert "grounds" not in page.context["form"].fields
    decision = StatusDecision.objects.get(pk=decision.pk)
    assert (decision.grounds, decision.decided_on.day) == ("told in tears", 11)


@pytest.mark.parametrize("name", ["victims:identification", "assistance:overview"])
def test_an_analyst_reads_no_free_text(client, user_as, person, name):
    StatusDecisionFactory(victim=person, grounds="told in tears")
    client.force_login(user_as(Role.POLICE_ANALYST))

    page = client.get(address(name, person.code)).content.decode()

    assert "told in tears" not in page


@pytest.mark.parametrize("records", [1, 3])
def test_a_section_takes_nine_queries(client, manager, person, records):
    for day in range(1, records + 1):
        decided_on = f"2019-01-0{day}"
        StatusDecisionFactory(victim=person, status="presumed", decided_on=decided_on)

    # Session, user, person, journal, five panels.
    assert queries(client, address("victims:identification", person.code)) == 9
