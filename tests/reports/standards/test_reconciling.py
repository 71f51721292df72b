"""Our figures beside those of others: the difference, and who explains it."""

import pytest
from django.urls import reverse

from accounts.choices import Role
from reports.models import LegacyYear, OthersFigure
from tests.factories import OthersFigureFactory, UserFactory

pytestmark = pytest.mark.usefixtures("edition")


def told(client, year=2019):
    page = client.get(reverse("standards:others", args=[year]))
    return [
        (row.other.publisher, row.ours, row.difference, row.state.name)
        for row in page.context["rows"]
    ]


def test_the_register_starts_with_what_was_read_of_unodc(office):
    assert told(office) == [
        ("UNODC", 6, 0, "EQUAL"),
        ("UNODC", 5, 0, "EQUAL"),
    ]
    assert {one.address for one in OthersFigure.objects.all()} == {
        "https://dataunodc.un.org/sites/dataunodc.un.org/files/data_glotip.xlsx"
    }


def test_differences_that_nobody_explained_come_first(office):
    OthersFigureFactory(
        publisher="A", explanation="cases, not persons", explained_by=UserFactory()
    )
    OthersFigureFactory(publisher="B")

    assert [row[0] for row in told(office)] == ["B", "A", "UNODC", "UNODC"]
    page = office.get(reverse("standards:others", args=[2019])).text
    assert "1 difference is not explained." in page
    assert "cases, not persons" in page


def test_the_difference_is_theirs_less_ours(office):
    OthersFigureFactory(value=98)

    assert told(office)[0] == ("Somebody", 91, 7, "UNEXPLAINED")


def test_an_earlier_year_is_told_by_its_printed_source(office):
    OthersFigureFactory(year=2016, value=70)
    LegacyYear.objects.create(
        figure="victims.identified", year=2016, value=70, source="speech 35"
    )

    assert told(office, 2016) == [("Somebody", 70, 0, "EQUAL")]


def test_a_year_without_records_is_not_a_zero(office):
    OthersFigureFactory(year=2015, value=63)

    assert told(office, 2015) == [("Somebody", None, None, "NOT_OURS")]


def test_the_auditor_reads_it_and_finds_no_way_to_change_it(auditor):
    page = auditor.get(reverse("standards:others", args=[2019]))

    assert page.status_code == 200
    assert "/change/" not in page.text


@pytest.mark.parametrize("role", [Role.POLICE_ANALYST, Role.SHELTER_MANAGER])
def test_others_do_not_open_it(client, user_as, role):
    client.force_login(user_as(role))

    assert client.get(reverse("standards:others", args=[2019])).status_code == 403
