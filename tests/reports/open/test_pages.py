"""The public pages: for everybody, without a cookie, and the same bytes again."""

import csv
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from reports.models import OpenYear, Release
from reports.open.publishing import publish_openly
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import (
    first,
    frozen,
    frozen_db,
    frozen_template,
    second,
)
from thb.days import long_day

__all__ = ["first", "frozen_db", "frozen_template", "second"]

pytestmark = pytest.mark.usefixtures("frozen_db")
PAGES = ["/open/az/", "/open/ru/2019/", "/open/2019/figures.json", "/open/years.csv"]


@pytest.fixture
def published(second):
    publish_openly(Release.objects.get(), second)
    return OpenYear.objects.get()


@pytest.fixture
def held_back(published, second):
    """Publish a revision that differs by a few people on the first of December."""
    change_records()
    revised = frozen(2019, "Farid was entered late")
    _publication, keys = publish_openly(revised, second)
    assert keys
    return Release.objects.latest(2019)


@pytest.mark.parametrize("page", PAGES)
def test_a_public_page_sets_no_cookie_and_may_be_kept(published, client, page):
    answer = client.get(page)

    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("page", PAGES)
def test_a_public_page_is_the_same_for_who_is_signed_in(published, client, first, page):
    signed_in = Client()
    signed_in.force_login(first)

    assert signed_in.get(page).content == client.get(page).content


def test_other_pages_stay_private(client):
    answer = client.get(reverse("account_login"))

    assert answer["Cache-Control"] == "no-store"


def test_a_year_that_is_only_frozen_is_not_there(client):
    assert client.get("/open/en/2019/").status_code == 404
    assert client.get("/open/2019/figures.json").status_code == 404
    assert "2019" not in client.get("/open/en/").text


def test_the_file_is_what_was_published_and_has_its_hash_as_tag(published, client):
    answer = client.get("/open/2019/figures.json")

    assert answer.text == published.payload
    assert answer["ETag"] == f'"{published.sha256}"'
    again = client.get(
        "/open/2019/figures.json", headers={"If-None-Match": answer["ETag"]}
    )
    assert again.status_code == 304


def test_the_table_and_the_csv_tell_the_same(published, client):
    rows = list(csv.DictReader(StringIO(client.get("/open/2019/figures.csv").text)))
    page = client.get("/open/en/2019/").text

    identified = next(row for row in rows if row["figure"] == "victims.identified")
    assert identified["value"] == "91"
    assert ">91<" in page
    hidden = [row for row in rows if row["hidden"] == "1"]
    assert hidden
    assert page.count("not shown") >= len(hidden)


@pytest.mark.parametrize(
    ("language", "word"),
    [("az", "göstərilmir"), ("en", "not shown"), ("ru", "не показано")],
)
def test_the_page_speaks_the_language_of_its_address(published, client, language, word):
    answer = client.get(f"/open/{language}/2019/")

    assert word in answer.text
    assert answer["Content-Language"] == language
    assert f'<html lang="{language}">' in answer.text


def test_the_start_leads_to_the_language_of_the_browser(client):
    answer = client.get("/open/", headers={"Accept-Language": "ru"})

    assert answer.status_code == 302
    assert answer["Location"] == "/open/ru/"


def test_the_picture_begins_in_2005_and_tells_the_total(published, client):
    page = client.get("/open/en/").text

    assert "2005: –, 2006: –" in page
    assert "2019: 91" in page
    assert "Together since 2005: 976." in page


REVISED = {
    "az": "{} tarixində yeni redaksiya dərc olunub",
    "en": "A revision was published on {}",
    "ru": "{} опубликована новая редакция",
}


@pytest.mark.parametrize("language", REVISED)
def test_everybody_is_told_of_a_revision_whose_tables_are_held_back(
    held_back, client, language
):
    with override(language):
        day = long_day(held_back.publication.published_on)

    for page in (f"/open/{language}/2019/", f"/open/{language}/"):
        shown = client.get(page).text.lower()
        assert REVISED[language].format(day).lower() in shown


def test_a_revision_that_is_held_back_changes_no_number_and_tells_no_reason(
    held_back, published, client
):
    numbers = client.get("/open/2019/figures.json").text
    page = client.get("/open/en/2019/").text + client.get("/open/en/").text

    assert numbers == published.payload
    told = [held_back.sha256, held_back.reason, "release 2", "Release 2", ">92<"]
    assert [one for one in told if one in page] == []


def test_nobody_is_told_of_a_revision_where_the_tables_are_the_newest(
    published, client
):
    page = client.get("/open/en/2019/").text + client.get("/open/en/").text

    assert "revision was published" not in page
