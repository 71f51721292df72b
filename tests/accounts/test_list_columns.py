"""Columns, their order, and how the rows of a list stand, for one user."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Role
from accounts.models import ListLayout
from tests.factories import (
    CallFactory,
    IdentityFactory,
    ListLayoutFactory,
    VictimFactory,
)
from tests.shelter import queries

PEOPLE = reverse("victims:list")
COLUMNS = reverse("lists:columns", args=["people"])


@pytest.fixture
def analyst(client, user_as):
    user = user_as(Role.POLICE_ANALYST)
    client.force_login(user)
    return user


def headings(client, page=PEOPLE):
    return [str(heading.label) for heading in client.get(page).context["headings"]]


def filled(client, page=COLUMNS, **answers):
    """Return what the form of columns would post, with these answers instead."""
    form = client.get(page).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (typed | answers).items() if value}


def test_columns_are_shown_as_they_were_chosen_and_placed(client, analyst):
    answers = {"show-sex": "", "show-destination": "on", "place-destination": "1"}

    client.post(COLUMNS, filled(client, **answers))

    assert headings(client) == [
        "Code",
        "Country of exploitation",
        "Age",
        "Status",
        "Identified on",
    ]


def test_a_column_that_the_role_does_not_see_is_neither_offered_nor_shown(
    client, analyst
):
    ListLayoutFactory(user=analyst, columns=["name", "placement", "sex"])
    IdentityFactory(given_name="Leyla")

    page = client.get(PEOPLE)

    assert headings(client) == ["Code", "Sex"]
    assert "Leyla" not in page.text
    assert "show-name" not in client.get(COLUMNS).context["form"].fields


def test_whoever_sees_coarsened_facts_sees_the_month_of_the_first_contact_only(
    client, analyst, user_as
):
    VictimFactory(first_contact_on=date(2019, 6, 17))
    officer = user_as(Role.ADMINISTRATOR)
    texts = {}

    for user in (analyst, officer):
        ListLayoutFactory(user=user, columns=["first_contact"])
        client.force_login(user)
        (row,) = client.get(PEOPLE).context["rows"]
        texts[user] = row.cells[1].text

    assert texts == {analyst: "June 2019", officer: "17.06.2019"}


def test_rows_stand_as_close_as_was_chosen(client, analyst):
    client.post(COLUMNS, filled(client, density="comfortable"))

    assert client.get(PEOPLE).context["view"].density == "comfortable"


def test_people_and_cases_come_twenty_five_a_page_whatever_is_posted(client, analyst):
    client.post(COLUMNS, filled(client, rows="100"))

    assert client.get(PEOPLE).context["view"].rows == 25


def test_what_concerns_nobody_may_come_a_hundred_a_page(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR))
    CallFactory.create_batch(30)
    columns = reverse("lists:columns", args=["calls"])

    client.post(columns, filled(client, columns, rows="50"))

    page = client.get(reverse("prevention:calls")).context["page"]
    assert (len(page.records), page.following) == (30, None)


def test_the_list_is_again_as_at_the_start(client, analyst):
    usual = headings(client)
    ListLayoutFactory(user=analyst, columns=["sex"], density="comfortable")

    client.post(reverse("lists:reset", args=["people"]))

    layout = ListLayout.objects.get()
    assert (headings(client), layout.density, layout.rows) == (usual, "", None)


def test_the_choice_of_one_user_is_nobody_elses(client, analyst, user_as):
    ListLayoutFactory(user=user_as(Role.POLICE_ANALYST), columns=["sex"])

    assert len(headings(client)) == 5


def test_a_place_that_is_no_number_is_said_at_its_field(client, analyst):
    form = client.post(COLUMNS, filled(client, **{"place-sex": "last"})).context["form"]

    assert form.errors == {
        "place-sex": ["“Place of “Sex”” must be a whole number, such as 12."]
    }


def test_the_page_of_columns_takes_three_queries(client, analyst):
    assert queries(client, COLUMNS) == 3
