"""An age that was only estimated at intake: shown on the file, and marked as such."""

from datetime import date

import pytest

from accounts.choices import Role
from tests.factories import FirstHourFactory, StatusDecisionFactory
from tests.shelter import address


def shown(client, person):
    """Return the words of the bar, and the facts of the file by their labels."""
    context = client.get(address("assistance:overview", person.code)).context
    bar = " ".join(str(fact["text"]) for fact in context["bar"]["facts"])
    return bar, {fact.label: fact.value for fact in context["facts"]}


@pytest.fixture
def estimated(person):
    """Return a person of whom only an estimate of the age is known."""
    identity = person.identity
    identity.birth_date = None
    identity.save()
    FirstHourFactory(victim=person, estimated_age=27)
    return person


def test_the_file_shows_it_as_an_estimate(client, manager, estimated):
    bar, facts = shown(client, estimated)

    assert "18 or over, estimated at 27" in bar
    assert facts["Estimated age"] == "About 27 years, estimated at intake"
    assert facts["Age at identification, years"] == "Not recorded"


def test_of_a_child_the_bar_says_so(client, manager, estimated):
    estimated.first_hours.update(estimated_age=15)

    bar, _facts = shown(client, estimated)

    assert "Under 18, estimated at 15" in bar


def test_a_known_birth_date_goes_before_it(client, manager, person):
    FirstHourFactory(victim=person, estimated_age=40)
    StatusDecisionFactory(
        victim=person, status="identified", decided_on=date(2019, 1, 10)
    )

    bar, facts = shown(client, person)

    assert "estimated" not in bar
    assert "Estimated age" not in facts


def test_a_voided_first_hour_says_nothing(client, manager, estimated):
    estimated.first_hours.get().void("mistake")

    bar, facts = shown(client, estimated)

    assert "Age not known" in bar
    assert "Estimated age" not in facts


def test_who_may_not_see_the_first_hour_is_not_told(client, user_as, estimated):
    client.force_login(user_as(Role.ADMINISTRATOR))

    bar, facts = shown(client, estimated)

    assert "estimated" not in bar
    assert "Estimated age" not in facts
