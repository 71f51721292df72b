"""The summary of a record of a list, which names nobody."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.choices import Action, Density, Role
from accounts.models import JournalEntry, ListLayout
from tests.factories import (
    AccusedFactory,
    CriminalCaseFactory,
    IdentityFactory,
    ShelterFactory,
    VictimFactory,
    WantedNoticeFactory,
)
from tests.shelter import queries

PEOPLE = reverse("victims:list")
HX = {"HX-Request": "true"}


def quick(client, code, name="people", **headers):
    return client.get(reverse("lists:quick", args=[name, code]), headers=headers)


@pytest.fixture
def office(client, user_as):
    user = user_as(Role.ADMINISTRATOR)
    client.force_login(user)
    return user


@pytest.fixture
def woman(db):
    return VictimFactory(code="A-1", sex="F", citizenship="UKR")


def said(answer):
    return {str(cell.label): cell.text for cell in answer.context["cells"]}


def test_a_summary_says_what_every_column_says(client, office, woman):
    summary = said(quick(client, "A-1"))

    assert summary["Sex"] == "Female"
    assert summary["Citizenship"] == "Ukraine"
    assert "Form of exploitation" not in summary  # of which nothing is recorded


def test_under_the_row_stands_the_summary_alone(client, office, woman):
    part = quick(client, "A-1", **HX).text
    page = quick(client, "A-1").text

    assert part.strip().startswith("<div")
    assert "<html" in page
    assert part.strip() in page


def test_a_summary_is_kept_in_the_journal(client, office, woman):
    quick(client, "A-1", **HX)

    entry = JournalEntry.objects.get(action=Action.OPENED)
    assert (entry.user_id, entry.codes) == (office.pk, ["A-1"])


def test_a_summary_names_nobody(client, user_as):
    shelter = ShelterFactory()
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=shelter))
    person = VictimFactory(code="A-1", registered_at=shelter)
    IdentityFactory(victim=person, given_name="Cəmilə", family_name="Quliyeva")

    page = quick(client, "A-1").text

    assert "Cəmilə" in client.get(PEOPLE).text
    assert "Cəmilə" not in page
    assert "Quliyeva" not in page


def test_nobody_beyond_reach_has_a_summary(client, user_as, woman):
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=ShelterFactory()))

    assert quick(client, "A-1").status_code == 404


def test_dense_rows_lead_to_summaries_and_others_do_not(client, office, woman):
    dense = client.get(PEOPLE).context["rows"]
    ListLayout.of(office, "people", density=Density.COMFORTABLE.value)
    wide = client.get(PEOPLE).context["rows"]

    assert [row.quick for row in dense] == ["/lists/people/quick/A-1/"]
    assert [row.quick for row in wide] == [""]


def test_an_analyst_sees_the_month_of_the_first_contact_only(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    VictimFactory(code="A-1", first_contact_on=date(2019, 6, 4))

    assert "04.06.2019" not in quick(client, "A-1").text


def test_a_summary_of_a_case_counts_what_stands_in_it(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    case = CriminalCaseFactory(number="19-0001")
    WantedNoticeFactory(accused=AccusedFactory(case=case))

    summary = said(quick(client, "19-0001", "cases"))

    assert summary["Accused"].startswith("1")
    assert summary["Wanted"] == "1"


def test_a_list_without_summaries_has_none(client, office):
    assert quick(client, "A-1", "calls").status_code == 404


@pytest.mark.parametrize(("name", "code"), [("people", "A-1"), ("cases", "19-0001")])
def test_a_summary_costs_the_same_among_more_records(client, office, woman, name, code):
    case = CriminalCaseFactory(number="19-0001")
    AccusedFactory(case=case)
    page = reverse("lists:quick", args=[name, code])
    alone = queries(client, page)
    VictimFactory.create_batch(2)
    CriminalCaseFactory.create_batch(2)
    AccusedFactory.create_batch(2, case=case)

    assert queries(client, page) == alone
