"""The work list and what is due on the page of a person."""

import pytest
from django.urls import reverse

from accounts.models import JournalEntry
from assistance.deadlines.filters import WHEN
from assistance.models import Deadline
from tests.assistance.deadlines.conftest import ago, confirm
from tests.factories import (
    IdentityFactory,
    OrganisationFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    ResidencePermitFactory,
)
from tests.shelter import queries

pytestmark = pytest.mark.django_db

LIST = reverse("due:list")


def reflecting(shelter, ends_on):
    """Make a person of the shelter whose reflection period ends that day."""
    stay = PlacementFactory(shelter=shelter, admitted_on=ago(10))
    IdentityFactory(victim=stay.victim)
    return ReflectionPeriodFactory(victim=stay.victim, ends_on=ends_on)


@pytest.fixture
def four(worker, shelter):
    """Make one deadline of each span, and one that nobody is warned of yet."""
    for days in (3, 0, -7, -30):
        reflecting(shelter, ago(days))
    stay = PlacementFactory(shelter=shelter, admitted_on=ago(10))
    ResidencePermitFactory(
        victim=stay.victim, applied_on=ago(9), granted_on=ago(9), valid_until=ago(-20)
    )


def listed(client, **asked):
    rows = client.get(LIST, asked).context["rows"]
    return [(row["group"], row["when"]) for row in rows]


def test_the_list_shows_what_is_late_near_or_warned_of(client, four):
    groups = [group for group, _when in listed(client)]

    assert groups == ["late", "today", "week", "later"]


@pytest.mark.parametrize("when", [name for name, _words in WHEN])
def test_the_address_narrows_the_list_to_a_span(client, four, when):
    assert [group for group, _when in listed(client, when=when)] == [when]


def test_the_first_cell_says_how_late_it_is(client, worker, shelter):
    for days in (61, 3, 1, 0):
        reflecting(shelter, ago(days))

    said = [when for _group, when in listed(client)]

    since = f"since {ago(61):%d.%m.%Y}"
    assert said == [since, "3 days late", "1 day late", "today"]


def test_the_list_can_be_narrowed_to_what_is_mine_and_to_what_nobody_has(
    client, four, worker
):
    found = [len(listed(client, worker=whose)) for whose in ("mine", "nobody")]

    assert found == [0, 4]


def test_a_filter_that_is_none_lists_nothing(client, four):
    assert listed(client, when="nonsense") == []


def test_every_row_leads_to_a_form_that_opens(client, four):
    confirm("shelter_stay", 5)
    confirm("referral_outcome", 5)
    victim = Deadline.objects.first().victim
    ReferralFactory(victim=victim, referred_on=ago(9))

    rows = client.get(LIST).context["rows"]

    assert {client.get(row["deadline"].url).status_code for row in rows} == {200}


def test_the_journal_keeps_whom_the_list_shows(client, worker, shelter):
    victim = reflecting(shelter, ago(1)).victim

    client.get(LIST)

    assert JournalEntry.objects.latest("pk").codes == [victim.code]


def test_the_list_asks_as_much_for_three_rows_as_for_one(client, worker, shelter):
    reflecting(shelter, ago(1))
    one = queries(client, LIST)

    for days in (2, 3):
        reflecting(shelter, ago(days))

    assert (one, queries(client, LIST)) == (4, 4)


def test_the_page_of_a_person_shows_what_is_due_for_this_person(
    client, worker, shelter
):
    period = reflecting(shelter, ago(1))
    reflecting(shelter, ago(1))

    page = client.get(reverse("assistance:overview", args=[period.victim.code]))

    assert [row["deadline"].record_key for row in page.context["due"]] == [period.pk]


def test_a_person_of_whom_nothing_is_due_has_no_such_panel(client, worker, person):
    page = client.get(reverse("assistance:overview", args=[person.code]))

    assert "due-panel" not in page.content.decode()


def test_the_page_of_a_person_asks_as_much_for_three_deadlines_as_for_one(
    client, worker, shelter
):
    period = reflecting(shelter, ago(1))
    address = reverse("assistance:overview", args=[period.victim.code])
    ReferralFactory(victim=period.victim, referred_on=ago(9))
    one = queries(client, address)

    confirm("referral_outcome", 5)
    confirm("shelter_stay", 5)

    assert queries(client, address) == one


def test_a_referral_without_an_outcome_waits(client, worker, person):
    organisation = OrganisationFactory()
    for outcome in ("", "pending", "completed"):
        ReferralFactory(victim=person, outcome=outcome, organisation=organisation)
        organisation = OrganisationFactory()
    ReferralFactory()

    page = client.get(reverse("due:referrals")).context["page"]

    assert [one.outcome for one in page.records] == ["", "pending"]


def test_the_referrals_ask_as_much_for_three_rows_as_for_one(client, worker, person):
    address = reverse("due:referrals")
    ReferralFactory(victim=person)
    one = queries(client, address)

    for _number in range(2):
        ReferralFactory(victim=person)

    assert (one, queries(client, address)) == (4, 4)
