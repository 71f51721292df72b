"""The pages of a year that was frozen twice."""

import pytest
from django.conf import settings

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

    replaced = "An earlier release, replaced by release"
    assert f"{replaced} 2" in client.get(page("release", 1)).text
    assert replaced not in client.get(page("release", 2)).text
    assert replaced not in client.get(page("today")).text


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


REPLACED = {
    "az": "Əvvəlki buraxılış, onu 2 nömrəli buraxılış əvəz edib",
    "en": "An earlier release, replaced by release 2",
    "ru": "Прежний выпуск, заменён выпуском 2",
}


@pytest.mark.parametrize("language", REPLACED)
def test_the_report_of_an_earlier_release_is_read_and_says_that_it_was_replaced(
    frozen_db, office, language
):
    change_records()
    frozen(2019, "late entries")
    client = office()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    earlier = client.get("/report/2019/releases/1/").text
    newest = client.get("/report/2019/").text

    assert REPLACED[language] in earlier
    assert Release.objects.get(number=1).sha256 in earlier
    assert REPLACED[language] not in newest
    assert 'href="/report/2019/releases/1/"' in newest


def test_the_files_of_an_earlier_release_are_taken_from_its_page(frozen_db, office):
    client = office()
    before = client.get("/report/2019/en.txt").content
    change_records()
    frozen(2019, "late entries")
    address = "/report/2019/releases/1/en.txt"

    assert f'href="{address}"' in client.get("/report/2019/releases/1/").text
    answer = client.get(address)

    assert answer.content == before
    assert 'filename="report-2019-release-1-en.txt"' in answer["Content-Disposition"]


def test_the_numbers_of_a_frozen_report_open_the_records_that_were_frozen(
    frozen_db, office
):
    shown = office().get("/report/2019/").text

    assert f'href="{page("release-figure", 1, "victims.identified")}"' in shown


@pytest.mark.parametrize("address", ["releases/7/", "releases/7/en.txt"])
def test_the_report_of_a_release_that_is_not_is_not_found(frozen_db, office, address):
    assert office().get(f"/report/2019/{address}").status_code == 404


def test_a_release_leads_to_its_own_report(frozen_db, office):
    frozen(2019, "late entries")
    client = office()

    assert 'href="/report/2019/releases/1/"' in client.get(page("release", 1)).text
    assert 'href="/report/2019/"' in client.get(page("release", 2)).text


def test_a_release_that_was_published_without_its_text_says_so(
    frozen_db, office, second
):
    freezing.publish(Release.objects.get(), second)
    client = office()

    for address in ("/report/2019/", page("release", 1)):
        assert "The text was not kept" in client.get(address).text
