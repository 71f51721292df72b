"""A year from draft to published by two people, and what a later edit does to it."""

import pytest
from django.contrib.auth import get_user_model

from reports.models import Release
from tests.browser.steps import follow
from tests.browser.test_police import PHONE, WIDE, fits
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import explain_all, frozen

CODE = "breakdown.victims.identified.country_of_exploitation"
SEVERAL = "/figures/2019/explain/"
STEPS = (
    "/ready/2019/",
    f"/figures/2019/explain/{CODE}/",
    "/figures/2019/prepare/",
)
FROZEN = (
    "/figures/2019/",
    "/figures/2019/today/",
    "/figures/2019/releases/",
    "/figures/2019/releases/1/victims.identified/",
    "/figures/2019/releases/1/publish/",
    "/figures/2019/compare/1/live/",
    "/earlier-years/",
    "/earlier-years/add/",
    "/earlier-years/import/",
)


def user(name):
    return get_user_model().objects.get(username=name)


@pytest.fixture
def office(demo_site, sign_in):
    """Return how an administrator opens a page: `office(page, name, address)`."""

    def open_page(page, name, address):
        person = user(name)
        person.language = "en"
        person.save()
        sign_in(page, person)
        page.goto(demo_site + address)

    return open_page


def explain_and_prepare(office, page):
    office(page, "administrator", f"/figures/2019/explain/{CODE}/")
    page.get_by_label("Explanation").fill("Three files do not say where.")
    follow(page.get_by_role("button", name="Save"))
    assert page.get_by_text("Three files do not say where.").first.is_visible()
    explain_all(2019, user("administrator"))
    page.reload()
    follow(page.get_by_role("link", name="Prepare the year"))
    follow(page.get_by_role("button", name="Prepare"))
    assert page.get_by_text("You prepared this year.").is_visible()


def freeze(office, page):
    office(page, "second_administrator", "/figures/2019/")
    follow(page.get_by_role("link", name="Freeze the year"))
    follow(page.get_by_role("button", name="Freeze"))
    release = Release.objects.get()
    assert page.get_by_text(release.sha256).is_visible()


@pytest.mark.parametrize("scripts", ["page", "plain_page"])
def test_37_a_later_edit_moves_no_frozen_number(request, office, scripts):
    page = request.getfixturevalue(scripts)
    explain_and_prepare(office, page)
    freeze(office, page)

    codes = change_records()

    page.reload()
    assert page.get_by_text("records changed since the freeze").is_visible()
    victims = page.get_by_role("row", name="Identified as victims")
    assert victims.get_by_text("91", exact=True).is_visible()
    follow(page.get_by_role("link", name="See what differs, and why"))
    for code in (codes.added, codes.changed, codes.voided, codes.gone):
        assert page.get_by_text(code, exact=True).first.is_visible()
    office(page, "administrator", "/figures/2019/prepare/")
    follow(page.get_by_role("button", name="Prepare"))
    assert page.get_by_text("Reason for the revision").first.is_visible()
    assert Release.objects.count() == 1


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_hinders_on_the_pages_of_a_release(office, page, axe, size):
    page.set_viewport_size(size)
    found = {}

    def look(address):
        office(page, "administrator", address)
        found[address] = (axe(page), fits(page))

    look(SEVERAL)
    explain_all(2019, user("administrator"))
    for address in STEPS:
        look(address)
    frozen(2019)
    change_records()
    for address in FROZEN:
        look(address)

    assert found == dict.fromkeys([SEVERAL, *STEPS, *FROZEN], ([], True))
