"""When a draft ends: said on its list, and on the first page a week before."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.choices import Role
from tests.factories import DraftFactory, ShelterFactory
from thb.days import long_day

MORE = "Go on and save it, and it is kept for 28 more days."
SOON = "of my drafts are removed within 7 days"


@pytest.fixture
def worker(client, user_as, db):
    user = user_as(Role.SHELTER_WORKER, shelter=ShelterFactory())
    client.force_login(user)
    return user


def saved(owner, days):
    """Return a draft last saved that many days ago."""
    return DraftFactory(owner=owner, saved_at=timezone.now() - timedelta(days=days))


def test_the_list_says_the_day_on_which_a_draft_is_removed(client, worker):
    saved(worker, 10)

    shown = client.get(reverse("victims:drafts")).text

    assert long_day(localdate() + timedelta(days=18)) in shown
    assert MORE not in shown


def test_a_draft_of_its_last_week_says_how_to_keep_it(client, worker):
    saved(worker, 21)

    assert MORE in client.get(reverse("victims:drafts")).text


@pytest.mark.parametrize(("days", "reminded"), [(20, False), (21, True), (27, True)])
def test_the_first_page_reminds_of_a_draft_seven_days_before_it_ends(
    client, worker, days, reminded
):
    saved(worker, days)

    numbers = client.get(reverse("home")).context["numbers"]

    found = {str(number.text): (number.total, number.url) for number in numbers}
    page = reverse("victims:drafts")
    assert found["my drafts of new persons"] == (1, page)
    assert (found.get(SOON) == (1, page)) is reminded


def test_nobody_is_reminded_of_anothers_draft(client, worker, user_as):
    saved(user_as(Role.SHELTER_WORKER), 27)

    numbers = client.get(reverse("home")).context["numbers"]

    assert [str(one.text) for one in numbers if "draft" in str(one.text)] == []
