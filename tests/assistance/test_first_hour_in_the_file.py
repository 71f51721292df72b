"""What the first hour told is seen wherever the person's file is open."""

import pytest

from accounts.choices import Role
from assistance.pathway import tally
from assistance.tasks import cannot_start, completed, not_needed, not_started
from tests.factories import MergeFactory, VictimFactory
from tests.shelter import address
from victims.models import FirstHour


@pytest.fixture
def told(person):
    """Return the first hour of somebody in danger who may be a child."""
    return FirstHour.objects.create(
        victim=person,
        of_age="unsure",
        danger="yes",
        language="uz",
        medical_need="now",
        children_with=2,
    )


@pytest.fixture
def person(shelter):
    return VictimFactory(registered_at=shelter, sex="F", age_at_identification=None)


def words_of_the_bar(client, person):
    page = client.get(address("assistance:services", person.code))
    return [str(fact["text"]) for fact in page.context["bar"]["facts"]]


def test_somebody_who_may_be_a_child_is_known_as_such_on_every_page(
    client, manager, person, told
):
    assert words_of_the_bar(client, person)[0] == "May be under 18, female"


@pytest.mark.usefixtures("manager")
@pytest.mark.parametrize(
    ("of_age", "words"),
    [
        ("adult", "18 or over, woman"),
        ("child", "Under 18, female"),
        ("", "Age not known, female"),
    ],
)
def test_the_age_is_what_was_told_until_more_is_known(client, told, of_age, words):
    FirstHour.objects.update(of_age=of_age)

    assert words_of_the_bar(client, told.victim)[0] == words


def test_danger_stands_in_the_bar(client, manager, person, told):
    assert "In danger" in words_of_the_bar(client, person)


def test_danger_that_is_over_leaves_the_bar(client, manager, person, told):
    FirstHour.objects.update(danger="no")

    assert "In danger" not in words_of_the_bar(client, person)


def test_who_may_not_read_the_first_hour_sees_no_danger(client, user_as, person, told):
    client.force_login(user_as(Role.POLICE_ANALYST))

    page = client.get(address("assistance:overview", person.code))

    assert "In danger" not in page.content.decode()


def test_the_key_facts_tell_the_first_hour(client, manager, person, told):
    page = client.get(address("assistance:overview", person.code))

    assert [fact[:2] for fact in page.context["facts"][-4:]] == [
        ("Language", "Uzbek"),
        ("A doctor now", "Yes, now"),
        ("In danger now", "Yes"),
        ("Children with the person", "2"),
    ]


def test_children_who_came_are_a_task_until_they_are_recorded(
    client, manager, person, told
):
    page = client.get(address("assistance:overview", person.code))
    tasks = {
        str(t["title"]): t for group in page.context["groups"] for t in group["tasks"]
    }

    assert (tasks["Children"]["text"], tasks["Children"]["note"]) == (
        "Not started",
        "Children who came with the person: 2. Record them",
    )


def test_a_merged_record_leads_to_the_one_that_stayed(client, manager, person, shelter):
    gone = VictimFactory(code="KM-9001-1", registered_at=shelter)
    MergeFactory(kept=person, gone=gone)
    gone.merge_into(person, "one woman")

    page = client.get(address("assistance:services", gone.code))

    assert f"This record was merged into {person.code}" in page.content.decode()
    assert page.context["bar"]["action"] == {}


def test_a_task_that_is_not_needed_counts_neither_as_done_nor_as_to_do():
    tasks = [
        {"needed": state.needed, "done": state.done}
        for state in (
            completed(),
            not_started(),
            not_needed("Citizen"),
            cannot_start("Consent"),
        )
    ]

    assert tally(tasks) == {"done": 1, "all": 3}
