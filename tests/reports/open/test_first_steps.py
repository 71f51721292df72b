"""What a reader from outside finds first: the years, or that a page is not there."""

import re

import pytest
from django.urls import reverse

from accounts.models import User
from reports.models import Release
from reports.open.publishing import publish_openly
from tests.reports.releases.conftest import first, frozen_db, frozen_template, second

__all__ = ["first", "frozen_db", "frozen_template", "second"]


def test_a_published_year_is_opened_by_its_number(frozen_db, second, client):
    publish_openly(Release.objects.get(), second)

    shown = client.get(reverse("open:years", args=["en"])).text

    assert f'<a href="{reverse("open:year", args=["en", 2019])}">2019</a>' in shown


def test_a_reader_from_outside_is_told_nothing_of_files_or_shelters(db, client):
    shown = client.get("/open/en/2019/")

    assert shown.status_code == 404
    assert "nothing is published there yet" in shown.text
    assert reverse("open:start") in shown.text
    assert "KM-4821-7" not in shown.text


def test_whoever_works_here_reads_what_to_check(db, client):
    user = User.objects.create_user("reader")
    client.force_login(user)

    assert "KM-4821-7" in client.get("/people/KM-4821-0/nothing/").text


def test_who_publishes_reads_that_everybody_will_see_it(frozen_db, second, client):
    second.language = "en"
    second.save()
    client.force_login(second)

    shown = client.get(reverse("reports:publish", args=[2019, 1])).text

    assert "on the public page for everybody" in shown
    assert "cannot be taken back" in shown


@pytest.mark.parametrize(
    ("language", "letters"),
    [("az", ["latin", "az"]), ("en", ["latin"]), ("ru", ["latin", "cyrillic"])],
)
def test_the_letters_of_the_language_come_with_the_page(db, client, language, letters):
    shown = client.get(reverse("open:years", args=[language])).text

    preloaded = re.findall(r'rel="preload" href="[^"]*source-sans-3-(\w+)', shown)
    assert preloaded == letters
