"""Several returns approved at once: selected, and by who entered none of them."""

import pytest
from django.conf import settings
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from prevention.models import AgencyReturn
from tests.factories import AgencyReturnFactory

pytestmark = pytest.mark.django_db
SITES, RAIDS, FINED = (
    "labour.sites_inspected",
    "raids.children",
    "labour.employers_fined",
)
PAGE = "/returns/2019/"


@pytest.fixture
def entering(user_as):
    return user_as(Role.ADMINISTRATOR)


@pytest.fixture
def approving(user_as):
    return user_as(Role.ADMINISTRATOR)


@pytest.fixture
def office(client, approving):
    """Return a client signed in as who approves."""
    client.force_login(approving)
    return client


def entered(figure, by):
    return AgencyReturnFactory(figure=figure, year=2019, entered_by=by)


def approve(client, *records):
    posted = {"return": [f"{one.pk}-{one.version}" for one in records]}
    address = reverse("returns:approve-several", args=[2019])
    return client.post(address, posted, follow=True)


def approved():
    found = AgencyReturn.objects.exclude(approved_by=None)
    return {*found.values_list("figure", flat=True)}


def test_those_that_are_selected_are_approved_and_no_other(office, entering):
    sites, raids, _other = (entered(f, entering) for f in (SITES, RAIDS, FINED))

    answer = approve(office, sites, raids)

    assert approved() == {SITES, RAIDS}
    assert "2 returns are approved: " in answer.text
    kept = JournalEntry.objects.get(page="returns:approve-several")
    assert (kept.action, {*kept.codes}) == (Action.CHANGED, {SITES, RAIDS})


def test_his_own_is_refused_among_those_of_others(office, approving, entering):
    own, raids = entered(SITES, approving), entered(RAIDS, entering)

    answer = approve(office, own, raids)

    assert approved() == {RAIDS}
    assert "1 return is approved: " in answer.text
    assert "A second person approves: not the one who entered it." in answer.text


def test_what_was_changed_since_it_was_shown_is_not_approved(office, entering):
    sites, raids = entered(SITES, entering), entered(RAIDS, entering)
    shown = AgencyReturn.objects.get(pk=sites.pk)
    sites.value = 5
    sites.save()

    answer = approve(office, shown, raids)

    assert approved() == {RAIDS}
    assert "It was changed since: look at it again." in answer.text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("az", "Təsdiqlənməmiş məlumatı seçin."),
        ("en", "Select a return that is not approved."),
        ("ru", "Выберите данные, которые не утверждены."),
    ],
)
def test_nothing_selected_says_so(office, entering, language, said):
    entered(SITES, entering)
    office.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    assert said in approve(office).text
    assert approved() == set()


@pytest.mark.parametrize("posted", ["x-1", "-", "999999-1", "1"])
def test_what_is_no_return_is_passed_over(office, posted):
    address = reverse("returns:approve-several", args=[2019])

    assert office.post(address, {"return": posted}).status_code == 302


def test_only_what_a_second_person_may_approve_can_be_selected(
    client, office, entering
):
    record = entered(SITES, entering)
    box = f'value="{record.pk}-{record.version}"'

    assert box in office.get(PAGE).text
    client.force_login(entering)
    assert 'type="checkbox"' not in client.get(PAGE).text
    assert "Approve the selected returns" not in client.get(PAGE).text
