"""Pages of appeals, activities and grants, for the Coordinator's office."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from prevention.models import Activity, Call, Grant
from tests.factories import (
    ActivityFactory,
    BaselineFactory,
    CallFactory,
    GrantFactory,
    OrganisationFactory,
    RegionFactory,
)
from tests.queries import queries_of
from tests.refused import must_be_past

LISTS = {
    "prevention:calls": CallFactory,
    "prevention:activities": ActivityFactory,
    "prevention:grants": GrantFactory,
    "returns:baselines": BaselineFactory,
}


@pytest.fixture
def office(client, user_as):
    """Return a client signed in as an administrator."""
    client.force_login(user_as(Role.ADMINISTRATOR))
    return client


def post(client, name, *args, **typed):
    return client.post(reverse(name, args=args), {"submission": uuid4(), **typed})


def listed(client, name, **asked):
    return client.get(reverse(name), asked).context["page"].records


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("prevention:calls", 4),
        ("prevention:activities", 7),  # organisers, regions, and regions to filter by
        ("prevention:grants", 5),  # organisations
    ],
)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_asks_the_same_at_any_size(office, name, queries, rows):
    LISTS[name].create_batch(rows)

    assert len(queries_of(office, reverse(name))) == queries


@pytest.mark.parametrize("name", LISTS)
def test_what_is_void_is_not_listed(office, name):
    LISTS[name]().void("entered twice")

    assert listed(office, name) == []


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"day": "17/9/2019"}, 1),
        ({"day": "2019-09-18"}, 1),
        ({"year": "2018"}, 1),
        ({"year": "2019"}, 2),
        ({"topic": "education"}, 1),
        ({"outcome": "trafficking_referral"}, 1),
    ],
)
def test_appeals_are_listed_by_day_year_topic_and_outcome(office, asked, count):
    CallFactory(received_on=date(2019, 9, 17))
    CallFactory(received_on=date(2019, 9, 18), topic="education")
    CallFactory(received_on=date(2018, 9, 17), outcome="trafficking_referral")

    assert len(listed(office, "prevention:calls", **asked)) == count


def test_appeals_are_entered_one_after_another_on_one_day(office):
    typed = {"received_on": "17.9.2019", "topic": "labour", "outcome": "explained"}

    response = post(office, "prevention:call-add", **typed)
    again = office.get(response.url)

    assert response.url == reverse("prevention:call-add") + "?day=2019-09-17"
    assert again.context["form"]["received_on"].initial == date(2019, 9, 17)
    assert list(again.context["view"].last_entered()) == [Call.objects.get()]


def test_the_same_appeal_posted_twice_is_one(office):
    typed = {"received_on": "17.9.2019", "submission": uuid4()}

    for _ in range(2):
        office.post(reverse("prevention:call-add"), typed)

    assert Call.objects.count() == 1


def test_an_appeal_asks_for_its_day(office):
    form = post(office, "prevention:call-add", topic="labour").context["form"]

    assert set(form.errors) == {"received_on"}
    assert form["topic"].value() == "labour"


@pytest.mark.parametrize("day", ["", "no day", "2019-13-45"])
def test_an_address_without_a_day_starts_from_today(office, day):
    response = office.get(reverse("prevention:call-add"), {"day": day})

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("name", "factory", "field"),
    [
        ("call", CallFactory, "received_on"),
        ("activity", ActivityFactory, "held_on"),
        ("grant", GrantFactory, "granted_on"),
    ],
)
def test_a_day_to_come_is_refused(office, name, factory, field):
    record = factory()
    shown = office.get(reverse(f"prevention:{name}-change", args=[record.pk]))
    typed = {k: v for k, v in shown.context["form"].initial.items() if v is not None}

    response = post(
        office, f"prevention:{name}-change", record.pk, **typed | {field: "1.1.2199"}
    )

    form = response.context["form"]
    assert form.errors[field] == [must_be_past(form[field].label)]
    assert form[field].value() == "1.1.2199"


def test_an_activity_is_entered(office):
    organiser, region = OrganisationFactory(), RegionFactory()

    post(
        office,
        "prevention:activity-add",
        kind="seminar",
        held_on="21.4.2019",
        organiser=organiser.pk,
        region=region.pk,
        copies="100 000",
    )

    activity = Activity.objects.get()
    assert (activity.copies, activity.held_on) == (100_000, date(2019, 4, 21))


def test_a_grant_is_changed_and_the_journal_says_which_field(office):
    grant = GrantFactory()

    post(
        office,
        "prevention:grant-change",
        grant.pk,
        project=grant.project,
        organisation=grant.organisation.pk,
        granted_on="22.7.2019",
        amount_azn="13 125,50",
        purpose=grant.purpose,
        recipients=grant.recipients,
        version=grant.version,
    )

    grant.refresh_from_db()
    entry = JournalEntry.objects.filter(action=Action.CHANGED).latest("pk")
    assert str(grant.amount_azn) == "13125.50"
    assert (entry.codes, entry.fields) == ([grant.project], ["amount_azn"])


def test_a_project_has_one_grant(office):
    grant = GrantFactory()

    response = post(office, "prevention:grant-add", project=grant.project)

    said = [
        error for errors in response.context["form"].errors.values() for error in errors
    ]
    assert said == ["This project already has a grant."]
    assert Grant.objects.count() == 1


def test_the_second_of_two_concurrent_changes_gets_both_values(office):
    grant = GrantFactory()
    Grant.objects.filter(pk=grant.pk).update(recipients=3)

    response = post(
        office,
        "prevention:grant-change",
        grant.pk,
        project=grant.project,
        recipients="2",
        version=grant.version,
    )

    both = {
        found.name: (found.mine, found.saved)
        for found in response.context["differences"]
    }
    assert response.status_code == 409
    assert both["recipients"] == ("2", "3")


@pytest.mark.parametrize("name", ["call", "activity", "grant"])
def test_a_record_is_voided_with_a_reason(office, name):
    factory = {"call": CallFactory, "activity": ActivityFactory, "grant": GrantFactory}
    record = factory[name]()
    url = f"prevention:{name}-void"

    post(office, url, record.pk, reason="entered twice", version=record.version)

    record.refresh_from_db()
    assert record.void_reason == "entered twice"
    assert office.get(reverse(url, args=[record.pk])).status_code == 404


def test_voiding_asks_for_the_reason(office):
    call = CallFactory()

    response = post(office, "prevention:call-void", call.pk, version=call.version)

    assert set(response.context["form"].errors) == {"reason"}
    assert Call.objects.current().count() == 1


def test_a_total_before_the_register_is_entered_for_a_cumulative_figure(office):
    typed = {"through_year": "2017", "value": "787", "source": "report"}

    wrong = post(office, "returns:baseline-add", figure="victims.identified", **typed)
    right = post(office, "returns:baseline-add", figure="cumulative.victims", **typed)

    assert set(wrong.context["form"].errors) == {"figure"}
    assert right.url == reverse("returns:baselines")


@pytest.mark.parametrize("page", ["returns:baselines", "returns:baseline-void"])
def test_a_total_is_told_by_its_title_and_its_year_without_a_comma(office, page):
    total = BaselineFactory(figure="cumulative.victims", through_year=2017)
    pk = [total.pk] if page.endswith("void") else []

    told = office.get(reverse(page, args=pk)).text

    assert "Victims identified since 2005" in told
    assert "2,017" not in told
    assert "cumulative.victims" not in told.replace('value="cumulative.victims"', "")
