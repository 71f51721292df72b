"""The pages of a year that was frozen twice."""

import pytest

from reports.models import Release
from reports.open.publishing import publish_openly
from reports.releases import freezing
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import frozen
from tests.reports.releases.test_release_pages import page, signed_in


@pytest.fixture
def office(client):
    """Sign in who prepared 2019; use after the database."""
    return lambda: signed_in(client, "administrator")


def test_two_releases_are_compared_from_the_list(frozen_db, office):
    change_records()
    frozen(2019, "late entries")

    shown = office().get(page("releases")).text

    assert f'href="{page("compare", 1, 2)}"' in shown
    assert "What differs from release 1" in shown


def test_a_release_that_was_revised_names_the_one_in_its_place(frozen_db, office):
    change_records()
    frozen(2019, "late entries")
    client = office()

    assert "Release 2 has taken its place" in client.get(page("release", 1)).text
    assert "has taken its place" not in client.get(page("release", 2)).text
    assert "has taken its place" not in client.get(page("today")).text


def test_other_comparisons_are_offered_in_words(frozen_db, office):
    change_records()
    frozen(2019, "late entries")
    client = office()

    assert client.get(page("compare", 1, 2)).context["others"] == [
        (page("compare", 2, "live"), "Compare release 2 with today")
    ]
    assert client.get(page("compare", 2, "live")).context["others"] == [
        (page("compare", 1, 2), "Compare release 1 with release 2")
    ]


def test_tables_that_were_held_back_are_told_as_long_as_they_are(
    frozen_db, office, second
):
    publish_openly(Release.objects.get(), second)
    change_records()
    revised = frozen(2019, "late entries")
    _publication, held_back = publish_openly(revised, second)
    client = office()

    assert held_back
    assert "stay as they were" in client.get(page("release", 2)).text
    assert "stay as they were" not in client.get(page("release", 1)).text


def test_a_published_report_offers_no_change_of_its_text(frozen_db, office, second):
    client = office()
    assert "Change the text" in client.get("/report/2019/").text

    freezing.publish(Release.objects.get(), second)

    shown = client.get("/report/2019/").text
    assert "formally identified as victims" in shown
    assert "Change the text" not in shown
